#include "systems/aid/gap.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/festivals.h"
#include "engines/notices/notices.h"
#include "systems/aid/donation_rows.h"
#include "systems/aid/donor_rows.h"
#include "systems/aid/fund_rows.h"
#include "systems/aid/money_decisions.h"
#include "systems/aid/payment_rows.h"
#include "systems/aid/statements.h"

namespace banshi::aid {

struct Promised {  // 承诺
    static constexpr auto kind = "aid.promised";
    int y, families;
    Fen needed, money;
};
BOOST_DESCRIBE_STRUCT(Promised, (), (y, families, needed, money))

namespace {

constexpr int orders_a_turn = 200;

struct Sums {
    Fen received = 0, spent = 0, due = 0, overdue = 0;
    Fen money() const { return received - spent + due; }
};

Sums sums_of(Call& call, Campaign const& campaign, int year, Day until) {
    Sums sums;
    for (auto const& donation : rows::donations_in(call, campaign.number))
        if (!donation.reversed_at) sums.received += donation.fen;
    for (int other = campaign.first_year; other <= campaign.last_year(); ++other)
        if (other != year)
            for (auto const& each : rows::allocations_in(call, other)) sums.spent += each.fen;
    for (auto const& instalment : rows::open_instalments(call, campaign.number, until)) {
        sums.due += instalment.open();
        if (instalment.due < today(call)) sums.overdue += instalment.open();
    }
    return sums;
}

Result<int> campaign_year(Call const& call, Campaign const& campaign, std::optional<int> wanted) {
    auto const year = wanted.value_or(
        std::clamp(year_of(today(call)), campaign.first_year, campaign.last_year()));
    if (!campaign.covers(year))
        return Refusal{Why::invalid, "fund.year", std::to_string(year), "year"};
    return year;
}

void add_payments(Call& call, GapView& view) {
    std::set<std::string> families;
    for (auto const& order : rows::orders_of_year(call, view.year)) {
        if (order.state == OrderState::paid) {
            families.insert(order.family);
            view.paid += order.fen;
        }
    }
    view.paid_families = static_cast<int>(families.size());
    view.unallocated = free_in(call, account::unallocated);
    for (auto const& fund : rows::funds_of(call, view.campaign)) {
        auto const all = held_in(call, fund_of(fund.family));
        auto const free = free_in(call, fund_of(fund.family));
        view.in_funds += free;
        view.on_the_way += all - free;
    }
    view.in_funds += held_in(call, account::unallocated) - view.unallocated;
    for (auto const& day : statement_days(call)) view.open_days += !day.closed || !day.equal;
}

ProgressView progress_in(Call& call, Campaign const& campaign, int year, Day pay_by) {
    std::map<std::string, bool> paid_in_time;
    for (auto const& order : rows::orders_of_year(call, year))
        if (order.state == OrderState::paid) {
            auto const first = paid_in_time.try_emplace(order.family, true).first;
            first->second = first->second && *order.paid_on <= pay_by;
        }
    ProgressView view{};
    view.year = year;
    view.pay_by = pay_by;
    view.days_left = static_cast<int>((pay_by - today(call)).count());
    bool in_time = true;
    for (auto const& fund : rows::funds_of(call, campaign.number)) {
        if (fund.ended_at) continue;
        ++view.families;
        auto const paid = paid_in_time.find(fund.family);
        if (paid == paid_in_time.end()) {
            view.unpaid.push_back(fund.family);
            continue;
        }
        ++view.paid;
        in_time = in_time && paid->second;
    }
    auto const& steps = call.district.policy<Settings>().plan.remind_days;
    view.alarm = !view.unpaid.empty() && !steps.empty() && view.days_left <= steps.front();
    view.on_time = view.families > 0 && view.unpaid.empty() && in_time;
    return view;
}

}  // namespace

Enough enough_for(Fen money, Fen a_family, int families) {
    auto const have = std::max<Fen>(money, 0);
    auto const whole = std::min<Fen>(have / a_family, families);
    bool const all = whole == families;
    Fen const part = all ? 0 : have - whole * a_family;
    return {static_cast<int>(whole), part, all ? 0 : a_family - part,
            std::max<Fen>(a_family * families - have, 0)};
}

std::optional<int> step_reached(std::vector<int> const& steps, int days_left) {
    std::optional<int> reached;
    for (auto const step : steps)
        if (days_left >= 0 && days_left <= step && (!reached || step < *reached)) reached = step;
    return reached;
}

Result<Day> pay_by(Call const& call, int year) {
    if (call.district.has<Festivals>()) {
        auto const& days = call.district.policy<Festivals>().mid_autumn;
        if (auto const day = days.find(year); day != days.end())
            return day->second - std::chrono::days{1};
    }
    auto const text = std::to_string(year);
    return Refusal{Why::conflict, "festival.unknown", text, "year", {{"year", text}}};
}

Result<GapView> see_gap(Call& call, SeeGap const& form) {
    auto const campaign = TRY(campaign_in(call, form.campaign, form.year));
    auto const year = TRY(campaign_year(call, campaign, form.year));
    auto const until = TRY(pay_by(call, year));
    auto const sums = sums_of(call, campaign, year, until);
    GapView view{};
    view.campaign = campaign.number;
    view.name = campaign.name;
    view.state = campaign.state;
    view.year = year;
    view.planned = campaign.families;
    view.families = families_decided(call, year).value_or(campaign.families);
    view.fen_a_family = campaign.fen_a_family;
    view.needed = campaign.fen_a_family * view.families;
    view.received = sums.received;
    view.spent = sums.spent;
    view.due = sums.due;
    view.overdue = sums.overdue;
    view.money = sums.money();
    auto const enough = enough_for(view.money, campaign.fen_a_family, view.families);
    view.whole = enough.whole;
    view.part = enough.part;
    view.lacking = enough.lacking;
    view.gap = enough.gap;
    view.promised = rows::promise_of(call, year);
    view.pay_by = until;
    add_payments(call, view);
    auto const progress = progress_in(call, campaign, year, until);
    view.unpaid_families = static_cast<int>(progress.unpaid.size());
    view.late = progress.alarm;
    return view;
}

Result<GapView> publish_promise(Call& call, PublishPromise const& form) {
    TRY(may(call, run_campaign));
    auto const view = TRY(see_gap(call, {form.year}));
    if (form.families < 1) return Refusal{Why::invalid, "campaign.families", {}, "families"};
    if (view.promised && *view.promised >= form.families)
        return Refusal{Why::conflict, "promise.made", std::to_string(form.year)};
    if (form.families < view.families)
        return Refusal{Why::conflict, "promise.undecided", std::to_string(form.year), "families"};
    auto const needed = view.fen_a_family * form.families;
    if (view.money < needed)
        return Refusal{Why::conflict,
                       "promise.gap",
                       std::to_string(form.year),
                       "families",
                       {{"missing", written_yuan(needed - view.money)},
                        {"families", std::to_string(view.whole)}}};
    rows::insert_promise(call, form);
    record::append(call, Promised{form.year, form.families, needed, view.money});
    return see_gap(call, {form.year});
}

Result<ProgressView> see_progress(Call& call, SeeProgress const& form) {
    TRY(may(call, see_aid));
    auto const campaign = TRY(campaign_in(call, form.campaign, form.year));
    auto const year = TRY(campaign_year(call, campaign, form.year));
    return progress_in(call, campaign, year, TRY(pay_by(call, year)));
}

namespace {

// Once for each step, to those who keep the money and to those who run the campaign.
void remind(Call& call, ProgressView const& progress) {
    auto const& steps = call.district.policy<Settings>().plan.remind_days;
    auto const step = step_reached(steps, progress.days_left);
    if (progress.unpaid.empty() || !step) return;
    for (auto const& right : {keep_money, run_campaign}) {
        notices::Notice notice{};
        notice.text = "aid.payments_due";
        notice.unit = {right, people::node(call.district)};
        notice.facts = {{"families", std::to_string(progress.unpaid.size())},
                        {"day", written(progress.pay_by)},
                        {"days", std::to_string(progress.days_left)}};
        notice.once =
            "aid.payments_due/" + written(progress.pay_by - std::chrono::days{*step}) + "/" + right;
        notices::queue(call, notice);
    }
}

Result<int> release_expired(Call& call) {
    int released = 0;
    for (auto const& hold : ledger::expired_holds(call, book, orders_a_turn)) {
        auto allocation = rows::allocation_of(call, hold.number);
        if (!allocation) continue;
        auto const done = TRY(ledger::release(
            call, book,
            {hold.number,
             word_of(MoneyKind::allocated),
             today(call),
             call.texts.say(Language::zh, "aid.text.expired", {{"family", allocation->family}}),
             "",
             {{"allocation", allocation->number}},
             leaf_of(MoneyKind::allocated)}));
        allocation->released = done.transfer.number;
        rows::update(call, *allocation);
        ++released;
    }
    return released;
}

}  // namespace

Result<PaymentsReminded> remind_payments(Call& call, RemindPayments const&) {
    auto const released = TRY(release_expired(call));
    PaymentsReminded done{0, released};
    for (auto const& campaign : live_campaigns(call)) {
        auto const progress = see_progress(call, {{}, campaign.number});
        if (!progress) continue;
        done.unpaid += static_cast<int>(progress.value().unpaid.size());
        remind(call, progress.value());
    }
    return done;
}

}  // namespace banshi::aid
