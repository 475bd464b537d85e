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
};
BOOST_DESCRIBE_ENUM(CampaignState, preparing, open, closed, running, finished)

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
    std::vector<Campaign> campaigns;  // the newest first
};
Result<Campaign> prepare_campaign(Call&, PrepareCampaign const&);
Result<Campaign> move_campaign(Call&, MoveCampaign const&);
// Without a number: the newest one.
Result<Campaign> see_campaign(Call&, SeeCampaign const&);
Result<CampaignList> list_campaigns(Call&, ListCampaigns const&);

// For the other files of this system. Refuses campaign.not_found.
Result<Campaign> find_campaign(Call&, std::optional<std::string> const& number);

// The decision alone. Refuses campaign.wrong_step, campaign.leftover_undecided.
Result<Campaign> moved(Campaign, MoveCampaign const&);

}  // namespace banshi::aid
