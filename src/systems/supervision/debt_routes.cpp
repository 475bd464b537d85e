// Routes of hand-over lists, old debts and retention.

#include "systems/route.h"
#include "systems/supervision/handover.h"
#include "systems/supervision/retention.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(HandOverPost, (), (post, becomes, old_name, new_name))
BOOST_DESCRIBE_STRUCT(OfHandover, (), (handover))
BOOST_DESCRIBE_STRUCT(SignHandover, (), (handover, part))
BOOST_DESCRIBE_STRUCT(HandoverLine, (),
                      (number, title, unit, state, problem_since, level, last_day, promised))
BOOST_DESCRIBE_STRUCT(HandoverView, (),
                      (handover, post, becomes, old_name, new_name, made_at, old_signed_at,
                       new_signed_at, done, count, lines))
BOOST_DESCRIBE_STRUCT(HandoverList, (), (handovers))
BOOST_DESCRIBE_STRUCT(ListHandovers, (), ())
BOOST_DESCRIBE_STRUCT(OldDebt, (),
                      (number, title, street, unit, leader, state, level, problem_since, years,
                       households))
BOOST_DESCRIBE_STRUCT(OldDebts, (), (debts))
BOOST_DESCRIBE_STRUCT(SeeOldDebts, (), ())
BOOST_DESCRIBE_STRUCT(RetentionLine, (), (kind, months, before, due, numbers))
BOOST_DESCRIBE_STRUCT(RetentionView, (), (kinds, basis, daily, due))
BOOST_DESCRIBE_STRUCT(SeeRetention, (), ())
BOOST_DESCRIBE_STRUCT(RunRetention, (), (why))
BOOST_DESCRIBE_STRUCT(RetentionRun, (), (numbers, more))
BOOST_DESCRIBE_STRUCT(KeepTerms, (), ())

std::vector<Route> debt_routes() {
    std::string const lists = "/handovers", one = lists + "/{handover}";
    return {
        get(lists, see_matters, "list_handovers", list_handovers),
        creates(post(lists, hand_over, "hand_over_post", hand_over_post)),
        get(one, see_matters, "see_handover", see_handover),
        post(one + "/signature", see_matters, "sign_handover", sign_handover),
        get("/old-debts", see_matters, "see_old_debts", see_old_debts),
        get("/retention", retain_data, "see_retention", see_retention),
        post("/retention", retain_data, "run_retention", run_retention),
    };
}

std::vector<Job> retention_jobs() {
    return {{.deed = deed(retain_data, "keep_terms", keep_terms, true),
             .daily = Clock{Minutes{3 * 60 + 30}}}};
}

}  // namespace banshi::supervision
