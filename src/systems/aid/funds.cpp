#include "systems/aid/funds.h"

#include <algorithm>

#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "systems/aid/donors.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/fund_rows.h"
#include "systems/aid/money_decisions.h"
#include "systems/aid/payment_rows.h"
#include "systems/aid/relatives.h"

namespace banshi::aid {

struct FamilyAdmitted {  // 延续帮扶
    static constexpr auto kind = "aid.admitted";
    record::Mark f, c;
};
BOOST_DESCRIBE_STRUCT(FamilyAdmitted, (), (f, c))

namespace {

constexpr int allocation_digits = 6;
constexpr std::size_t shortest_account = 8, longest_account = 32;

constexpr std::size_t longest_number = 8;

bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_account(std::string const& text) {
    return text.size() >= shortest_account && text.size() <= longest_account && is_digits(text);
}

Fen sum_of(std::vector<Allocation> const& allocations) {
    Fen sum = 0;
    for (auto const& each : allocations) sum += each.fen;
    return sum;
}

FundLine line_of(Call& call, FamilyFund const& fund, int year) {
    FundLine line{fund.family,
                  fund.payable(),
                  fund.ended_at.has_value(),
                  held_in(call, fund_of(fund.family)),
                  0,
                  0,
                  {}};
    for (auto const& each : rows::allocations_for(call, fund.family, year)) {
        if (each.settled) continue;
        line.allocated += each.fen;
        line.set_aside.push_back({each.number, each.donor, each.fen});
    }
    for (auto const& order : rows::orders_of(call, fund.family, year))
        if (order.state == OrderState::paid) line.paid += order.fen;
    return line;
}

// The donor's own lots, the oldest first.
Result<std::vector<ledger::Part>> lots_of_donor(Call& call, std::string const& donor, Fen fen) {
    std::vector<ledger::Part> free;
    for (auto const& lot : ledger::lots_of(call, book, donor))
        for (auto const& place : ledger::places_of(call, book, lot.number))
            if (place.account == account::unallocated) free.push_back({lot.number, place.fen});
    auto parts = ledger::oldest_first(free, fen);
    if (!parts) return Refusal{Why::conflict, "lot.short", donor, "donor"};
    return *std::move(parts);
}

// One family gets at most so much a year 每户每年上限, unless it was decided otherwise.
Result<void> check_year(Call& call, Campaign const& campaign, Allocate const& form) {
    if (!campaign.covers(form.year)) return Refusal{Why::invalid, "fund.year", {}, "year"};
    auto const limit = std::max(campaign.fen_a_family, limit_decided(call, form.family, form.year));
    auto const had = sum_of(rows::allocations_for(call, form.family, form.year));
    if (had + form.fen <= limit) return {};
    return Refusal{Why::conflict,
                   "fund.year_limit",
                   form.family,
                   "fen",
                   {{"limit", written_yuan(limit)}, {"had", written_yuan(had)}}};
}

// Its years are over, or it was ended.
bool is_over(Call const& call, Campaign const& campaign) {
    return campaign.state == CampaignState::finished || campaign.last_year() < year_of(today(call));
}

// Whoever stands in this campaign's list comes in by the choice alone, and who was not helped
// before has nothing to go on with; what no list here says is decided by more than one person.
Result<void> may_go_on(Call& call, Campaign const& campaign, std::string const& number) {
    Refusal const not_chosen{
        Why::conflict, "fund.not_chosen", number, "family", {{"family", number}}};
    auto const fund = rows::find_fund(call, number);
    if (fund) {
        auto const before = TRY(find_campaign(call, fund->campaign));
        if (before.number == campaign.number || !is_over(call, before))
            return Refusal{Why::conflict, "fund.exists", number, "family"};
    }
    if (auto const known = rows::find_family(call, number)) {
        bool const was_helped = known->state == FamilyState::active ||
                                known->state == FamilyState::suspended ||
                                known->state == FamilyState::finished;
        if (!was_helped || known->campaign == campaign.number) return not_chosen;
        return {};
    }
    if (!fund && !admission_decided(call, number, campaign))
        return Refusal{Why::conflict, "fund.undecided", number, "family", {{"family", number}}};
    return {};
}

void go_on(Call& call, FamilyFund fund, Campaign const& campaign) {
    rows::insert_past(call, fund);
    fund.campaign = campaign.number;
    fund.opened_at = call.now;
    fund.ended_at = {};
    rows::update(call, fund);
}

}  // namespace

void open_family_fund(Call& call, std::string const& campaign, std::string const& family) {
    open_fund(call, family);
    if (rows::find_fund(call, family)) return;
    rows::insert(call, FamilyFund{family, campaign, "", "", "", call.now, {}});
}

void end_family_fund(Call& call, std::string const& family) {
    auto fund = rows::find_fund(call, family);
    if (!fund || fund->ended_at) return;
    fund->ended_at = call.now;
    rows::update(call, *fund);
}

Result<FamilyFund> find_fund(Call& call, std::string const& family) {
    if (auto fund = rows::find_fund(call, family)) return *std::move(fund);
    return Refusal{Why::not_found, "fund.not_found", family, "family"};
}

Result<FundLine> admit_family(Call& call, AdmitFamily const& form) {
    TRY(may(call, run_campaign));
    auto const campaign = TRY(find_campaign(call, form.campaign));
    bool const numbered = form.family.size() > 1 && form.family.size() <= longest_number &&
                          form.family[0] == 'F' && is_digits(form.family.substr(1));
    if (!numbered) return Refusal{Why::invalid, "fund.family_missing", {}, "family"};
    if (form.why.empty()) return Refusal{Why::invalid, "receipt.why_missing", {}, "why"};
    TRY(may_go_on(call, campaign, form.family));
    if (auto const fund = rows::find_fund(call, form.family))
        go_on(call, *fund, campaign);
    else
        open_family_fund(call, campaign.number, form.family);
    record::append(call, FamilyAdmitted{form.family, campaign.number});
    return line_of(call, TRY(find_fund(call, form.family)), year_of(today(call)));
}

Result<FundLine> put_payee(Call& call, PutPayee const& form) {
    TRY(may(call, keep_money));
    auto fund = TRY(find_fund(call, form.family));
    auto const name = TRY(people::normalise_name(form.name));
    if (!is_account(form.account)) return Refusal{Why::invalid, "payee.account", {}, "account"};
    if (form.bank.empty()) return Refusal{Why::invalid, "payee.bank", {}, "bank"};
    fund.payee_name = people::seal(name, call.random);
    fund.payee_account = people::seal(form.account, call.random);
    fund.payee_bank = form.bank;
    rows::update(call, fund);
    return line_of(call, fund, year_of(today(call)));
}

Result<FundList> list_funds(Call& call, ListFunds const& form) {
    TRY(may(call, see_aid));
    auto const campaign = TRY(campaign_in(call, form.campaign, form.year));
    FundList list{form.year.value_or(year_of(today(call))), {}};
    for (auto const& fund : rows::funds_of(call, campaign.number))
        list.funds.push_back(line_of(call, fund, list.year));
    return list;
}

Result<Allocation> allocate(Call& call, Allocate const& form) {
    auto const fund = TRY(find_fund(call, form.family));
    if (fund.ended_at) return Refusal{Why::conflict, "fund.ended", form.family, "family"};
    TRY(check_year(call, TRY(find_campaign(call, fund.campaign)), form));
    auto const donor = form.donor.value_or("");
    if (!donor.empty() && is_relative(call, donor, form.family))
        return Refusal{Why::forbidden, "relative.donor", donor, "donor"};
    std::vector<ledger::Part> parts;
    if (!donor.empty()) parts = TRY(lots_of_donor(call, donor, form.fen));

    auto const number = next_number(call, "A" + std::to_string(form.year) + "-", allocation_digits);
    std::vector<ledger::Tag> tags{{"allocation", number}, {"family", form.family}};
    if (!donor.empty()) tags.push_back({"donor", donor});
    if (form.pairing) tags.push_back({"pairing", *form.pairing});
    auto const days = call.district.policy<Settings>().bank.hold_days;
    auto const done = TRY(ledger::hold(
        call, book,
        {account::unallocated, fund_of(form.family), form.fen, word_of(MoneyKind::allocated),
         today(call), call.texts.say(Language::zh, "aid.text.held", {{"family", form.family}}),
         number, parts, tags, leaf_of(MoneyKind::allocated)},
        call.now + std::chrono::days{days}));
    Allocation const allocation{
        number,   form.family,          form.year, donor, form.pairing.value_or(""),
        form.fen, done.transfer.number, call.now,  {},    {}};
    rows::insert(call, allocation);
    return allocation;
}

Result<AllocationView> allocate_money(Call& call, Allocate const& form) {
    TRY(may(call, keep_money));
    auto const done = TRY(allocate(call, form));
    return AllocationView{done.number, done.family, done.year, done.fen, done.hold};
}

Result<AllocationView> release_allocation(Call& call, ReleaseAllocation const& form) {
    TRY(may(call, keep_money));
    auto allocation = rows::find_allocation(call, form.allocation);
    if (!allocation)
        return Refusal{Why::not_found, "allocation.not_found", form.allocation, "allocation"};
    auto const done = TRY(ledger::release(
        call, book,
        {allocation->hold,
         word_of(MoneyKind::allocated),
         today(call),
         call.texts.say(Language::zh, "aid.text.released", {{"family", allocation->family}}),
         "",
         {{"allocation", allocation->number}},
         leaf_of(MoneyKind::allocated)}));
    allocation->released = done.transfer.number;
    rows::update(call, *allocation);
    return AllocationView{allocation->number, allocation->family, allocation->year, allocation->fen,
                          done.transfer.number};
}

std::vector<DonorFen> unallocated_by_donor(Call& call) { return rows::unallocated_by_donor(call); }

}  // namespace banshi::aid
