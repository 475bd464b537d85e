#include "systems/aid/money_decisions.h"

#include <algorithm>

#include "systems/aid/books.h"

namespace banshi::aid {

struct MoneyDecided {  // 决定
    static constexpr auto kind = "aid.decision";
    record::Mark j, about;
    int y;
    std::optional<int> families;
    std::optional<record::Mark> family;
    std::optional<Fen> f;
};
BOOST_DESCRIBE_STRUCT(MoneyDecided, (), (j, about, y, families, family, f))

namespace {

constexpr int decision_digits = 3;

bool is_of_family(DecideMoney const& form) { return form.about != MoneyQuestion::promise; }

Result<void> check(Campaign const& campaign, DecideMoney const& form) {
    if (!campaign.covers(form.year)) return Refusal{Why::invalid, "fund.year", {}, "year"};
    if (form.reason.empty()) return Refusal{Why::invalid, "decision.reason", {}, "reason"};
    if (form.voters.size() < 2) return Refusal{Why::invalid, "decision.voters", {}, "voters"};
    if (form.about == MoneyQuestion::promise && form.families.value_or(0) < 1)
        return Refusal{Why::invalid, "campaign.families", {}, "families"};
    bool const limit = form.about == MoneyQuestion::family_limit;
    if (is_of_family(form) && form.family.value_or("").empty())
        return Refusal{Why::invalid, "fund.family_missing", {}, "family"};
    if (limit && form.fen.value_or(0) < 1)
        return Refusal{Why::invalid, "transfer.amount", {}, "fen"};
    return {};
}

}  // namespace

Result<MoneyDecision> decide_money(Call& call, DecideMoney const& form) {
    TRY(may(call, run_campaign));
    TRY(check(TRY(campaign_in(call, {}, form.year)), form));
    std::string voters;
    for (auto const& voter : form.voters) voters += (voters.empty() ? "" : "、") + voter;
    bool const limit = form.about == MoneyQuestion::family_limit;
    MoneyDecision const decision{
        next_number(call, "J" + std::to_string(form.year) + "-", decision_digits),
        form.about,
        form.year,
        is_of_family(form) ? std::nullopt : form.families,
        is_of_family(form) ? *form.family : "",
        limit ? form.fen : std::nullopt,
        form.reason,
        voters,
        call.now};
    rows::insert(call, decision);
    MoneyDecided leaf{decision.number,
                      boost::describe::enum_to_string(form.about, ""),
                      form.year,
                      decision.families,
                      {},
                      decision.fen};
    if (is_of_family(form)) leaf.family = record::Mark(decision.family);
    record::append(call, leaf);
    return decision;
}

Result<MoneyDecisionList> list_money_decisions(Call& call, ListMoneyDecisions const&) {
    return MoneyDecisionList{rows::all_decisions(call)};
}

Fen limit_decided(Call& call, std::string const& family, int year) {
    Fen limit = 0;
    for (auto const& each : rows::all_decisions(call))
        if (each.about == MoneyQuestion::family_limit && each.year == year && each.family == family)
            limit = each.fen.value_or(0);
    return limit;
}

bool admission_decided(Call& call, std::string const& family, Campaign const& campaign) {
    return std::ranges::any_of(rows::all_decisions(call), [&](MoneyDecision const& each) {
        return each.about == MoneyQuestion::admission && each.family == family &&
               campaign.covers(each.year);
    });
}

std::optional<int> families_decided(Call& call, int year) {
    std::optional<int> families;
    for (auto const& each : rows::all_decisions(call))
        if (each.about == MoneyQuestion::promise && each.year == year) families = each.families;
    return families;
}

}  // namespace banshi::aid
