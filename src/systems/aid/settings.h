#pragma once
// What a district sets for its aid, in config/districts/<name>/aid.toml.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace banshi::aid {

struct PlanSettings {  // 行动方案
    int years;
    int families;
    std::int64_t fen_a_family;     // a family and year
    std::vector<int> remind_days;  // before the last day of payment, falling
    std::string account_holder;    // 捐赠款代管单位
    std::string account_holder_en;
    std::string phone;
    std::string basis;
};

struct BankSettings {  // 帮扶专户
    std::string account;
    std::string name;
    std::string due_day;  // of each year's instalment: 08-20
};

struct Settings {
    PlanSettings plan;
    BankSettings bank;
};

// Refuses with config.* and the facts file, line, field, allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

}  // namespace banshi::aid
