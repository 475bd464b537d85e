#include "systems/hall/evaluation_rows.h"
#include "systems/hall/evaluator.h"
#include "systems/hall/hall.h"
#include "systems/hall/routes.h"
#include "systems/route.h"

namespace banshi::hall {

BOOST_DESCRIBE_STRUCT(AtWindow, (), (hall, window))
BOOST_DESCRIBE_STRUCT(JustServed, (), (number, service_name, requested, evaluated, until))
BOOST_DESCRIBE_STRUCT(EvaluatorView, (), (hall, hall_name, window, ticket, now))
BOOST_DESCRIBE_STRUCT(Evaluate, (), (hall, ticket, secret, grade, stop, reasons, words))
BOOST_DESCRIBE_STRUCT(Evaluated, (), (number, grade, follow_up, contact_by, answer_by))
BOOST_DESCRIBE_STRUCT(EvaluateAtWindow, (), (hall, window, grade, reasons))
BOOST_DESCRIBE_STRUCT(ListFollowUps, (), (hall))
BOOST_DESCRIBE_STRUCT(FollowUp, (),
                      (follow_up, ticket, number, day, grade, reasons, words, name, contact_by,
                       answer_by, contacted_at, late, answer))
BOOST_DESCRIBE_STRUCT(FollowUps, (), (follow_ups))
BOOST_DESCRIBE_STRUCT(ContactCitizen, (), (hall, follow_up))
BOOST_DESCRIBE_STRUCT(AnswerEvaluation, (), (hall, follow_up, answer))

std::vector<Route> evaluation_routes() {
    std::string const hall = "/halls/{hall}", window = hall + "/windows/{window}",
                      follow_up = hall + "/follow-ups/{follow_up}";
    return {
        creates(post(hall + "/tickets/{ticket}/evaluation", anyone, "evaluate", evaluate)),
        creates(
            post(window + "/evaluation", take_grades, "evaluate_at_window", evaluate_at_window)),
        live("hall/{hall}",
             get(window + "/evaluator", take_grades, "see_evaluator", see_evaluator)),
        get(hall + "/follow-ups", manage_halls, "list_follow_ups", list_follow_ups),
        post(follow_up + "/contact", manage_halls, "contact_citizen", contact_citizen),
        post(follow_up + "/answer", manage_halls, "answer_evaluation", answer_evaluation),
    };
}

}  // namespace banshi::hall
