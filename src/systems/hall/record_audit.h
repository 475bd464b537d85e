#pragma once
// What the verification asks of a hall's entries: its numbers, that each set of rules, each week
// and each single day of hours which was published says today what it said then, each closure what
// was confirmed, and each evaluation what was given.

#include "engines/tickets/audit.h"

namespace banshi::hall {

class RecordAudit : public tickets::HallAudit {
public:
    void see(record::Seen const&) override;
    std::vector<record::Breach> compare(Call&) override;

private:
    void compare_rules(Call&, std::vector<record::Breach>& found) const;
    void compare_closures(Call&, std::vector<record::Breach>& found);
    void compare_evaluations(Call&, std::vector<record::Breach>& found);

    struct Published {
        std::uint64_t seq;
        std::string hash;
    };
    // By page: "hall/hall-01/2026-11-23/3", "hours/hall-01/2026-11-23/1", "day/...".
    std::map<std::string, Published, std::less<>> rules_;
    std::map<std::string, Published, std::less<>> closures_;  // by id
    std::map<std::string, Published, std::less<>> undone_;    // by id of the closure
    record::Leaves evaluations_;
    // Those of before, which their rows do not name, by what they seal.
    std::map<std::string, std::uint64_t, std::less<>> sealed_;
};

}  // namespace banshi::hall
