// Following a number 关注: whoever has logged in by telephone hears of each step.

#include "engines/matters/followers.h"
#include "systems/supervision/filing.h"

namespace banshi::supervision {

Result<PublicMatter> follow_matter(Call& call, FollowMatter const& form) {
    auto const matter = TRY(find_public(call, form.number));
    TRY(matters::follow_as_citizen(call, matter.id, form.phone));
    return public_view(call, matter);
}

Result<PublicMatter> unfollow_matter(Call& call, OfMatter const& form) {
    auto const matter = TRY(find_public(call, form.number));
    TRY(matters::unfollow_as_citizen(call, matter.id));
    return public_view(call, matter);
}

}  // namespace banshi::supervision
