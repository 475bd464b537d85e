#include "systems/voices/kept.h"

#include "engines/matters/followers.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

std::vector<people::Holding> kept_memberships(Call& call, people::Subject const& subject) {
    people::Holding holding{"memberships", "books", {}, {}};
    for (auto const& member : rows::members_of_account(call, subject.account.text)) {
        auto const role =
            std::string("voices.role.") + boost::describe::enum_to_string(member.role, "");
        holding.things.push_back({"", member.name + "　" + call.texts.say(call.language, role),
                                  call.district.zone().midnight(member.from)});
    }
    people::Holding followed{"followed_voices", "unfollowed", {}, {}};
    for (auto const& matter : matters::followed_by(call, subject.account))
        if (matter.book == book_name)
            followed.things.push_back({matter.number, matter.title, matter.registered_at});
    return {std::move(holding), std::move(followed)};
}

void erase_follows(Call& call, people::Subject const& subject) {
    for (auto const& matter : matters::followed_by(call, subject.account))
        if (matter.book == book_name) matters::unfollow(call, matter.id, subject.account);
}

}  // namespace banshi::voices
