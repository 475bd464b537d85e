#include "cli/demo/setting.h"

namespace banshi::demo {

BOOST_DESCRIBE_STRUCT(Habits, (),
                      (booked_percent, show_percent, cancel_percent, late_percent, priority_percent,
                       deaf_percent, back_percent, leave_percent, transfer_percent, park_percent,
                       graded_percent, grades))
BOOST_DESCRIBE_STRUCT(AccountSetting, (), (kind, login, name, role, node))
BOOST_DESCRIBE_STRUCT(AdviceSetting, (),
                      (topic, title, place, problem, suggestion, unit, answer))
BOOST_DESCRIBE_STRUCT(Setting, (),
                      (district, days, lighter_days, free_window, region, phone_prefix, password,
                       load_percent, lighter_load_percent, crowd, surnames, given, answers, habits,
                       advice, accounts))

Result<Setting> read_setting(std::string_view toml, std::string const& file) {
    return config::read<Setting>(toml, file);
}

}  // namespace banshi::demo
