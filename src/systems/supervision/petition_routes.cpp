#include "systems/route.h"
#include "systems/supervision/petitions.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(AskReview, (), (number, code, text))
BOOST_DESCRIBE_STRUCT(AskReviewFor, (), (number, if_match, text, channel))
BOOST_DESCRIBE_STRUCT(Reported, (), (number, code, link))
BOOST_DESCRIBE_STRUCT(Registered, (), (number, code))
BOOST_DESCRIBE_STRUCT(ReviewOffer, (), (kind, authority, until, basis))
BOOST_DESCRIBE_STRUCT(VisitPetition, (), (number, words, channel))
BOOST_DESCRIBE_STRUCT(VisitNoted, (), (number, result, sentence))
BOOST_DESCRIBE_STRUCT(EarlierView, (), (number, title, state, registered_at, likeness, same, why))
BOOST_DESCRIBE_STRUCT(DecideEarlier, (), (number, if_match, earlier, same, why))
BOOST_DESCRIBE_STRUCT(EarlierDecided, (), (number, result, joined))
BOOST_DESCRIBE_STRUCT(SettlePetition, (), (number, if_match, kind, file, words))
BOOST_DESCRIBE_STRUCT(ChainLink, (), (number, kind, state, registered_at, decided_at))
BOOST_DESCRIBE_STRUCT(PetitionVisit, (), (at, channel, words, took_back))
BOOST_DESCRIBE_STRUCT(PetitionPaper, (), (at, kind, words))
BOOST_DESCRIBE_STRUCT(Resolution, (), (leader, received, paper, cleared, quiet_until, resolved))
BOOST_DESCRIBE_STRUCT(PetitionView, (),
                      (number, petition, ended, basis, chain, review, visits, papers, resolution,
                       earlier))
BOOST_DESCRIBE_STRUCT(OfMatter, (), (number))

std::vector<Route> petition_routes() {
    std::string const one = "/cases/{number}";
    return {
        creates(post("/matters/{number}/review", anyone, "ask_review", ask_review)),
        creates(post(one + "/review", register_matters, "ask_review_for", ask_review_for)),
        get(one + "/petition", see_matters, "see_petition", see_petition),
        post(one + "/visits", register_matters, "visit_petition", visit_petition),
        post(one + "/earlier", register_matters, "decide_earlier", decide_earlier),
        post(one + "/settlement", see_matters, "settle_petition", settle_petition),
    };
}

}  // namespace banshi::supervision
