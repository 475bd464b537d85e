#include "systems/route.h"
#include "systems/supervision/routes.h"
#include "systems/supervision/works.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(PhaseFrom, (), (phase, from))
BOOST_DESCRIBE_STRUCT(SetProgramme, (), (year, phases, choices, ballots_least, deputies))
BOOST_DESCRIBE_STRUCT(ProgrammeView, (),
                      (year, phases, phase, choices, ballots_least, deputies, ballots, result))
BOOST_DESCRIBE_STRUCT(ProposeWork, (), (year, title, text, place, street, phone))
BOOST_DESCRIBE_STRUCT(WorkNumber, (), (item, serial))
BOOST_DESCRIBE_STRUCT(Milestone, (), (serial, title, planned, done_at, late, words))
BOOST_DESCRIBE_STRUCT(WorkDeed, (), (at, deed, to, why))
BOOST_DESCRIBE_STRUCT(WorkView, (),
                      (item, year, serial, title, text, place, street, state, public_why,
                       joined_into, votes, yes, no, abstained, budget, spent, unit, leader, number,
                       milestones, rated, satisfied_percent, report, history, version))
BOOST_DESCRIBE_STRUCT(WorksView, (), (programme, items, now))
BOOST_DESCRIBE_STRUCT(OfYear, (), (year))
BOOST_DESCRIBE_STRUCT(OfWork, (), (item))
BOOST_DESCRIBE_STRUCT(ScreenWork, (), (item, shortlist, why, into))
BOOST_DESCRIBE_STRUCT(CastBallot, (), (year, id_number, name, items))
BOOST_DESCRIBE_STRUCT(BallotCast, (), (items, replaced))
BOOST_DESCRIBE_STRUCT(ExtendVote, (), (year, until))
BOOST_DESCRIBE_STRUCT(ConfirmWork, (), (item, yes, no, abstained, budget, unit, leader))
BOOST_DESCRIBE_STRUCT(PlannedMilestone, (), (title, planned))
BOOST_DESCRIBE_STRUCT(AnnounceWorks, (), (year))
BOOST_DESCRIBE_STRUCT(StartWork, (), (item, milestones))
BOOST_DESCRIBE_STRUCT(ReachMilestone, (), (item, serial, words, spent))
BOOST_DESCRIBE_STRUCT(AmendWork, (), (item, budget, why))
BOOST_DESCRIBE_STRUCT(FinishWork, (), (item))
BOOST_DESCRIBE_STRUCT(ReportWork, (), (item, report))
BOOST_DESCRIBE_STRUCT(RateWork, (), (item, id_number, name, grade))
BOOST_DESCRIBE_STRUCT(WorkRated, (), (replaced))
BOOST_DESCRIBE_STRUCT(JudgeWork, (), (item, congress_passed, milestones, why))

std::vector<Route> works_routes() {
    std::string const year = "/works/{year}", item = "/work-items/{item}";
    return {
        put(year, run_works, "set_programme", set_programme),
        live("works/{year}", get(year, anyone, "see_works", see_works)),
        creates(post(year + "/proposals", anyone, "propose_work", propose_work)),
        get(item, anyone, "see_work", see_work),
        post(item + "/screening", run_works, "screen_work", screen_work),
        post(year + "/ballot", anyone, "cast_ballot", cast_ballot),
        post(year + "/count", run_works, "count_votes", count_votes),
        post(year + "/extension", run_works, "extend_vote", extend_vote),
        post(item + "/decision", run_works, "confirm_work", confirm_work),
        post(year + "/announcement", run_works, "announce_works", announce_works),
        post(item + "/start", run_works, "start_work", start_work),
        post(item + "/milestone", run_works, "reach_milestone", reach_milestone),
        post(item + "/amendment", run_works, "amend_work", amend_work),
        post(item + "/finish", run_works, "finish_work", finish_work),
        post(item + "/report", run_works, "report_work", report_work),
        post(item + "/rating", anyone, "rate_work", rate_work),
        post(item + "/judgement", run_works, "judge_work", judge_work),
    };
}

}  // namespace banshi::supervision
