#include "engines/matters/state.h"

#include <algorithm>
#include <array>

namespace banshi::matters {

namespace {

struct Way {
    State from;
    Verb verb;
    State to;
};

using enum State;
constexpr std::array ways{
    Way{draft, Verb::file, registered},
    Way{registered, Verb::accept, accepted},
    Way{registered, Verb::decline, declined},
    Way{registered, Verb::ask_changes, amending},
    Way{amending, Verb::resubmit, registered},
    Way{amending, Verb::decline, declined},
    Way{declined, Verb::resubmit, registered},
    Way{accepted, Verb::dispatch, dispatched},
    Way{returned, Verb::dispatch, dispatched},
    Way{reopened, Verb::dispatch, dispatched},
    Way{returned, Verb::force_assign, dispatched},
    Way{dispatched, Verb::sign, working},
    Way{dispatched, Verb::give_back, returned},
    Way{working, Verb::give_back, returned},
    Way{working, Verb::wait, waiting},
    Way{waiting, Verb::resume, working},
    Way{working, Verb::answer, answered},
    Way{working, Verb::list, listed},
    Way{answered, Verb::send_back, working},
    Way{answered, Verb::approve, approved},
    Way{answered, Verb::verify, verifying},
    Way{answered, Verb::clear, cleared},
    Way{answered, Verb::list, listed},
    Way{approved, Verb::send_back, working},
    Way{approved, Verb::clear, cleared},
    Way{verifying, Verb::send_back, working},
    Way{verifying, Verb::clear, cleared},
    Way{cleared, Verb::reopen, reopened},
    Way{listed, Verb::reopen, reopened},
};

constexpr std::array keeping{Verb::comment, Verb::progress,     Verb::regrade,     Verb::lead,
                             Verb::reveal,  Verb::moderate,     Verb::recompute,   Verb::visit,
                             Verb::raise,   Verb::answer_level, Verb::annul_level, Verb::evaluate,
                             Verb::appeal,  Verb::settle,       Verb::hand_over,   Verb::forget};

bool has(auto const& list, auto const& value) {
    return std::ranges::find(list, value) != list.end();
}

constexpr std::array with_unit{dispatched, working, waiting};

}  // namespace

StateType type_of(State state) {
    if (state == listed) return StateType::listed;
    constexpr std::array closed{declined, cleared, merged, withdrawn};
    return has(closed, state) ? StateType::closed : StateType::open;
}

std::optional<State> after(State from, Verb verb) {
    for (auto const& way : ways)
        if (way.from == from && way.verb == verb) return way.to;
    bool const open = type_of(from) == StateType::open && from != draft;
    if (verb == Verb::merge && open) return merged;
    if (verb == Verb::unmerge && from == merged) return merged;
    if (verb == Verb::withdraw && open) return withdrawn;
    if (verb == Verb::correct || verb == Verb::backdate || verb == Verb::consult)
        return open ? std::optional{from} : std::nullopt;
    if (verb == Verb::apply_rules)
        return open || from == listed ? std::optional{from} : std::nullopt;
    if (verb == Verb::extend || verb == Verb::answer_part)
        return has(with_unit, from) ? std::optional{from} : std::nullopt;
    return has(keeping, verb) && from != draft ? std::optional{from} : std::nullopt;
}

std::vector<Verb> allowed(State from) {
    std::vector<Verb> out;
    for (auto const& way : ways)
        if (way.from == from) out.push_back(way.verb);
    for (auto const verb :
         {Verb::extend, Verb::answer_part, Verb::merge, Verb::unmerge, Verb::withdraw})
        if (after(from, verb)) out.push_back(verb);
    return out;
}

}  // namespace banshi::matters
