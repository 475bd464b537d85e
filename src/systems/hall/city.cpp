// The city's view 全市一览: all halls side by side, for one day. Every figure is counted from the
// rows of its own district.

#include <algorithm>

#include "engines/bookings/use.h"
#include "engines/people/orgs.h"
#include "systems/hall/evaluation_rows.h"
#include "systems/hall/figures.h"
#include "systems/hall/floor.h"
#include "systems/system.h"

namespace banshi::hall {

namespace {

void add_places(Call& call, HallId const& hall, Day day, HallFigures& out) {
    auto const& zone = call.district.zone();
    auto const used = bookings::find_used(call, hall, zone.midnight(day),
                                          zone.midnight(day + std::chrono::days{1}));
    for (auto const& slot : used) {
        out.capacity += slot.capacity;
        out.bookings += slot.booked;
    }
}

Result<HallFigures> figures_of(Call& call, HallSetting const& hall, Day day) {
    auto const floor = TRY(see_all(call, hall.id));
    HallFigures out{};
    out.district = call.district.name();
    out.hall = hall.id;
    out.name = name_of(call, hall);
    out.open_now = is_open(opening_on(call, hall, floor.today), call.now);
    out.waiting = static_cast<int>(floor.waiting.size());
    out.windows_open = static_cast<int>(std::ranges::count_if(floor.windows, tickets::is_open));
    for (auto const& group : figures::groups(call, hall.id, day, day))
        figures::add(out.counts, group);
    auto const visits = figures::visits(call, hall.id, day, day);
    std::vector<std::chrono::microseconds> waited;
    for (auto const& visit : visits)
        if (visit.called_at) waited.push_back(visit.waited);
    out.waits = figures::waits(std::move(waited), floor.rules.target_minutes);
    out.hours = figures::hours(call.district.zone(), visits);
    out.grades = figures::grades(call, hall.id, day, day, out.counts.served);
    out.follow_ups_open = static_cast<int>(evaluations::count_open(call, hall.id));
    add_places(call, hall.id, day, out);
    return out;
}

std::vector<District const*> members_of(District const& district) {
    if (!district.has<CityMembers>()) return {&district};
    return district.policy<CityMembers>().districts;
}

}  // namespace

Result<CityView> see_city(Call& call, SeeCity const& form) {
    TRY(people::may(call, see_cities, people::node(call.district)));
    CityView view{form.day.value_or(call.district.zone().day_of(call.now)), {}, call.now};
    for (auto const* member : members_of(call.district)) {
        // A leader of one district sees that one, a leader of the city all.
        bool const seen = call.actor.holds(see_cities, people::node(*member));
        if (!seen || !member->has<Settings>()) continue;
        Call there{call.actor, call.now, *member, call.tx, call.random, call.texts, call.language};
        for (auto const& hall : member->policy<Settings>().halls)
            view.halls.push_back(TRY(figures_of(there, hall, view.day)));
    }
    return view;
}

}  // namespace banshi::hall
