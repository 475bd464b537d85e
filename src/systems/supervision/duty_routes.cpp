#include "systems/route.h"
#include "systems/supervision/duties.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(PlannedStep, (), (part, title, day, person))
BOOST_DESCRIBE_STRUCT(DutyPlan, (), (problems, kinds, cause, mechanism, methods, steps))
BOOST_DESCRIBE_STRUCT(PlanDuty, (), (year, organisation, if_match, plan))
BOOST_DESCRIBE_STRUCT(OfDuty, (), (year, organisation))
BOOST_DESCRIBE_STRUCT(OnDuty, (), (year, organisation, if_match))
BOOST_DESCRIBE_STRUCT(AttachDutyFile, (), (year, organisation, file))
BOOST_DESCRIBE_STRUCT(DutyFile, (), (file))
BOOST_DESCRIBE_STRUCT(ReadDutyFile, (), (year, organisation, file))
BOOST_DESCRIBE_STRUCT(ApproveMechanism, (), (year, organisation, if_match, document))
BOOST_DESCRIBE_STRUCT(UseMethod, (), (year, organisation, method, number))
BOOST_DESCRIBE_STRUCT(FinishStep, (), (year, organisation, serial, evidence, file))
BOOST_DESCRIBE_STRUCT(MatterBrief, (), (number, title, state, outcome, done))
BOOST_DESCRIBE_STRUCT(MethodView, (), (serial, text, used_on, done))
BOOST_DESCRIBE_STRUCT(DutyStep, (),
                      (serial, part, title, day, person, done_at, late, evidence, file))
BOOST_DESCRIBE_STRUCT(MonthCount, (), (month, matters, after))
BOOST_DESCRIBE_STRUCT(KindView, (), (category, name, matters))
BOOST_DESCRIBE_STRUCT(DutyDeed, (), (at, deed, why))
BOOST_DESCRIBE_STRUCT(DutyView, (),
                      (year, organisation, name, version, submitted, problems, kinds, cause,
                       mechanism, approved_at, methods, steps, steps_done, problem_done, kind_done,
                       methods_done, done, recurrence, files, history, now))
BOOST_DESCRIBE_STRUCT(DutyLine, (),
                      (organisation, name, submitted, problem, kind, methods, steps, steps_done,
                       done))
BOOST_DESCRIBE_STRUCT(OfDutyYear, (), (year))
BOOST_DESCRIBE_STRUCT(Duties, (), (year, lines))

std::vector<Route> duty_routes() {
    std::string const year = "/duties/{year}", one = year + "/{organisation}";
    return {
        get(year, anyone, "see_duties", see_duties),
        get(one, anyone, "see_duty", see_duty),
        put(one, run_duties, "plan_duty", plan_duty),
        post(one + "/submission", run_duties, "submit_duty", submit_duty),
        prepared(files::develop_ahead,
                 creates(upload(one + "/files", run_duties, "attach_duty_file", attach_duty_file))),
        get(one + "/files/{file}", see_matters, "read_duty_file", read_duty_file),
        post(one + "/approval", approve_duties, "approve_mechanism", approve_mechanism),
        post(one + "/uses", run_duties, "use_method", use_method),
        post(one + "/steps", run_duties, "finish_step", finish_step),
    };
}

}  // namespace banshi::supervision
