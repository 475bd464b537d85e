#include "systems/aid/campaign.h"

#include "engines/record/record.h"
#include "systems/aid/campaign_rows.h"

namespace banshi::aid {

struct CampaignMoved {  // 行动进展
    static constexpr auto kind = "aid.campaign";
    record::Mark c, s;
};
BOOST_DESCRIBE_STRUCT(CampaignMoved, (), (c, s))

namespace {

constexpr int earliest_year = 2000, latest_year = 2100;
constexpr int most_families = 100'000;

record::Mark mark_of(CampaignState state) { return boost::describe::enum_to_string(state, ""); }

}  // namespace

Result<Campaign> moved(Campaign campaign, MoveCampaign const& step) {
    auto const next = static_cast<CampaignState>(static_cast<int>(campaign.state) + 1);
    if (campaign.state == CampaignState::finished || step.to != next)
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
    if (rows::find_campaign(call, number))
        return Refusal{Why::conflict, "campaign.exists", number, "first_year"};
    auto const& plan = call.district.policy<Settings>().plan;
    auto const families = form.families.value_or(plan.families);
    if (families < 1 || families > most_families)
        return Refusal{Why::invalid, "campaign.families", {}, "families"};

    Campaign const campaign{number,     form.name, CampaignState::preparing, form.first_year,
                            plan.years, families,  plan.fen_a_family,        call.now};
    rows::insert(call, campaign);
    rows::insert_step(call, campaign, "");
    record::append(call, CampaignMoved{number, mark_of(campaign.state)});
    return campaign;
}

Result<Campaign> move_campaign(Call& call, MoveCampaign const& form) {
    auto const campaign = TRY(find_campaign(call, form.campaign));
    TRY(may(call, run_campaign));
    auto const next = TRY(moved(campaign, form));
    rows::update(call, next);
    rows::insert_step(call, next, form.note.value_or(""));
    record::append(call, CampaignMoved{next.number, mark_of(next.state)});
    return next;
}

Result<Campaign> see_campaign(Call& call, SeeCampaign const& form) {
    return find_campaign(call, form.campaign);
}

Result<CampaignList> list_campaigns(Call& call, ListCampaigns const&) {
    return CampaignList{rows::all_campaigns(call)};
}

Result<Campaign> find_campaign(Call& call, std::optional<std::string> const& number) {
    if (number) {
        if (auto found = rows::find_campaign(call, *number)) return *std::move(found);
    } else if (auto all = rows::all_campaigns(call); !all.empty()) {
        return std::move(all.front());
    }
    return Refusal{Why::not_found, "campaign.not_found", number.value_or("")};
}

}  // namespace banshi::aid
