#include "systems/aid/pledges.h"

#include <algorithm>
#include <ranges>

#include "systems/aid/books.h"
#include "systems/aid/donor_rows.h"
#include "systems/aid/pairing.h"

namespace banshi::aid {

namespace {

constexpr Fen least_pledge = 100;  // a yuan
constexpr Fen most_pledge = 100'000'000'000;
constexpr int most_instalments = 10;

bool is_cashier(Call const& call) {
    return call.actor.holds(keep_money, people::node(call.district));
}

// A known donor shows the code; a new one is made. Staff speak for whom they name.
Result<DonorRegistered> donor_of(Call& call, MakePledge const& form) {
    if (form.donor && !form.donor->empty()) {
        if (!is_cashier(call)) TRY(open_donor(call, *form.donor, form.code.value_or("")));
        return DonorRegistered{TRY(find_donor(call, *form.donor)).number, ""};
    }
    return make_donor(call, {form.kind.value_or(DonorKind::person), form.name.value_or(""),
                             form.phone, form.anonymous});
}

// Within the campaign; on paper a pledge may be older than its entry here.
Result<void> check_first_due(Call const& call, Campaign const& campaign, MakePledge const& form) {
    if (!form.first_due) return {};
    using namespace std::chrono;
    auto const begin = Day{year{campaign.first_year} / January / 1};
    auto const from = is_cashier(call) ? std::min(begin, today(call)) : today(call);
    auto const until = Day{year{campaign.last_year()} / December / 31};
    if (*form.first_due >= from && *form.first_due <= until) return {};
    return Refusal{Why::invalid,
                   "pledge.first_due",
                   {},
                   "first_due",
                   {{"from", written(from)}, {"until", written(until)}}};
}

Result<void> check_form(Call const& call, Campaign const& campaign, MakePledge const& form) {
    bool const takes =
        campaign.state == CampaignState::open ||
        (is_cashier(call) && (campaign.is_live() || campaign.state == CampaignState::preparing));
    if (!takes) return Refusal{Why::conflict, "campaign.not_open", campaign.number};
    auto const most =
        is_cashier(call) ? most_pledge : call.district.policy<Settings>().plan.most_public_pledge;
    if (form.fen < least_pledge || form.fen > most)
        return Refusal{Why::invalid, "pledge.amount", {}, "fen", {{"most", written_yuan(most)}}};
    auto const parts = form.instalments.value_or(campaign.years);
    if (parts < 1 || parts > most_instalments)
        return Refusal{Why::invalid, "pledge.instalments", {}, "instalments"};
    return check_first_due(call, campaign, form);
}

Result<Campaign> campaign_for(Call& call, std::optional<std::string> const& number) {
    auto const current = find_campaign(call, number);
    if (number || !current || current.value().state == CampaignState::open) return current;
    for (auto const& each : live_campaigns(call))
        if (each.state == CampaignState::open) return each;
    return current;
}

std::optional<PutWish> wish_of(MakePledge const& form) {
    PutWish const wish{"", form.street, form.pupil.value_or(false), form.families};
    bool const wishes = !wish.street.value_or("").empty() || wish.pupil || wish.families;
    return wishes ? std::optional{wish} : std::nullopt;
}

std::optional<WishSaid> wish_standing(Call& call, std::string const& donor) {
    auto const wish = rows::find_wish(call, donor);
    if (!wish || (wish->street.empty() && !wish->pupil && wish->most == 0)) return std::nullopt;
    auto const street = wish->street.empty() ? "" : street_name(call, {wish->street});
    return WishSaid{street, wish->pupil, wish->most > 0 ? std::optional(wish->most) : std::nullopt};
}

// A year later on the same day; on 28 February where there is no 29th.
Day years_after(Day day, int years) {
    std::chrono::year_month_day date{day};
    date += std::chrono::years{years};
    return Day{date.ok() ? date : date.year() / date.month() / std::chrono::last};
}

Day first_due(Call const& call, Campaign const& campaign, MakePledge const& form) {
    if (form.first_due) return *form.first_due;
    auto const& due = call.district.policy<Settings>().bank.due_day;
    auto const day = read_day(std::to_string(campaign.first_year) + "-" + due).value();
    return std::max(day, today(call));
}

InstalmentView view_of(Instalment const& i, Day today) {
    return {i.serial, i.fen, i.due, i.paid, i.open(), i.cancelled, state_of(i, today)};
}

}  // namespace

InstalmentState state_of(Instalment const& i, Day today) {
    if (i.paid == i.fen) return InstalmentState::paid;
    if (i.open() == 0) return InstalmentState::cancelled;
    return i.due < today ? InstalmentState::overdue : InstalmentState::pending;
}

PledgeState state_of(Pledge const& pledge, std::vector<Instalment> const& instalments) {
    if (pledge.cancelled_at) return PledgeState::cancelled;
    bool const open = std::ranges::any_of(instalments, [](auto const& i) { return i.open() > 0; });
    return open ? PledgeState::active : PledgeState::completed;
}

std::vector<Fen> spread(std::vector<Instalment> const& instalments, Fen fen) {
    std::vector<Fen> taken;
    for (auto const& instalment : instalments) {
        taken.push_back(std::min(instalment.open(), fen));
        fen -= taken.back();
    }
    return taken;
}

Result<PledgeMade> make_pledge(Call& call, MakePledge const& form) {
    auto const campaign = TRY(campaign_for(call, form.campaign));
    TRY(check_form(call, campaign, form));
    auto const parts = TRY(split(form.fen, form.instalments.value_or(campaign.years)));
    auto wish = wish_of(form);
    if (wish) TRY(check_wish(call, *wish));
    auto const donor = TRY(donor_of(call, form));

    Pledge const pledge{next_number(call, "P" + campaign.number + "-", pledge_digits),
                        campaign.number,
                        donor.donor,
                        form.fen,
                        call.now,
                        {},
                        ""};
    rows::insert(call, pledge);
    auto const due = first_due(call, campaign, form);
    for (int at = 0; at < std::ssize(parts); ++at)
        rows::insert(call, Instalment{pledge.number, at + 1, parts[static_cast<std::size_t>(at)],
                                      years_after(due, at), 0, 0});
    if (wish) {
        wish->donor = donor.donor;
        rows::put_wish(call, *wish);
    }
    auto const& bank = call.district.policy<Settings>().bank;
    auto const& plan = call.district.policy<Settings>().plan;
    bool const english = call.language == Language::en;
    return PledgeMade{view_of(call, pledge),
                      donor.code,
                      wish_standing(call, donor.donor),
                      english ? plan.account_holder_en : plan.account_holder,
                      bank.account,
                      bank.name};
}

Result<PledgeView> cancel_pledge(Call& call, CancelPledge const& form) {
    auto pledge = TRY(find_pledge(call, form.pledge));
    TRY(may(call, keep_money));
    auto const instalments = rows::instalments_of(call, pledge.number);
    if (state_of(pledge, instalments) != PledgeState::active)
        return Refusal{Why::conflict, "pledge.not_active", pledge.number};
    if (form.why.empty()) return Refusal{Why::invalid, "pledge.why_missing", {}, "why"};
    pledge.cancelled_at = call.now;
    pledge.why = form.why;
    rows::cancel(call, pledge);
    for (auto instalment : instalments) {
        instalment.cancelled += instalment.open();
        rows::update(call, instalment);
    }
    return view_of(call, pledge);
}

Result<PledgeView> see_pledge(Call& call, SeePledge const& form) {
    TRY(may(call, see_aid));
    return view_of(call, TRY(find_pledge(call, form.pledge)));
}

Result<OverdueList> list_overdue(Call& call, ListOverdue const&) {
    TRY(may(call, see_aid));
    auto const yesterday = today(call) - std::chrono::days{1};
    OverdueList list{};
    for (auto const& campaign : live_campaigns(call))
        for (auto const& i : rows::open_instalments(call, campaign.number, yesterday)) {
            auto const pledge = TRY(find_pledge(call, i.pledge));
            auto const donor = TRY(find_donor(call, pledge.donor));
            list.instalments.push_back(
                {pledge.number, donor.number, donor.name, i.serial, i.open(), i.due});
            list.open += i.open();
        }
    return list;
}

Result<Pledge> find_pledge(Call& call, std::string const& number) {
    if (auto pledge = rows::find_pledge(call, number)) return *std::move(pledge);
    return Refusal{Why::not_found, "pledge.not_found", number, "pledge"};
}

PledgeView view_of(Call& call, Pledge const& pledge) {
    auto const instalments = rows::instalments_of(call, pledge.number);
    PledgeView view{pledge.number,
                    pledge.campaign,
                    pledge.donor,
                    pledge.fen,
                    0,
                    0,
                    0,
                    state_of(pledge, instalments),
                    {}};
    for (auto const& instalment : instalments) {
        view.instalments.push_back(view_of(instalment, today(call)));
        view.paid += instalment.paid;
        view.open += instalment.open();
        view.cancelled += instalment.cancelled;
    }
    return view;
}

Fen credit(Call& call, Pledge const& pledge, Fen fen) {
    auto instalments = rows::instalments_of(call, pledge.number);
    auto const taken = spread(instalments, fen);
    for (std::size_t at = 0; at < taken.size(); ++at) {
        if (taken[at] == 0) continue;
        instalments[at].paid += taken[at];
        fen -= taken[at];
        rows::update(call, instalments[at]);
    }
    return fen;
}

void uncredit(Call& call, Pledge const& pledge, Fen fen) {
    auto instalments = rows::instalments_of(call, pledge.number);
    for (auto& instalment : instalments | std::views::reverse) {
        auto const back = std::min(instalment.paid, fen);
        if (back == 0) continue;
        instalment.paid -= back;
        fen -= back;
        rows::update(call, instalment);
    }
}

}  // namespace banshi::aid
