#pragma once
// The public works 办实事 of this year in the demo, as far as the year has come: people propose and
// choose, the congress decides, it is built, reported and judged. All of it through the use cases.

#include "cli/demo/people.h"
#include "cli/demo/replay.h"

namespace banshi::demo {

bool has_works(Setting const&, District const&);

class Works {
public:
    Works(Setting const&, Deeds&, Staff const&);
    // As part of the replay; it must live as long as that runs.
    void add_to(Replay&, Instant now);

private:
    void propose(Instant now);
    void screen(Instant now);
    void vote(Instant now);
    void count(Instant now);
    void decide(Instant now);
    void announce(Instant now);
    void start(Instant now);
    void begin_building(Instant now);
    void go_on_building(Instant now);
    void finish(Instant now);
    void report(Instant now);
    void rate(Instant now);

    Day day(int month, int day) const;
    json::object of(std::size_t item) const;
    void reach(std::size_t item, std::size_t milestone, Instant now);
    // Somebody who has logged in, with number and name.
    json::object voter(Instant now);
    json::value must(Instant now, std::string_view verb, json::object const& request);

    Setting const& setting_;
    Deeds& deeds_;
    Actor office_;
    People people_;
    std::chrono::year year_{};
    std::vector<std::string> items_;
};

}  // namespace banshi::demo
