#pragma once
// Who may write 委员与信息员, or read 参阅人: named by the office for days, taken up once with a
// code by whoever has logged in. Streets and towns are added by rows; nothing in the code counts
// them.

#include "systems/voices/voices.h"

namespace banshi::voices {

enum class Role {
    adviser,  // 政协委员
    officer,  // 信息员 of a street
    reader,   // 参阅人: writes nothing of their own
    citizen,  // 居民: took part by themselves
};
BOOST_DESCRIBE_ENUM(Role, adviser, officer, reader, citizen)
// Of those who write.
Source source_of(Role);
// May be asked to sign with others.
bool signs(Role);

struct Member {  // 委员, 信息员, 参阅人
    std::string id;
    Role role;
    std::string name;
    std::string phone;  // sealed
    OrgId street;       // of an officer
    Day from;
    std::optional<Day> to;  // the last day
    std::string account;    // empty until the code was taken up
    std::string sector;     // 界别 of an adviser, where it is known

    bool active(Day day) const { return from <= day && (!to || day <= *to); }
};

struct NameMember {
    Role role;
    std::string name;
    std::optional<std::string> phone;
    std::optional<OrgId> street;
    std::optional<std::string> sector;
    Day from;
    std::optional<Day> to;
};
struct MemberNamed {
    std::string member;
    std::string code;  // told once
};
// Refuses member.citizen, member.street and member.sector: an officer speaks for a street, an
// adviser for a sector.
Result<MemberNamed> name_member(Call&, NameMember const&);

struct EndMember {
    std::string member;
    Day to;
};
struct MemberView {
    std::string member;
    Role role;
    std::string name;
    OrgId street;
    std::string street_name;
    std::string sector;
    Day from;
    std::optional<Day> to;
    bool taken_up;
};
struct MemberList {
    std::vector<MemberView> members;
};
Result<MemberView> end_member(Call&, EndMember const&);
struct ListMembers {};
Result<MemberList> list_members(Call&, ListMembers const&);

// 增加街镇: it appears in every board from its first officer's first day on.
struct AddStreet {
    OrgId id;
    std::string name;
};
Result<MemberList> add_street(Call&, AddStreet const&);

// Whoever has logged in becomes this member. Refuses member.code_wrong.
struct TakeUp {
    std::string code;
};
Result<MemberList> take_up_membership(Call&, TakeUp const&);
// What the asker may write as today.
Result<MemberList> see_my_memberships(Call&, ListMembers const&);
// Those who may be asked to sign: by name, today.
struct FindMembers {
    std::string name;
};
Result<MemberList> find_members(Call&, FindMembers const&);
// Those who may be asked to read: today.
Result<MemberList> list_readers(Call&, ListMembers const&);

Day today(Call const&);
std::vector<Member> acting_members(Call&);
// Of those who write, in one role at a time: who has two says which. Refuses session.missing,
// member.none, member.choose.
Result<Member> acting_member(Call&, std::optional<std::string> const& member);
bool is_mine(std::vector<Member> const& mine, std::string const& member);

}  // namespace banshi::voices
