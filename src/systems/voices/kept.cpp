#include "systems/voices/kept.h"

#include "systems/voices/rows.h"

namespace banshi::voices {

std::vector<people::Holding> kept_memberships(Call& call, people::Subject const& subject) {
    people::Holding holding{"memberships", "books", {}, {}};
    for (auto const& member : rows::members_of_account(call, subject.account.text)) {
        auto const role =
            std::string("voices.source.") + boost::describe::enum_to_string(member.role, "");
        holding.things.push_back({"", member.name + "　" + call.texts.say(call.language, role),
                                  call.district.zone().midnight(member.from)});
    }
    return {std::move(holding)};
}

}  // namespace banshi::voices
