#pragma once
// The campaign 行动: what is promised to how many families for how many years, and how far it is.
// A year of the campaign is a calendar year; it pays before its Mid-Autumn festival.

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "systems/aid/aid.h"

namespace banshi::aid {

enum class CampaignState {
    preparing,  // 筹备
    open,       // 募集中
    closed,     // 募集结束
    running,    // 帮扶中
    finished,   // 已结束: what was left over is decided and published
    withdrawn,  // 已撤销: while it was prepared, and before anything hung on it
};
BOOST_DESCRIBE_ENUM(CampaignState, preparing, open, closed, running, finished, withdrawn)

struct Campaign {
    std::string number;  // "2021": its first year
    std::string name;
    CampaignState state;
    int first_year;
    int years;
    int families;               // planned; what is promised is decided on the gap page
    std::int64_t fen_a_family;  // a family and year
    Instant prepared_at;

    int last_year() const { return first_year + years - 1; }
    bool covers(int year) const { return year >= first_year && year <= last_year(); }
    bool is_live() const {  // 进行中: money may come in or go out
        return state == CampaignState::open || state == CampaignState::closed ||
               state == CampaignState::running;
    }
};

struct PrepareCampaign {
    std::string name;
    int first_year;
    std::optional<int> families;
};
struct MoveCampaign {
    std::string campaign;
    CampaignState to;
    std::optional<std::string> note;  // how what is left is used, at the end
};
struct SeeCampaign {
    std::optional<std::string> campaign;
};
struct ListCampaigns {};
struct CampaignList {
    std::vector<Campaign> campaigns;     // the newest first
    std::optional<std::string> current;  // what is meant where none is named
};
// No two have a year in common: a year tells its campaign. Refuses campaign.exists,
// campaign.overlaps, festival.unknown where the calendar lacks its first year.
Result<Campaign> prepare_campaign(Call&, PrepareCampaign const&);
// Refuses campaign.wrong_step, campaign.leftover_undecided, campaign.in_use.
Result<Campaign> move_campaign(Call&, MoveCampaign const&);
// Without a number: the current one.
Result<Campaign> see_campaign(Call&, SeeCampaign const&);
Result<CampaignList> list_campaigns(Call&, ListCampaigns const&);

// For the other files of this system. Refuses campaign.not_found.
Result<Campaign> find_campaign(Call&, std::optional<std::string> const& number);
// Where no number is given: the one of the year, else the current one.
Result<Campaign> campaign_in(Call&, std::optional<std::string> const& number,
                             std::optional<int> year);
std::vector<Campaign> live_campaigns(Call&);

// The decisions alone. The current one: of those under way the one of this year, else one that is
// prepared, else the last that ended; none where all were withdrawn.
std::optional<Campaign> current_of(std::vector<Campaign> const&, int this_year);
// Refuses campaign.wrong_step, campaign.leftover_undecided.
Result<Campaign> moved(Campaign, MoveCampaign const&);

}  // namespace banshi::aid
