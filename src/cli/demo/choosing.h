#pragma once
// How the demo's 75 families are chosen from over 3,000 low-income households: the list, the
// points, the public draw of the ties, the notice and the decision, all through the use cases.

#include "cli/demo/staff.h"

namespace banshi::demo {

class Choosing {
public:
    // `campaign` has been prepared; `from` is the morning on which the list comes.
    Choosing(Setting const&, Deeds&, Staff const&, std::string campaign, Instant from);
    // Two weeks and a half; gives the numbers of the chosen families.
    std::vector<std::string> live();

private:
    std::string list_of_households();
    void draw_ties();
    void publish_and_select();
    json::object of_campaign() const { return {{"campaign", campaign_}}; }

    Setting const& setting_;
    Deeds& deeds_;
    Staff const& staff_;
    std::string campaign_;
    Instant from_;
};

}  // namespace banshi::demo
