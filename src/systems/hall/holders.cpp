#include "systems/hall/holders.h"

#include "systems/hall/availability.h"

namespace banshi::hall {

Result<void> note_holder(Call& call, tickets::Ticket const& held) {
    using enum Actor::Kind;
    auto const& actor = call.actor;
    bool const logged_in = actor.kind == citizen;
    if ((!logged_in && actor.kind != visitor) || (!logged_in && actor.session.empty())) return {};
    auto const limits = call.district.policy<Settings>().holds.value_or(HoldLimits{});
    auto const most = logged_in ? limits.an_account : limits.an_address;
    if (most == 0) return {};
    auto const& holder = logged_in ? actor.account.text : actor.session;
    auto const kept = holders::kept_by(call, holder);
    if (kept.count >= most)
        return Refusal{Why::conflict,
                       "booking.holds_most",
                       held.id.text,
                       "",
                       {{"most", std::to_string(most)}, {"until", spoken(call, *kept.first_ends)}}};
    holders::note(call, holder, held.id, held.until.value());
    return {};
}

}  // namespace banshi::hall
