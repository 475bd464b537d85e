#include "systems/voices/members.h"

#include <algorithm>

#include "documents/characters.h"
#include "engines/people/people.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

constexpr std::size_t code_bytes = 6;
constexpr std::size_t most_found = 20, longest_sector = 30;

MemberView view_of(Call& call, Member const& m) {
    return {m.id,
            m.role,
            m.name,
            m.street,
            m.street.empty() ? "" : unit_name(call, m.street),
            m.sector,
            m.from,
            m.to,
            !m.account.empty()};
}

MemberList listed(Call& call, std::vector<Member> const& members) {
    MemberList list;
    for (auto const& member : members) list.members.push_back(view_of(call, member));
    return list;
}

std::vector<Member> acting_writers(Call& call) {
    auto members = acting_members(call);
    std::erase_if(members, [](Member const& member) { return member.role == Role::reader; });
    return members;
}

Result<void> check_days(Day from, std::optional<Day> const& to) {
    if (!to || from <= *to) return {};
    return Refusal{Why::invalid, "member.days", "", "to"};
}

// An officer speaks for a street, an adviser for none.
Result<void> check_street(Call& call, NameMember const& form) {
    bool const given = form.street && !form.street->empty();
    if (given != (form.role == Role::officer))
        return Refusal{Why::invalid, "member.street", "", "street"};
    if (!given) return {};
    auto const streets = streets_of(call);
    if (std::ranges::find(streets, *form.street, &Unit::id) != streets.end()) return {};
    return Refusal{Why::invalid, "unit.not_found", form.street->text, "street"};
}

Result<void> check_sector(NameMember const& form) {
    auto const sector = form.sector.value_or("");
    bool const fits = sector.empty() || form.role == Role::adviser;
    if (fits && documents::characters(sector).size() <= longest_sector) return {};
    return Refusal{Why::invalid, "member.sector", sector, "sector"};
}

}  // namespace

Source source_of(Role role) {
    if (role == Role::citizen) return Source::citizen;
    return role == Role::officer ? Source::officer : Source::adviser;
}

bool signs(Role role) { return role == Role::adviser || role == Role::officer; }

Day today(Call const& call) { return call.district.zone().day_of(call.now); }

Result<MemberNamed> name_member(Call& call, NameMember const& form) {
    TRY(people::may(call, manage_members, people::node(call.district)));
    if (form.role == Role::citizen) return Refusal{Why::invalid, "member.citizen", "", "role"};
    TRY(check_days(form.from, form.to));
    TRY(check_street(call, form));
    TRY(check_sector(form));
    Member member{};
    member.id = fresh_id_text(call.now, call.random);
    member.role = form.role;
    member.name = TRY(people::normalise_name(form.name));
    if (form.phone && !form.phone->empty())
        member.phone = people::seal(TRY(people::normalise_phone(*form.phone)), call.random);
    member.street = form.street.value_or(OrgId{});
    member.sector = form.sector.value_or("");
    member.from = form.from;
    member.to = form.to;
    auto const code = people::fresh_token(call.random, code_bytes);
    rows::insert(call, member, people::token_hash(code));
    return MemberNamed{member.id, code};
}

Result<MemberView> end_member(Call& call, EndMember const& form) {
    TRY(people::may(call, manage_members, people::node(call.district)));
    auto member = rows::find_member(call, form.member);
    if (!member) return Refusal{Why::not_found, "member.not_found", form.member, "member"};
    TRY(check_days(member->from, form.to));
    member->to = form.to;
    rows::update(call, *member);
    return view_of(call, *member);
}

Result<MemberList> list_members(Call& call, ListMembers const&) {
    TRY(people::may(call, manage_members, people::node(call.district)));
    return listed(call, rows::named_members(call));
}

Result<MemberList> add_street(Call& call, AddStreet const& form) {
    TRY(people::may(call, manage_members, people::node(call.district)));
    auto const plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (form.id.empty() || !std::ranges::all_of(form.id.text, plain))
        return Refusal{Why::invalid, "street.id", form.id.text, "id"};
    if (form.name.empty()) return Refusal{Why::invalid, "street.name", "", "name"};
    people::put_org(call, {form.id,
                           {call.district.name()},
                           people::OrgKind::street,
                           form.name,
                           unit_node(call, form.id)});
    return listed(call, rows::named_members(call));
}

Result<MemberList> take_up_membership(Call& call, TakeUp const& form) {
    if (call.actor.id().empty()) return Refusal{Why::unauthenticated, "session.missing"};
    auto member = rows::member_by_code(call, people::token_hash(form.code));
    bool const theirs = member && member->account == call.actor.id();
    if (!member || (!member->account.empty() && !theirs))
        return Refusal{Why::invalid, "member.code_wrong", "", "code"};
    member->account = call.actor.id();
    rows::update(call, *member);
    return listed(call, acting_members(call));
}

Result<MemberList> see_my_memberships(Call& call, ListMembers const&) {
    return listed(call, acting_members(call));
}

Result<MemberList> find_members(Call& call, FindMembers const& form) {
    if (acting_writers(call).empty()) return Refusal{Why::forbidden, "member.none"};
    auto members = rows::named_members(call);
    std::erase_if(members, [&](Member const& member) {
        return !member.active(today(call)) || !signs(member.role) || form.name.empty() ||
               member.name.find(form.name) == std::string::npos;
    });
    if (members.size() > most_found) members.resize(most_found);
    return listed(call, members);
}

Result<MemberList> list_readers(Call& call, ListMembers const&) {
    TRY(people::may(call, screen_voices, people::node(call.district)));
    auto readers = rows::named_members(call);
    std::erase_if(readers, [&](Member const& member) {
        return member.role != Role::reader || !member.active(today(call));
    });
    return listed(call, readers);
}

std::vector<Member> acting_members(Call& call) {
    if (call.actor.id().empty()) return {};
    auto members = rows::members_of_account(call, call.actor.id());
    std::erase_if(members, [&](Member const& member) { return !member.active(today(call)); });
    return members;
}

Result<Member> acting_member(Call& call, std::optional<std::string> const& wanted) {
    if (call.actor.id().empty()) return Refusal{Why::unauthenticated, "session.missing"};
    auto const mine = acting_writers(call);
    if (mine.empty()) return Refusal{Why::forbidden, "member.none"};
    if (!wanted && mine.size() > 1) return Refusal{Why::invalid, "member.choose", "", "member"};
    for (auto const& member : mine)
        if (!wanted || member.id == *wanted) return member;
    return Refusal{Why::not_found, "member.not_found", *wanted, "member"};
}

bool is_mine(std::vector<Member> const& mine, std::string const& member) {
    return std::ranges::find(mine, member, &Member::id) != mine.end();
}

}  // namespace banshi::voices
