#include "engines/tickets/state.h"

#include <algorithm>
#include <map>
#include <vector>

namespace banshi::tickets {

static std::map<State, std::vector<State>> const& ways() {
    using enum State;
    static std::map<State, std::vector<State>> const table{
        {held, {held, booked, cancelled, expired}},  // held again: more time, once
        {booked, {waiting, booked, cancelled, office_cancelled, no_show}},
        {waiting, {called, left, unserved}},
        {called, {called, serving, missed, waiting, unserved}},
        {serving, {served, waiting, parked, unfinished}},
        {parked, {called, left, unfinished}},
        {missed, {waiting, left}},
        {office_cancelled, {booked}},  // a closure may be undone
    };
    return table;
}

bool may_go(State from, State to) {
    auto const way = ways().find(from);
    return way != ways().end() && std::ranges::find(way->second, to) != way->second.end();
}

bool is_end(State state) {
    using enum State;
    for (auto const open : {held, booked, waiting, called, serving, parked, missed})
        if (state == open) return false;
    return true;
}

}  // namespace banshi::tickets
