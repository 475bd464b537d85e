#include "systems/route.h"
#include "systems/supervision/figures.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(ListCases, (),
                      (from, to, state, type, kind, grade, category, channel, street, unit, as_lead,
                       counted, rated, content, mine, outcome, level, colour, overdue, held, words,
                       order, after))
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (number, title, latest, street_name, unit_name, category_name, state, round,
                       level, outcome, last_day, days_left, colour, stopped, households,
                       registered_at, latitude, longitude, street))
BOOST_DESCRIBE_STRUCT(CaseList, (), (cases, next, now))
BOOST_DESCRIBE_STRUCT(ListMatters, (), (type, category, street, words, after))
BOOST_DESCRIBE_STRUCT(FindSimilar, (), (category, street, latitude, longitude, text))
BOOST_DESCRIBE_STRUCT(SimilarRow, (),
                      (number, title, place, state, registered_at, metres, reporters, certain))
BOOST_DESCRIBE_STRUCT(SimilarList, (), (matters))
BOOST_DESCRIBE_STRUCT(SeeFigures, (), ())
BOOST_DESCRIBE_STRUCT(StreetFigures, (), (street, name, open, levels))
BOOST_DESCRIBE_STRUCT(Figures, (),
                      (year, registered, open, overdue, cleared, listed, declined, merged,
                       withdrawn, levels, streets, now))
BOOST_DESCRIBE_STRUCT(CaseChoices, (), ())
BOOST_DESCRIBE_STRUCT(Choice, (), (id, name))
BOOST_DESCRIBE_STRUCT(QuantityChoice, (), (id, name, unit))
BOOST_DESCRIBE_STRUCT(CaseChosen, (),
                      (units, streets, categories, kinds, grades, declines, quantities,
                       review_months))
BOOST_DESCRIBE_STRUCT(ListMyMatters, (), ())
BOOST_DESCRIBE_STRUCT(ListFollowed, (), ())
BOOST_DESCRIBE_STRUCT(ProblemsFeed, (), (street))

std::vector<Route> list_routes() {
    return {
        live("matters/supervision", get("/cases", see_matters, "list_cases", list_cases)),
        get("/matters", anyone, "list_matters", list_matters),
        get("/similar-matters", anyone, "find_similar_matters", find_similar_matters),
        live("matters/supervision", get("/problem-figures", anyone, "see_figures", see_figures)),
        get("/case-choices", see_matters, "case_choices", case_choices),
        get("/my-matters", anyone, "list_my_matters", list_my_matters),
        get("/followed-matters", anyone, "list_followed", list_followed),
        get("/problems.atom", anyone, "problems_feed", problems_feed),
    };
}

}  // namespace banshi::supervision
