#pragma once
// “2+N” of this year in the demo: each organisation takes up its hard problem, looks into a kind
// that keeps coming back, and tries its methods on what has been cleared. All of it through the use
// cases, with the numbers that the replay of the problems has left by then.

#include "cli/demo/problem_replay.h"

namespace banshi::demo {

class Duties {
public:
    Duties(Setting const&, Deeds&, Staff const&, ProblemReplay::Note, Instant now);
    // Notes all that happens before now; must live as long as that runs.
    void begin();

private:
    struct Programme {
        DutySetting const& setting;
        Actor const& head;
        std::string problem = {};
        std::int64_t version = 0;
        std::int64_t steps_done = 0;
        std::vector<std::string> used_on = {};
    };
    using Next = void (Duties::*)(Programme&, Instant);

    void then(Programme&, Instant at, Next);
    json::object of(Programme const&) const;
    void deed(Programme&, Actor const&, Instant now, std::string_view verb, json::object);
    void plan(Programme&, Instant now);
    void submit(Programme&, Instant now);
    void approve(Programme&, Instant now);
    void go_on(Programme&, Instant now);
    void finish_step(Programme&, Instant now);
    void use_method(Programme&, Instant now);

    Day day_of_step(std::size_t step, Day planned) const;
    std::vector<std::string> numbers(Programme const&, Instant now, json::object filter);
    std::string paper(DutySetting const&, Instant now) const;

    Setting const& setting_;
    Deeds& deeds_;
    Staff const& staff_;
    ProblemReplay::Note note_;
    Instant now_;
    Day first_;  // of the latest weeks, in this year
    std::vector<Programme> programmes_;
};

}  // namespace banshi::demo
