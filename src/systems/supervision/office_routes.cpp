#include "systems/route.h"
#include "systems/supervision/office.h"
#include "systems/supervision/order_sheet.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(ReporterView, (), (serial, name, phone, recorded_by, proved, through))
BOOST_DESCRIBE_STRUCT(TaskView, (),
                      (serial, round, unit, unit_name, lead, forced, dispatched_at, signed_at,
                       handler, answered_at, answer, ended_at, grounds))
BOOST_DESCRIBE_STRUCT(ClockView, (),
                      (serial, round, kind, unit_name, start_at, length, length_unit, extension,
                       last_day, due, missing_year, stopped, ended_at, end_cause, colour, days_left,
                       late, level, extension_most, basis))
BOOST_DESCRIBE_STRUCT(PauseView, (), (reason, from, to))
BOOST_DESCRIBE_STRUCT(LevelView, (),
                      (clock, level, round, cause, nominal_at, raised_at, order, ordered_by, why,
                       new_last_day, answered_at, answer, annulled_at, annulled_why))
BOOST_DESCRIBE_STRUCT(AnswerView, (),
                      (round, serial, outcome, text, drafted_by, drafted_at, approved_by,
                       published_at, sent_back))
BOOST_DESCRIBE_STRUCT(DeedView, (), (sequence, at, verb, to, round, actor, why, facts, seq))
BOOST_DESCRIBE_STRUCT(EvaluationShown, (),
                      (round, reporter, answered_at, solved, rating, reason, channel))
BOOST_DESCRIBE_STRUCT(DetailView, (), (name, content))
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (matter, number, version, state, kind, grade, category, category_name, title,
                       text, place, latitude, longitude, street, street_name, households,
                       problem_since, channel, client, details, old_number, visibility, round,
                       outcome, unit, unit_name, leader, merged_into, merged, previous,
                       registered_at, accepted_at, cleared_at, level, flagged, deeds,
                       pauses_allowed, reporters, tasks, clocks, pauses, levels, answers,
                       quantities, evaluations, evidence, reported_files, history, now))
BOOST_DESCRIBE_STRUCT(OnMatter, (), (number, if_match))
BOOST_DESCRIBE_STRUCT(OnMatterWhy, (), (number, if_match, why))
BOOST_DESCRIBE_STRUCT(RegisterMatter, (),
                      (kind, category, text, title, grade, channel, place, latitude, longitude,
                       street, households, since, visibility, name, phone, previous))
BOOST_DESCRIBE_STRUCT(Registered, (), (number, code))
BOOST_DESCRIBE_STRUCT(DeclineMatter, (), (number, if_match, reason, where_instead))
BOOST_DESCRIBE_STRUCT(DispatchMatter, (), (number, if_match, lead, joint, why))
BOOST_DESCRIBE_STRUCT(PauseMatter, (), (number, if_match, reason))
BOOST_DESCRIBE_STRUCT(ExtendMatter, (), (number, if_match, clock, days, why))
BOOST_DESCRIBE_STRUCT(AnswerPart, (), (number, if_match, unit, text))
BOOST_DESCRIBE_STRUCT(AnswerMatter, (),
                      (number, if_match, outcome, text, quantities, why_without_joint))
BOOST_DESCRIBE_STRUCT(ListMatter, (), (number, if_match, why, review_on))
BOOST_DESCRIBE_STRUCT(MergeMatter, (), (number, if_match, into, why))
BOOST_DESCRIBE_STRUCT(RegradeMatter, (), (number, if_match, grade, why))
BOOST_DESCRIBE_STRUCT(CorrectMatter, (), (number, if_match, kind, category, street, place, why))
BOOST_DESCRIBE_STRUCT(BackdatePause, (), (number, if_match, reason, from, to, why))
BOOST_DESCRIBE_STRUCT(ApplyRules, (), (why, after))
BOOST_DESCRIBE_STRUCT(RulesApplied, (), (changed, next))
BOOST_DESCRIBE_STRUCT(NameLeader, (), (number, if_match, leader, why))
BOOST_DESCRIBE_STRUCT(ModerateMatter, (), (number, if_match, title, text, why))
BOOST_DESCRIBE_STRUCT(RaiseLevel, (), (number, if_match, level, why, new_last_day))
BOOST_DESCRIBE_STRUCT(OnLevel, (), (number, if_match, clock, level, words))
BOOST_DESCRIBE_STRUCT(ReporterShown, (), (name, phone, email))
BOOST_DESCRIBE_STRUCT(RevealReporter, (), (number, reporter, reason))
BOOST_DESCRIBE_STRUCT(Original, (), (at, title, text))
BOOST_DESCRIBE_STRUCT(Originals, (), (versions))
BOOST_DESCRIBE_STRUCT(OrderPaper, (), (number, clock, level))
BOOST_DESCRIBE_STRUCT(RecordEvaluation, (), (number, reporter, solved, rating, reason))

