#include "systems/voices/citizens.h"

#include <algorithm>

#include "engines/matters/retention.h"
#include "engines/people/own_phone.h"
#include "engines/people/people.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

constexpr int most_own = 1000;

bool has_open(Call& call, Member const& member) {
    return std::ranges::any_of(
        rows::voices_of_member(call, member.id, most_own), [&](Voice const& voice) {
            return voice.matter && type_of(matters::find(call, *voice.matter).value().state) ==
                                       matters::StateType::open;
        });
}

}  // namespace

bool open_to_citizens(Call const& call) {
    auto const& from = call.district.policy<Settings>().citizens_from;
    return from && *from <= today(call);
}

Result<MemberList> take_part(Call& call, TakePart const& form) {
    if (!open_to_citizens(call)) return Refusal{Why::conflict, "citizens.off", ""};
    if (call.actor.kind != Actor::Kind::citizen)
        return Refusal{Why::unauthenticated, "session.missing"};
    auto const mine = acting_members(call);
    if (std::ranges::find(mine, Role::citizen, &Member::role) != mine.end())
        return see_my_memberships(call, {});
    if (!mine.empty()) return Refusal{Why::conflict, "citizens.member", ""};
    Member member{};
    member.id = fresh_id_text(call.now, call.random);
    member.role = Role::citizen;
    member.name = TRY(people::normalise_name(form.name));
    auto const phone = TRY(people::normalise_phone(form.phone));
    if (!people::is_own_phone(call, phone))
        return Refusal{Why::invalid, "follow.phone", "", "phone"};
    member.phone = people::seal(phone, call.random);
    member.from = today(call);
    member.account = call.actor.id();
    rows::insert(call, member, "");
    return see_my_memberships(call, {});
}

Result<void> check_citizen(Call const& call, Member const& member, Kind kind) {
    if (member.role != Role::citizen) return {};
    if (!open_to_citizens(call)) return Refusal{Why::conflict, "citizens.off", ""};
    if (kind == Kind::opinion) return {};
    return Refusal{Why::invalid, "citizens.opinion", "", "kind"};
}

void erase_citizen(Call& call, people::Subject const& subject) {
    for (auto const& member : rows::members_of_account(call, subject.account.text)) {
        if (member.role != Role::citizen || has_open(call, member)) continue;
        matters::forget_reporter(call, book_name, subject.person, subject.phone_lookup);
        rows::forget(call, member);
    }
}

}  // namespace banshi::voices
