#include "systems/hall/evaluator.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class Evaluation : public World {
protected:
    // A visit that was served at 09:05 on Monday, as its owner holds it.
    TicketView served() {
        must(open_window, AtWindow{hall, {"1"}});
        auto const ticket = issue();
        serve_next({"1"});
        return ticket;
    }
    Evaluate graded(TicketView const& ticket, Grade grade) {
        return {hall, ticket.ticket, ticket.secret.value(), grade, {}, {}, {}};
    }
    std::string grade(TicketView const& ticket, Grade grade = Grade::satisfied) {
        actor = &visitor;
        auto const said = outcome(evaluate, graded(ticket, grade));
        actor = &staff;
        return said;
    }
};

TEST_P(Evaluation, ABadGradeIsFollowedUp) {
    auto const ticket = served();
    actor = &visitor;
    TicketAtTicket const own{hall, ticket.ticket, ticket.secret.value()};
    EXPECT_EQ(must(see_ticket, own).to_grade.size(), 1u);
    auto const evaluated = must(evaluate, graded(ticket, Grade::dissatisfied));
    EXPECT_TRUE(must(see_ticket, own).to_grade.empty());
    EXPECT_TRUE(evaluated.follow_up);
    EXPECT_EQ(written(evaluated.contact_by.value()), "2026-03-03");
    EXPECT_EQ(written(evaluated.answer_by.value()), "2026-03-09");
    EXPECT_EQ(outcome(evaluate, graded(ticket, Grade::satisfied)), "evaluation.already_evaluated");

    actor = &staff;
    auto follow_ups = must(list_follow_ups, ListFollowUps{hall}).follow_ups;
    ASSERT_EQ(follow_ups.size(), 1u);
    EXPECT_EQ(follow_ups[0].grade, Grade::dissatisfied);
    EXPECT_FALSE(follow_ups[0].late);
    on("2026-03-04", "09:00:00");
    EXPECT_TRUE(must(list_follow_ups, ListFollowUps{hall}).follow_ups[0].late);
    auto const id = follow_ups[0].follow_up;
    EXPECT_FALSE(must(contact_citizen, ContactCitizen{hall, id}).follow_ups[0].late);
    EXPECT_EQ(outcome(answer_evaluation, AnswerEvaluation{hall, id, ""}),
              "follow_up.answer_missing");
    follow_ups = must(answer_evaluation, AnswerEvaluation{hall, id, "改进"}).follow_ups;
    EXPECT_EQ(follow_ups[0].answer, "改进");
    EXPECT_EQ(follow_ups[0].grade, Grade::dissatisfied);
    EXPECT_EQ(outcome(answer_evaluation, AnswerEvaluation{hall, id, "again"}),
              "follow_up.answered");
}

TEST_P(Evaluation, IsTakenWhenTheNextYearsCalendarIsNotKnown) {
    on("2026-12-30", "09:00:00");
    auto const ticket = served();
    actor = &visitor;
    auto const evaluated = must(evaluate, graded(ticket, Grade::dissatisfied));
    EXPECT_EQ(written(evaluated.contact_by.value()), "2026-12-31");
    EXPECT_EQ(written(evaluated.answer_by.value()), "2026-12-31");
}

TEST_P(Evaluation, AGoodGradeOpensNothing) {
    EXPECT_EQ(grade(served(), Grade::basically_satisfied), "ok");
    EXPECT_TRUE(must(list_follow_ups, ListFollowUps{hall}).follow_ups.empty());
}

TEST_P(Evaluation, OnlyServedVisitsAreGraded) {
    auto const ticket = issue();
    EXPECT_EQ(grade(ticket), "ticket.wrong_state");
    must(leave, TicketAtTicket{hall, ticket.ticket, ticket.secret.value()});
    EXPECT_EQ(grade(ticket), "ticket.wrong_state");
}

TEST_P(Evaluation, StaysOpenForAWeek) {
    auto const ticket = served(), other = served();
    on("2026-03-09", "09:05:00");
    EXPECT_EQ(grade(ticket), "ok");
    on("2026-03-09", "09:10:01");
    EXPECT_EQ(grade(other), "evaluation.closed");
}

