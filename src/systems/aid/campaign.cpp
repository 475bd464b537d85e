#include "systems/aid/campaign.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "engines/record/record.h"
#include "systems/aid/campaign_rows.h"
#include "systems/aid/gap.h"

namespace banshi::aid {

struct CampaignMoved {  // 行动进展
    static constexpr auto kind = "aid.campaign";
    record::Mark c, s;
};
BOOST_DESCRIBE_STRUCT(CampaignMoved, (), (c, s))

namespace {

constexpr int earliest_year = 2000, latest_year = 2100;
constexpr int most_families = 100'000;

// The smallest is meant first.
auto order_of(Campaign const& campaign, int this_year) {
    using enum CampaignState;
    constexpr std::array first{running, closed, open, preparing, finished, withdrawn};
    auto const place = std::ranges::find(first, campaign.state) - first.begin();
    bool const elsewhere = campaign.is_live() && !campaign.covers(this_year);
    auto const group = campaign.is_live() ? 0 : place;
    return std::tuple(group, elsewhere, place, -campaign.first_year);
}

Result<void> check_years(Call& call, Campaign const& campaign) {
    for (auto const& other : rows::all_campaigns(call)) {
        if (other.state == CampaignState::withdrawn) continue;
        if (other.number == campaign.number)
            return Refusal{Why::conflict, "campaign.exists", other.number, "first_year"};
        if (other.first_year <= campaign.last_year() && campaign.first_year <= other.last_year())
            return Refusal{Why::conflict,
                           "campaign.overlaps",
                           other.number,
                           "first_year",
                           {{"campaign", other.number}}};
    }
    // Later years come with their calendars.
    auto const festival = pay_by(call, campaign.first_year);
    if (festival) return {};
    auto refusal = festival.refusal();
    refusal.field = "first_year";
    return refusal;
}

record::Mark mark_of(CampaignState state) { return boost::describe::enum_to_string(state, ""); }

}  // namespace

Result<Campaign> moved(Campaign campaign, MoveCampaign const& step) {
    auto const next = static_cast<CampaignState>(static_cast<int>(campaign.state) + 1);
    bool const withdraws =
        campaign.state == CampaignState::preparing && step.to == CampaignState::withdrawn;
    if (!withdraws && (campaign.state >= CampaignState::finished || step.to != next))
        return Refusal{Why::conflict, "campaign.wrong_step", campaign.number, "to"};
    if (step.to == CampaignState::finished && step.note.value_or("").empty())
        return Refusal{Why::invalid, "campaign.leftover_undecided", campaign.number, "note"};
    campaign.state = step.to;
    return campaign;
}

Result<Campaign> prepare_campaign(Call& call, PrepareCampaign const& form) {
    TRY(may(call, run_campaign));
    if (form.name.empty()) return Refusal{Why::invalid, "campaign.name_missing", {}, "name"};
    if (form.first_year < earliest_year || form.first_year > latest_year)
        return Refusal{Why::invalid, "campaign.year", {}, "first_year"};
    auto const number = std::to_string(form.first_year);
    auto const& plan = call.district.policy<Settings>().plan;
    auto const families = form.families.value_or(plan.families);
    if (families < 1 || families > most_families)
        return Refusal{Why::invalid, "campaign.families", {}, "families"};

    Campaign const campaign{number,     form.name, CampaignState::preparing, form.first_year,
                            plan.years, families,  plan.fen_a_family,        call.now};
    TRY(check_years(call, campaign));
    rows::put(call, campaign);
    rows::put_step(call, campaign, "");
    record::append(call, CampaignMoved{number, mark_of(campaign.state)});
    return campaign;
}

Result<Campaign> move_campaign(Call& call, MoveCampaign const& form) {
    auto const campaign = TRY(find_campaign(call, form.campaign));
    TRY(may(call, run_campaign));
    auto const next = TRY(moved(campaign, form));
    if (next.state == CampaignState::withdrawn && rows::is_used(call, next.number))
        return Refusal{Why::conflict, "campaign.in_use", next.number, "to"};
    rows::update(call, next);
    rows::put_step(call, next, form.note.value_or(""));
    record::append(call, CampaignMoved{next.number, mark_of(next.state)});
    return next;
}

Result<Campaign> see_campaign(Call& call, SeeCampaign const& form) {
    return find_campaign(call, form.campaign);
}

Result<CampaignList> list_campaigns(Call& call, ListCampaigns const&) {
    CampaignList list{rows::all_campaigns(call), {}};
    if (auto const current = current_of(list.campaigns, year_of(today(call))))
        list.current = current->number;
    return list;
}

std::optional<Campaign> current_of(std::vector<Campaign> const& campaigns, int this_year) {
    auto const first = std::ranges::min_element(
        campaigns, {}, [&](Campaign const& each) { return order_of(each, this_year); });
    if (first == campaigns.end() || first->state == CampaignState::withdrawn) return {};
    return *first;
}

Result<Campaign> find_campaign(Call& call, std::optional<std::string> const& number) {
    auto found = number ? rows::find_campaign(call, *number)
                        : current_of(rows::all_campaigns(call), year_of(today(call)));
    if (found) return *std::move(found);
    return Refusal{Why::not_found, "campaign.not_found", number.value_or("")};
}

Result<Campaign> campaign_in(Call& call, std::optional<std::string> const& number,
                             std::optional<int> year) {
    auto current = find_campaign(call, number);
    if (number || !year || !current || current.value().covers(*year)) return current;
    for (auto const& each : rows::all_campaigns(call))
        if (each.state != CampaignState::withdrawn && each.covers(*year)) return each;
    return current;
}

std::vector<Campaign> live_campaigns(Call& call) {
    auto campaigns = rows::all_campaigns(call);
    std::erase_if(campaigns, [](Campaign const& each) { return !each.is_live(); });
    return campaigns;
}

}  // namespace banshi::aid
