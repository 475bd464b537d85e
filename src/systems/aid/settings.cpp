#include "systems/aid/settings.h"

#include <algorithm>

#include "base/config.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(PlanSettings, (),
                      (name, years, families, fen_a_family, most_public_pledge, remind_days,
                       account_holder, account_holder_en, phone, basis))
BOOST_DESCRIBE_STRUCT(AdapterSettings, (),
                      (id, skip_lines, newest_first, unit, account, booked_on, amount, debit,
                       credit, currency, balance, name, counterparty, ref, remark))
BOOST_DESCRIBE_STRUCT(BankSettings, (), (account, name, due_day, encoding, hold_days, adapters))
BOOST_DESCRIBE_STRUCT(SelectionSettings, (), (notice_days, answer_days, spot_percent))
BOOST_DESCRIBE_STRUCT(ReportSettings, (),
                      (long_months, progress_months, full_months, leftover_months, related_days,
                       remind_days, basis))
BOOST_DESCRIBE_STRUCT(PointStep, (), (from, points))
BOOST_DESCRIBE_STRUCT(HousingPoints, (), (housing, points))
BOOST_DESCRIBE_STRUCT(Weights, (),
                      (version, from, basis, income, health, school, no_worker, housing))
BOOST_DESCRIBE_STRUCT(Settings, (), (plan, bank, selection, reports, scoring))

namespace {

Refusal out_of_range(char const* field, char const* allowed) {
    return {Why::invalid, "config.value", field, field, {{"field", field}, {"allowed", allowed}}};
}

Result<void> check_reminders(char const* field, std::vector<int> const& days) {
    bool const falling = std::ranges::is_sorted(days, std::ranges::greater{}) &&
                         std::ranges::all_of(days, [](int each) { return each > 0 && each < 365; });
    if (!falling) return out_of_range(field, "364 > ... > 1");
    return {};
}

Result<void> check(PlanSettings const& plan) {
    if (plan.years < 1 || plan.years > 10) return out_of_range("plan.years", "1 .. 10");
    if (plan.families < 1) return out_of_range("plan.families", "1 ..");
    if (plan.fen_a_family < 1) return out_of_range("plan.fen_a_family", "1 ..");
    if (plan.most_public_pledge < plan.fen_a_family)
        return out_of_range("plan.most_public_pledge", "plan.fen_a_family ..");
    return check_reminders("plan.remind_days", plan.remind_days);
}

Result<void> check(BankSettings const& bank) {
    if (bank.account.empty()) return out_of_range("bank.account", "6222-AID");
    if (!read_day("2001-" + bank.due_day)) return out_of_range("bank.due_day", "01-01 .. 12-31");
    if (bank.hold_days < 1) return out_of_range("bank.hold_days", "1 ..");
    if (bank.adapters.empty()) return out_of_range("bank.adapters", "1 ..");
    for (auto const& adapter : bank.adapters)
        if (adapter.amount.empty() == (adapter.debit.empty() || adapter.credit.empty()))
            return out_of_range("bank.adapters", "amount | debit, credit");
    return {};
}

Result<void> check(SelectionSettings const& selection) {
    if (selection.notice_days < 1 || selection.notice_days > 60)
        return out_of_range("selection.notice_days", "1 .. 60");
    if (selection.answer_days < 1 || selection.answer_days > 60)
        return out_of_range("selection.answer_days", "1 .. 60");
    if (selection.spot_percent < 0 || selection.spot_percent > 100)
        return out_of_range("selection.spot_percent", "0 .. 100");
    return {};
}

Result<void> check(ReportSettings const& reports) {
    auto const is_months = [](int months) { return months >= 1 && months <= 24; };
    if (!is_months(reports.long_months)) return out_of_range("reports.long_months", "1 .. 24");
    if (!is_months(reports.progress_months))
        return out_of_range("reports.progress_months", "1 .. 24");
    if (!is_months(reports.full_months)) return out_of_range("reports.full_months", "1 .. 24");
    if (!is_months(reports.leftover_months))
        return out_of_range("reports.leftover_months", "1 .. 24");
    if (reports.related_days < 1 || reports.related_days > 365)
        return out_of_range("reports.related_days", "1 .. 365");
    return check_reminders("reports.remind_days", reports.remind_days);
}

Result<void> check(std::vector<Weights> const& scoring) {
    auto const wrong = unsound(scoring);
    if (!wrong) return {};
    return out_of_range(wrong->c_str(), "from 0 on, rising, no minus");
}

Result<void> check(Settings const& settings) {
    TRY(check(settings.plan));
    TRY(check(settings.bank));
    TRY(check(settings.selection));
    TRY(check(settings.reports));
    return check(settings.scoring);
}

}  // namespace

Result<Settings> read_settings(std::string_view toml, std::string const& file) {
    auto settings = TRY(config::read<Settings>(toml, file));
    auto const sound = check(settings);
    if (sound) return settings;
    return config::placed(sound.refusal(), TRY(config::parse(toml, file)), file, {});
}

}  // namespace banshi::aid