TEST_P(Evaluation, IsTheCitizensOwn) {
    auto const ticket = served();
    EXPECT_EQ(outcome(evaluate, graded(ticket, Grade::satisfied)), "evaluation.own_service");
    actor = &visitor;
    auto form = graded(ticket, Grade::satisfied);
    form.secret = "00";
    EXPECT_EQ(outcome(evaluate, form), "ticket.not_found");
    form = graded(ticket, Grade::satisfied);
    form.reasons = {"sorcery"};
    EXPECT_EQ(outcome(evaluate, form), "evaluation.unknown_reason");
    form.reasons = {"long_wait", "attitude"};
    form.words = std::string();
    for (int letter = 0; letter < 501; ++letter) *form.words += "慢";
    EXPECT_EQ(outcome(evaluate, form), "evaluation.words_too_long");
    form.words->erase(0, 3);
    EXPECT_EQ(outcome(evaluate, form), "ok");
}

TEST_P(Evaluation, TheDeviceGradesWhoWasJustServedThere) {
    served();
    EvaluateAtWindow const form{hall, {"1"}, Grade::very_satisfied, {}};
    EXPECT_EQ(outcome(evaluate_at_window, form), "evaluation.own_service");
    auto device = staff;
    device.kind = Actor::Kind::device;
    actor = &device;
    EXPECT_EQ(outcome(evaluate_at_window, EvaluateAtWindow{hall, {"2"}, Grade::satisfied, {}}),
              "evaluation.nobody_served");
    EXPECT_EQ(outcome(evaluate_at_window, form), "ok");
    EXPECT_EQ(outcome(evaluate_at_window, form), "evaluation.already_evaluated");
    now += Minutes{5} + Seconds{1};
    EXPECT_EQ(outcome(evaluate_at_window, form), "evaluation.nobody_served");
}

TEST_P(Evaluation, TheClerkAsksAndLearnsOnlyThatItWasAnswered) {
    AtWindow const window{hall, {"1"}};
    must(open_window, window);
    EXPECT_EQ(outcome(request_evaluation, window), "evaluation.nobody_served");
    auto const ticket = served();
    EXPECT_FALSE(must(see_window, window).just_served.value().requested);
    auto const asked = must(request_evaluation, window).just_served.value();
    EXPECT_TRUE(asked.requested);
    EXPECT_FALSE(asked.evaluated);

    auto device = staff;
    device.kind = Actor::Kind::device;
    actor = &device;
    auto const seen = must(see_evaluator, window).ticket.value();
    EXPECT_EQ(seen.number, ticket.number);
    EXPECT_TRUE(seen.requested);
    EXPECT_EQ(seen.until, now + Minutes{5});
    must(evaluate_at_window, EvaluateAtWindow{hall, {"1"}, Grade::dissatisfied, {}});

    actor = &staff;
    EXPECT_TRUE(must(see_window, window).just_served.value().evaluated);
    EXPECT_EQ(outcome(request_evaluation, window), "evaluation.already_evaluated");
}

TEST_P(Evaluation, WhoComesNextDoesNotGradeForTheOneBefore) {
    served();
    issue();
    auto const next = must(call_next, CallNext{hall, {"1"}}).value().current.value().ticket;
    AtWindow const window{hall, {"1"}};
    EXPECT_TRUE(must(see_window, window).just_served)
        << "only called, the one before is still here";
    must(begin, TicketAtWindow{hall, {"1"}, next});
    EXPECT_FALSE(must(see_window, window).just_served);
    auto device = staff;
    device.kind = Actor::Kind::device;
    actor = &device;
    EXPECT_FALSE(must(see_evaluator, window).ticket);
    EXPECT_EQ(outcome(evaluate_at_window, EvaluateAtWindow{hall, {"1"}, Grade::satisfied, {}}),
              "evaluation.nobody_served");
}

INSTANTIATE_TEST_SUITE_P(Both, Evaluation, both_databases(), database_name);

}  // namespace banshi::hall
