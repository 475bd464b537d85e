#include "systems/privacy/system.h"

#include "systems/privacy/privacy.h"
#include "systems/route.h"

namespace banshi::privacy {

BOOST_DESCRIBE_ENUM(Format, json, pdf)
BOOST_DESCRIBE_STRUCT(SeeMyData, (), ())
BOOST_DESCRIBE_STRUCT(PersonKept, (), (name, id_number, phone, other_names))
BOOST_DESCRIBE_STRUCT(ThingKept, (), (number, words, at, until))
BOOST_DESCRIBE_STRUCT(KindKept, (), (kind, title, term, things))
BOOST_DESCRIBE_STRUCT(LookAtMe, (), (at, by, reason))
BOOST_DESCRIBE_STRUCT(MyData, (), (phone, person, checked_until, kinds, looks))
BOOST_DESCRIBE_STRUCT(ExportMyData, (), (format))
BOOST_DESCRIBE_STRUCT(BeginCheck, (), ())
BOOST_DESCRIBE_STRUCT(CheckBegun, (), (code, until))
BOOST_DESCRIBE_STRUCT(CheckIdentity, (), (code, id_number))
BOOST_DESCRIBE_STRUCT(IdentityChecked, (), (name, phone, until))

System system() {
    return {
        .name = "privacy",
        .title = "system.privacy",
        .routes = {
            get("/my-data", anyone, "see_my_data", see_my_data),
            secret(post("/my-data/export", anyone, "export_my_data", export_my_data)),
            secret(post("/my-data/check", anyone, "begin_identity_check", begin_identity_check)),
            secret(post("/identity-checks", check_identities, "check_identity", check_identity)),
        }};
}

}  // namespace banshi::privacy
