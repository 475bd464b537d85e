#include "systems/voices/kept.h"

#include "engines/matters/followers.h"
#include "systems/voices/citizens.h"
#include "systems/voices/rows.h"
#include "systems/voices/support_rows.h"

namespace banshi::voices {

namespace {

constexpr int most_supported = 200;

}  // namespace

std::vector<people::Holding> kept_memberships(Call& call, people::Subject const& subject) {
    people::Holding holding{"memberships", "books", {}, {}};
    people::Holding part{"taking_part", "until_settled", {}, {}};
    for (auto const& member : rows::members_of_account(call, subject.account.text)) {
        auto const role =
            std::string("voices.role.") + boost::describe::enum_to_string(member.role, "");
        auto& of = member.role == Role::citizen ? part : holding;
        of.things.push_back({"", member.name + "　" + call.texts.say(call.language, role),
                             call.district.zone().midnight(member.from)});
    }
    people::Holding followed{"followed_voices", "unfollowed", {}, {}};
    for (auto const& matter : matters::followed_by(call, subject.account))
        if (matter.book == book_name)
            followed.things.push_back({matter.number, matter.title, matter.registered_at});
    people::Holding supported{"supported_voices", "unsupported", {}, {}};
    for (auto const& support : rows::supports_by(call, subject.account.text, most_supported))
        if (auto const voice = rows::find_voice(call, support.voice))
            supported.things.push_back({number_of(call, *voice), voice->title, support.at});
    return {std::move(holding), std::move(part), std::move(followed), std::move(supported)};
}

void erase_interests(Call& call, people::Subject const& subject) {
    erase_citizen(call, subject);
    rows::forget_supporter(call, subject.account.text);
    for (auto const& matter : matters::followed_by(call, subject.account))
        if (matter.book == book_name) matters::unfollow(call, matter.id, subject.account);
}

}  // namespace banshi::voices
