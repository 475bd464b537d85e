#include "systems/aid/campaign.h"
#include "systems/aid/routes.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(Campaign, (),
                      (number, name, state, first_year, years, families, fen_a_family, prepared_at))
BOOST_DESCRIBE_STRUCT(PrepareCampaign, (), (name, first_year, families))
BOOST_DESCRIBE_STRUCT(MoveCampaign, (), (campaign, to, note))
BOOST_DESCRIBE_STRUCT(SeeCampaign, (), (campaign))
BOOST_DESCRIBE_STRUCT(ListCampaigns, (), ())
BOOST_DESCRIBE_STRUCT(CampaignList, (), (campaigns, current))

std::vector<Route> campaign_routes() {
    return {
        get("/aid/campaigns", anyone, "list_campaigns", list_campaigns),
        creates(post("/aid/campaigns", run_campaign, "prepare_campaign", prepare_campaign)),
        get("/aid/campaign", anyone, "see_campaign", see_campaign),
        post("/aid/campaigns/{campaign}/state", run_campaign, "move_campaign", move_campaign),
    };
}

}  // namespace banshi::aid
