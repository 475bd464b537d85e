#include "systems/privacy/system.h"

#include "systems/privacy/erasures.h"
#include "systems/route.h"

namespace banshi::privacy {

BOOST_DESCRIBE_ENUM(Format, json, pdf)
BOOST_DESCRIBE_STRUCT(SeeMyData, (), ())
BOOST_DESCRIBE_STRUCT(PersonKept, (), (name, id_number, phone, other_names))
BOOST_DESCRIBE_STRUCT(ThingKept, (), (number, words, at, until))
BOOST_DESCRIBE_STRUCT(KindKept, (), (kind, title, term, things))
BOOST_DESCRIBE_STRUCT(LookAtMe, (), (at, by, reason))
BOOST_DESCRIBE_ENUM(ErasureState, asked, granted, refused)
BOOST_DESCRIBE_STRUCT(ErasureShown, (), (number, state, asked_at, decided_at, why, seq))
BOOST_DESCRIBE_STRUCT(MyData, (), (phone, person, checked_until, kinds, looks, erasure))
BOOST_DESCRIBE_STRUCT(ExportMyData, (), (format))
BOOST_DESCRIBE_STRUCT(BeginCheck, (), ())
BOOST_DESCRIBE_STRUCT(CheckBegun, (), (code, until))
BOOST_DESCRIBE_STRUCT(CheckIdentity, (), (code, id_number))
BOOST_DESCRIBE_STRUCT(IdentityChecked, (), (name, phone, until))
BOOST_DESCRIBE_STRUCT(AskForErasure, (), ())
BOOST_DESCRIBE_STRUCT(SeeCertificate, (), ())
BOOST_DESCRIBE_STRUCT(ListErasures, (), ())
BOOST_DESCRIBE_STRUCT(ErasureAsked, (), (number, asked_at, name, id_number))
BOOST_DESCRIBE_STRUCT(ErasureList, (), (erasures))
BOOST_DESCRIBE_STRUCT(DecideErasure, (), (number, grant, why))

System system() {
    return {
        .name = "privacy",
        .title = "system.privacy",
        .routes = {
            get("/my-data", anyone, "see_my_data", see_my_data),
            secret(post("/my-data/export", anyone, "export_my_data", export_my_data)),
            secret(post("/my-data/check", anyone, "begin_identity_check", begin_identity_check)),
            post("/my-data/erasure", anyone, "ask_for_erasure", ask_for_erasure),
            get("/my-data/erasure/certificate", anyone, "erasure_certificate", erasure_certificate),
            secret(post("/identity-checks", check_identities, "check_identity", check_identity)),
            get("/erasures", decide_erasures, "list_erasures", list_erasures),
            post("/erasures/{number}/decision", decide_erasures, "decide_erasure", decide_erasure),
        }};
}

}  // namespace banshi::privacy
