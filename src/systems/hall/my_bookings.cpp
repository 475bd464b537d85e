// 我的预约: a citizen who has logged in finds what was booked, without the link of each booking.
// By the account and not by the person: a number and a name are no proof of who somebody is.

#include "systems/hall/booking_view.h"
#include "systems/hall/made.h"

namespace banshi::hall {

namespace {

bool is_of_use(State state) {
    return !tickets::is_end(state) || state == State::office_cancelled || state == State::served;
}

}  // namespace

Result<Bookings> list_my_bookings(Call& call, ListMyBookings const&) {
    constexpr int most = 50;
    if (call.actor.kind != Actor::Kind::citizen)
        return Refusal{Why::unauthenticated, "session.missing"};
    Bookings mine;
    for (auto const& row : made::from(call, call.district.zone().day_of(call.now), most)) {
        auto const ticket = TRY(tickets::find(call, row.hall, row.ticket));
        if (!is_of_use(state_now(call, ticket))) continue;
        auto const visit = TRY(wanted_by(call, ticket));
        mine.bookings.push_back(shown(call, visit, ticket));
    }
    return mine;
}

}  // namespace banshi::hall
