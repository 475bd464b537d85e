#include "systems/aid/ranking.h"
#include "systems/aid/routes.h"
#include "systems/aid/selection.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(FactsView, (),
                      (members, income_fen, disabled_or_ill, pupils, workers, housing, evidence))
BOOST_DESCRIBE_STRUCT(LinePoints, (), (line, points, most))
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, families))
BOOST_DESCRIBE_STRUCT(PlanSelection, (), (campaign, by_street, places))
BOOST_DESCRIBE_STRUCT(OfCampaign, (), (campaign))
BOOST_DESCRIBE_STRUCT(StreetCut, (), (street, street_name, candidates, places, in, points))
BOOST_DESCRIBE_STRUCT(TieView, (), (street_name, places, families))
BOOST_DESCRIBE_STRUCT(SelectionView, (),
                      (campaign, places, by_street, weights, planned_at, scored_at, draw,
                       notice_from, notice_to, selected_at, scored, left_out, cuts, ties,
                       open_objections, counts, proposed_at, proposed_by, publicised_by, decided_by,
                       own_proposal))
BOOST_DESCRIBE_STRUCT(ListRanking, (), (campaign, street, from))
BOOST_DESCRIBE_STRUCT(RankLine, (),
                      (rank, family, street_name, category, points, drawn, ruling, in, state))
BOOST_DESCRIBE_STRUCT(Ranking, (), (families, unlisted, more))
BOOST_DESCRIBE_STRUCT(AnnounceTieDraw, (),
                      (campaign, closes_at, reveals_until, late_source, late_reference, late_at))
BOOST_DESCRIBE_STRUCT(TieDrawCode, (), (party, code))
BOOST_DESCRIBE_STRUCT(TieDraw, (), (draw, codes))
BOOST_DESCRIBE_STRUCT(SelectFamilies, (), (campaign, voters))
BOOST_DESCRIBE_STRUCT(RuleFamily, (), (family, ruling, reason, voters))
BOOST_DESCRIBE_STRUCT(FileObjection, (), (family, text, phone))
BOOST_DESCRIBE_STRUCT(ObjectionFiled, (), (objection, answer_by))
BOOST_DESCRIBE_STRUCT(AnswerObjection, (), (objection, upheld, answer, voters))
BOOST_DESCRIBE_STRUCT(ObjectionView, (), (objection, family, text, at, answered_at, upheld, answer))
BOOST_DESCRIBE_STRUCT(ObjectionList, (), (objections))
BOOST_DESCRIBE_STRUCT(SeeSelection, (), (campaign))
BOOST_DESCRIBE_STRUCT(PointsRow, (), (line, from, housing, points))
BOOST_DESCRIBE_STRUCT(NoticeRow, (), (family, street_name, category, state))
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (campaign, name, weights, basis, table, places, scored, cuts, draw,
                       notice_from, notice_to, objections_open, families, objections))
BOOST_DESCRIBE_STRUCT(OpenFamily, (), (family, id_last4))
BOOST_DESCRIBE_STRUCT(OwnFamily, (),
                      (family, street_name, category, state, facts, lines, points, cut, rank,
                       weights, draw, notice_to, objections_open, objections, donors,
                       anonymous_donors))

std::vector<Route> selection_routes() {
    std::string const of = "/aid/selections/{campaign}";
    return {
        post("/aid/selections", choose_families, "plan_selection", plan_selection),
        get(of, see_families, "see_selection_desk", see_selection_desk),
        get(of + "/ranking", see_families, "list_ranking", list_ranking),
        post(of + "/scores", choose_families, "score_families", score_families),
        post(of + "/shortlist", choose_families, "shortlist_families", shortlist_families),
        secret(post(of + "/draw", choose_families, "announce_tie_draw", announce_tie_draw)),
        post(of + "/notice", choose_families, "publicise_families", publicise_families),
        post(of + "/decision", choose_families, "select_families", select_families),
        post("/aid/families/{family}/ruling", choose_families, "rule_family", rule_family),
        get(of + "/objections", see_families, "list_objections", list_objections),
        creates(post("/aid/objections", anyone, "file_objection", file_objection)),
        post("/aid/objections/{objection}/answer", choose_families, "answer_objection",
             answer_objection),
        get("/aid/notice", anyone, "see_selection", see_selection),
        secret(post("/aid/own-family", anyone, "see_own_family", see_own_family)),
    };
}

}  // namespace banshi::aid
