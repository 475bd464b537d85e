#pragma once
// What a district sets for its aid, in config/districts/<name>/aid.toml.

#include <boost/describe/enum.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "systems/aid/scoring.h"

namespace banshi::aid {

struct PlanSettings {  // 行动方案
    std::string name;
    int years;
    int families;
    std::int64_t fen_a_family;        // a family and year
    std::int64_t most_public_pledge;  // whoever means to give more comes to the office
    std::vector<int> remind_days;     // before the last day of payment, falling
    std::string account_holder;       // 捐赠款代管单位
    std::string account_holder_en;
    std::string phone;
    std::string basis;
};

enum class Encoding { utf8, gb18030 };
BOOST_DESCRIBE_ENUM(Encoding, utf8, gb18030)

enum class AmountUnit { fen, yuan };
BOOST_DESCRIBE_ENUM(AmountUnit, fen, yuan)

// How a bank lays out its statement: the names of its columns; empty: there is none.
struct AdapterSettings {
    std::string id;
    int skip_lines;  // before the head
    bool newest_first;
    AmountUnit unit;
    std::string account, booked_on;
    std::string amount;         // with its sign, or
    std::string debit, credit;  // 借方: out of the account, 贷方: into it
    std::string currency, balance, name, counterparty, ref, remark;
};

struct BankSettings {  // 帮扶专户
    std::string account;
    std::string name;
    std::string due_day;  // of each year's instalment: 08-20
    Encoding encoding;    // of the payment file
    int hold_days;        // what is allocated and not paid goes back after these
    std::vector<AdapterSettings> adapters;
};

struct SelectionSettings {  // 遴选公示
    int notice_days;
    int answer_days;   // for an objection
    int spot_percent;  // of those who were chosen, and of those who were not
};

// 信息公开: how long the public waits for a report, from the day that it counts from.
struct ReportSettings {
    int long_months;               // fundraising that runs longer owes reports on its progress,
    int progress_months;           // one for each so many months
    int full_months;               // after the fundraising
    int leftover_months;           // after the campaign
    int related_days;              // after a transaction with a related party
    std::vector<int> remind_days;  // before a report is due, falling
    std::string basis;
};

struct Settings {
    PlanSettings plan;
    BankSettings bank;
    SelectionSettings selection;
    ReportSettings reports;
    std::vector<Weights> scoring;
};

// Refuses with config.* and the facts file, line, field, allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

}  // namespace banshi::aid
