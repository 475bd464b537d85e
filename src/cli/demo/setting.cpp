#include "cli/demo/setting.h"

namespace banshi::demo {

BOOST_DESCRIBE_STRUCT(Habits, (),
                      (booked_percent, show_percent, cancel_percent, late_percent, priority_percent,
                       deaf_percent, back_percent, leave_percent, transfer_percent, park_percent,
                       graded_percent, grades))
BOOST_DESCRIBE_STRUCT(AccountSetting, (), (kind, login, name, role, node))
BOOST_DESCRIBE_STRUCT(AdviceSetting, (), (topic, title, place, problem, suggestion, unit, answer))
BOOST_DESCRIBE_STRUCT(OpinionCallSetting, (), (topic, title, text, days))
BOOST_DESCRIBE_STRUCT(DigestSetting, (), (title, words, leader, instruction, unit, days))
BOOST_DESCRIBE_STRUCT(WorkSetting, (),
                      (title, text, place, unit, leader, budget, milestones, done, report))
BOOST_DESCRIBE_STRUCT(Register, (), (kind, channel, cleared, open))
BOOST_DESCRIBE_STRUCT(Cause, (), (category, unit, weight, title, text, answer))
BOOST_DESCRIBE_STRUCT(KnownCase, (),
                      (kind, category, unit, street, place, title, text, answer, registered, since,
                       households, quantities))
BOOST_DESCRIBE_STRUCT(DutyStepSetting, (), (part, title, person, evidence))
BOOST_DESCRIBE_STRUCT(DutySetting, (),
                      (organisation, week, problem, kind, cause, mechanism, paper, methods, steps))
BOOST_DESCRIBE_STRUCT(ProblemWords, (), (progress, withdrawn, listed, not_solved, photo))
BOOST_DESCRIBE_STRUCT(ProblemSetting, (),
                      (district, first, last, recent_weeks, recent_cleared, late_percent,
                       rated_percent, ratings, lateness, withdrawn, listed, opened_again, household,
                       words, registers, causes, cases, duties, accounts))
BOOST_DESCRIBE_STRUCT(Setting, (),
                      (district, days, lighter_days, free_window, region, phone_prefix, password,
                       load_percent, lighter_load_percent, crowd, surnames, given, answers, sectors,
                       habits, advice, opinion_call, digest, works, accounts, problems))

Result<Setting> read_setting(std::string_view toml, std::string const& file) {
    return config::read<Setting>(toml, file);
}

}  // namespace banshi::demo
