// Following a number 关注: whoever has logged in by telephone hears of each step.

#include "engines/matters/followers.h"
#include "engines/people/accounts.h"
#include "engines/people/keys.h"
#include "engines/people/people.h"
#include "systems/supervision/filing.h"

namespace banshi::supervision {

// The log-in keeps the keyed hash of a telephone alone, so the page sends the number once more.
Result<PublicMatter> follow_matter(Call& call, FollowMatter const& form) {
    auto const matter = TRY(find_public(call, form.number));
    if (call.actor.kind != Actor::Kind::citizen)
        return Refusal{Why::unauthenticated, "session.missing"};
    auto const phone = TRY(people::normalise_phone(form.phone));
    if (people::lookup_hash("phone", phone) != people::phone_lookup_of(call, call.actor.account))
        return Refusal{Why::invalid, "follow.phone", "", "phone"};
    matters::follow(call, matter.id, call.actor.account, phone);
    return public_view(call, matter, false);
}

Result<PublicMatter> unfollow_matter(Call& call, OfMatter const& form) {
    auto const matter = TRY(find_public(call, form.number));
    if (call.actor.kind != Actor::Kind::citizen)
        return Refusal{Why::unauthenticated, "session.missing"};
    matters::unfollow(call, matter.id, call.actor.account);
    return public_view(call, matter, false);
}

}  // namespace banshi::supervision
