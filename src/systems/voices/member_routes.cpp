#include "systems/route.h"
#include "systems/voices/citizens.h"
#include "systems/voices/routes.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(NameMember, (), (role, name, phone, street, sector, from, to))
BOOST_DESCRIBE_STRUCT(MemberNamed, (), (member, code))
BOOST_DESCRIBE_STRUCT(EndMember, (), (member, to))
BOOST_DESCRIBE_STRUCT(MemberView, (),
                      (member, role, name, street, street_name, sector, from, to, taken_up))
BOOST_DESCRIBE_STRUCT(MemberList, (), (members))
BOOST_DESCRIBE_STRUCT(ListMembers, (), ())
BOOST_DESCRIBE_STRUCT(AddStreet, (), (id, name))
BOOST_DESCRIBE_STRUCT(TakeUp, (), (code))
BOOST_DESCRIBE_STRUCT(TakePart, (), (name, phone))
BOOST_DESCRIBE_STRUCT(FindMembers, (), (name))

std::vector<Route> member_routes() {
    return {
        get("/voice-members", manage_members, "list_members", list_members),
        secret(creates(post("/voice-members", manage_members, "name_member", name_member))),
        post("/voice-members/{member}/end", manage_members, "end_member", end_member),
        creates(post("/voice-streets", manage_members, "add_street", add_street)),
        post("/my-voice-memberships", anyone, "take_up_membership", take_up_membership),
        post("/my-voice-memberships/citizen", anyone, "take_part", take_part),
        get("/my-voice-memberships", anyone, "see_my_memberships", see_my_memberships),
        get("/voice-readers", screen_voices, "list_readers", list_readers),
        get("/voice-authors", anyone, "find_members", find_members),
    };
}

}  // namespace banshi::voices
