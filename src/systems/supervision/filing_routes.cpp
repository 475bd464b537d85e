#include "systems/route.h"
#include "systems/supervision/filing.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(Nothing, (), ())
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (key, name))
BOOST_DESCRIBE_STRUCT(QuestionView, (), (code, datatype, required, variable, text, hint, values))
BOOST_DESCRIBE_STRUCT(CategoryView, (), (id, name, group, questions))
BOOST_DESCRIBE_STRUCT(StreetView, (), (id, name))
BOOST_DESCRIBE_STRUCT(FilingChoices, (), (categories, streets, phone))
BOOST_DESCRIBE_STRUCT(QuestionAnswer, (), (code, values))
BOOST_DESCRIBE_STRUCT(FollowMatter, (), (number, phone))
BOOST_DESCRIBE_STRUCT(ReportProblem, (),
                      (category, text, title, place, latitude, longitude, street, households, since,
                       visibility, name, phone, email, answers))
BOOST_DESCRIBE_STRUCT(Reported, (), (number, code, link))
BOOST_DESCRIBE_STRUCT(OfMatter, (), (number))
BOOST_DESCRIBE_STRUCT(WithCode, (), (number, code))
BOOST_DESCRIBE_STRUCT(StepView, (), (at, verb, state, round, words, unit, level, seq))
BOOST_DESCRIBE_STRUCT(PublicAnswer, (), (round, outcome, text, published_at))
BOOST_DESCRIBE_STRUCT(PublicLevel, (), (level, nominal_at, order, answer, annulled))
BOOST_DESCRIBE_STRUCT(ReviewOffer, (), (kind, authority, until, basis))
BOOST_DESCRIBE_STRUCT(PublicMatter, (),
                      (number, state, title, text, held, category, place, latitude, longitude,
                       street, households, problem_since, registered_at, origin, unit, joint, round,
                       level, outcome, last_day, days_left, colour, clock, basis, stopped, steps,
                       answers, levels, files, merged_into, previous, following, reporters, certain,
                       yours, followed, deeds, review, now))
BOOST_DESCRIBE_STRUCT(AddWord, (), (number, words, code))
BOOST_DESCRIBE_STRUCT(JoinMatter, (), (number, name, phone))
BOOST_DESCRIBE_STRUCT(WithdrawMatter, (), (number, code, why))
BOOST_DESCRIBE_STRUCT(JudgeMatter, (), (number, code, solved, rating, reason))
BOOST_DESCRIBE_STRUCT(OfEvaluation, (), (token))
BOOST_DESCRIBE_STRUCT(Evaluate, (), (token, solved, rating, reason))
BOOST_DESCRIBE_STRUCT(EvaluationView, (),
                      (number, title, answer, outcome, until, solved, rating, reason))

std::vector<Route> filing_routes() {
    std::string const matter = "/matters/{number}", link = "/evaluations/{token}";
    return {
        get("/filing-choices", anyone, "filing_choices", filing_choices),
        creates(post("/matters", anyone, "report_problem", report_problem)),
        live("matter/{number}", get(matter, anyone, "see_matter", see_matter)),
        post(matter + "/opened", anyone, "open_matter", open_matter),
        post(matter + "/words", anyone, "add_word", add_word),
        creates(post(matter + "/reporters", anyone, "join_matter", join_matter)),
        post(matter + "/following", anyone, "follow_matter", follow_matter),
        post(matter + "/unfollowing", anyone, "unfollow_matter", unfollow_matter),
        post(matter + "/withdrawal", anyone, "withdraw_matter", withdraw_matter),
        post(matter + "/judgement", anyone, "judge_matter", judge_matter),
        get(link, anyone, "see_evaluation_link", see_evaluation_link),
        post(link, anyone, "evaluate_matter", evaluate_matter),
    };
}

}  // namespace banshi::supervision
