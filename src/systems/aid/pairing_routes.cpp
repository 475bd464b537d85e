#include "systems/aid/pairing.h"
#include "systems/aid/routes.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(OfCampaign, (), (campaign))
BOOST_DESCRIBE_STRUCT(PairingShare, (), (donor, fen_per_year, agreed_at))
BOOST_DESCRIBE_STRUCT(PairingView, (),
                      (pairing, family, street_name, state, family_agreed, shares, fen, needed,
                       why))
BOOST_DESCRIBE_STRUCT(PutWish, (), (donor, street, pupil, families))
BOOST_DESCRIBE_STRUCT(ForbidPair, (), (donor, family, why))
BOOST_DESCRIBE_STRUCT(WishView, (), (donor, street_name, pupil, families))
BOOST_DESCRIBE_STRUCT(PairingList, (), (pairings, unallocated, missing, wishes, forbidden))
BOOST_DESCRIBE_STRUCT(PairingsPlanned, (),
                      (families, shares, unallocated, missing, by_flow, pairings))
BOOST_DESCRIBE_STRUCT(ShareForm, (), (donor, fen_per_year))
BOOST_DESCRIBE_STRUCT(ChangePairing, (), (pairing, shares, why))
BOOST_DESCRIBE_STRUCT(AgreePairing, (), (pairing, donor))
BOOST_DESCRIBE_STRUCT(OfPairing, (), (pairing))
BOOST_DESCRIBE_STRUCT(EndPairing, (), (pairing, replace, why))
BOOST_DESCRIBE_STRUCT(OpenPairings, (), (donor, code))

std::vector<Route> pairing_routes() {
    std::string const one = "/aid/pairings/{pairing}";
    return {
        post("/aid/wishes", keep_families, "put_wish", put_wish),
        post("/aid/forbidden-pairs", keep_families, "forbid_pair", forbid_pair),
        post("/aid/campaigns/{campaign}/pairings", keep_families, "propose_pairings",
             propose_pairings),
        get("/aid/campaigns/{campaign}/pairings", see_families, "list_pairings", list_pairings),
        put(one, keep_families, "change_pairing", change_pairing),
        post(one + "/agreement", keep_families, "agree_pairing", agree_pairing),
        post(one + "/beginning", keep_families, "begin_pairing", begin_pairing),
        post(one + "/end", keep_families, "end_pairing", end_pairing),
        secret(post("/aid/own-pairings", anyone, "see_my_pairings", see_my_pairings)),
    };
}

}  // namespace banshi::aid
