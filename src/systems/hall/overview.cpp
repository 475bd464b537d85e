// What everybody may know of a hall before coming: open or not, how long the wait is.

#include <algorithm>

#include "systems/hall/availability.h"
#include "systems/hall/floor.h"
#include "systems/hall/manage.h"

namespace banshi::hall {

namespace {

// Of the service with the longest wait: whoever comes is promised too much rather than too little.
Estimate longest(std::vector<ServiceLoad> const& loads) {
    Estimate longest;
    for (auto const& load : loads) {
        longest.p50_minutes = std::max(longest.p50_minutes, load.estimate.p50_minutes);
        longest.p90_minutes = std::max(longest.p90_minutes, load.estimate.p90_minutes);
    }
    return longest;
}

std::vector<ServiceLoad> loads_of(Call& call, Floor const& floor) {
    std::vector<ServiceLoad> loads;
    for (auto const& service : floor.hall.services) loads.push_back(load_of(call, floor, service));
    return loads;
}

HallShown hall_shown(Call& call, Floor const& floor, std::vector<ServiceLoad> const& loads) {
    HallShown shown{};
    shown.id = floor.hall.id;
    shown.name = name_of(call, floor.hall);
    shown.address = call.language == Language::zh ? floor.hall.address : floor.hall.address_en;
    shown.phone = floor.hall.phone;
    shown.opening = week_on(call, floor.hall, floor.today);
    shown.open_now = is_open(opening_on(call, floor.hall, floor.today), call.now);
    if (!shown.open_now) shown.opens_at = next_opening(call, floor.hall);
    shown.waiting = static_cast<int>(floor.waiting.size());
    shown.windows_open = static_cast<int>(std::ranges::count_if(floor.windows, tickets::is_open));
    shown.estimate = longest(loads);
    return shown;
}

}  // namespace

Result<Halls> list_halls(Call& call, ListHalls const&) {
    Halls halls;
    for (auto const& setting : call.district.policy<Settings>().halls) {
        auto const floor = TRY(see_all(call, setting.id));
        halls.halls.push_back(hall_shown(call, floor, loads_of(call, floor)));
    }
    return halls;
}

Result<HallView> see_hall(Call& call, AtHall const& form) {
    auto const floor = TRY(see_all(call, form.hall));
    auto const loads = loads_of(call, floor);
    HallView view{hall_shown(call, floor, loads),
                  {},
                  hours_ahead(call, floor.hall, floor.today),
                  floor.rules.priority_groups,
                  call.now};
    for (std::size_t at = 0; at < loads.size(); ++at) {
        auto const& service = floor.hall.services[at];
        view.services.push_back({service.id, service.queue, name_of(call, service), service.prefix,
                                 service.slots, service.minutes, documents_of(call, service),
                                 loads[at], first_free(call, floor.hall, floor.rules, service)});
    }
    return view;
}

}  // namespace banshi::hall