namespace {

std::string const cases = "/cases", one = "/cases/{number}";

std::vector<Route> reception() {
    return {
        creates(post(cases, register_matters, "register_matter", register_matter)),
        live("matter/{number}", get(one, see_matters, "see_case", see_case)),
        post(one + "/acceptance", accept_matters, "accept_matter", accept_matter),
        post(one + "/refusal", accept_matters, "decline_matter", decline_matter),
        post(one + "/dispatch", dispatch_matters, "dispatch_matter", dispatch_matter),
        post(one + "/forced-dispatch", inspect_matters, "force_assign", force_assign),
        post(one + "/merger", dispatch_matters, "merge_matter", merge_matter),
        post(one + "/separation", dispatch_matters, "unmerge_matter", unmerge_matter),
        post(one + "/withdrawal", accept_matters, "withdraw_for", withdraw_for),
        post(one + "/grade", dispatch_matters, "regrade_matter", regrade_matter),
        post(one + "/correction", dispatch_matters, "correct_matter", correct_matter),
        post(one + "/public-text", moderate_matters, "moderate_matter", moderate_matter),
    };
}

std::vector<Route> handling() {
    return {
        post(one + "/signature", handle_matters, "sign_matter", sign_matter),
        post(one + "/return", handle_matters, "return_matter", return_matter),
        post(one + "/pause", see_matters, "pause_matter", pause_matter),
        post(one + "/resumption", see_matters, "resume_matter", resume_matter),
        post(one + "/extension", head_unit, "extend_matter", extend_matter),
        post(one + "/progress", handle_matters, "note_progress", note_progress),
        post(one + "/part", handle_matters, "answer_part", answer_part),
        post(one + "/answer", handle_matters, "answer_matter", answer_matter),
    };
}

std::vector<Route> deciding() {
    return {
        post(one + "/sending-back", approve_matters, "send_back_answer", send_back_answer),
        post(one + "/verification", call_back, "verify_matter", verify_matter),
        post(one + "/clearance", approve_matters, "clear_matter", clear_matter),
        post(one + "/listing", lead_district, "list_matter", list_matter),
        post(one + "/reopening", see_matters, "reopen_matter", reopen_matter),
        post(one + "/past-pause", inspect_matters, "backdate_pause", backdate_pause),
        post("/rules-application", inspect_matters, "apply_rules", apply_rules),
        post(one + "/leader", inspect_matters, "name_leader", name_leader),
        post(one + "/levels", inspect_matters, "raise_level", raise_level),
        get(one + "/orders/{clock}/{level}/paper", see_matters, "order_paper", order_paper),
        post(one + "/order-answer", head_unit, "answer_order", answer_order),
        post(one + "/order-annulment", inspect_matters, "annul_order", annul_order),
        post(one + "/reporter", see_reporters, "reveal_reporter", reveal_reporter),
        post(one + "/originals", see_reporters, "see_originals", see_originals),
        post(one + "/evaluation", call_back, "record_evaluation", record_evaluation),
    };
}

}  // namespace

std::vector<Route> office_routes() {
    std::vector<Route> all;
    for (auto const& part : {reception, handling, deciding})
        for (auto& route : part()) all.push_back(std::move(route));
    return all;
}

}  // namespace banshi::supervision
