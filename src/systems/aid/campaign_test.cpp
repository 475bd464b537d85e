#include "systems/aid/campaign.h"

#include <gtest/gtest.h>

namespace banshi::aid {

namespace {

Campaign campaign(CampaignState state) {
    return {"2021", "帮扶行动", state, 2021, 3, 75, 300'000, {}};
}

std::string said(Result<Campaign> const& result) { return result ? "ok" : result.refusal().text; }

TEST(CampaignMoved, GoesStepByStep) {
    auto at = campaign(CampaignState::preparing);
    for (auto const to : {CampaignState::open, CampaignState::closed, CampaignState::running})
        at = moved(at, {"2021", to, {}}).value();
    EXPECT_EQ(at.state, CampaignState::running);
    EXPECT_EQ(said(moved(campaign(CampaignState::open), {"2021", CampaignState::running, {}})),
              "campaign.wrong_step");
    EXPECT_EQ(said(moved(campaign(CampaignState::closed), {"2021", CampaignState::open, {}})),
              "campaign.wrong_step");
}

TEST(CampaignMoved, IsWithdrawnOnlyWhileItIsPrepared) {
    auto const withdrawn =
        moved(campaign(CampaignState::preparing), {"2021", CampaignState::withdrawn, {}});
    EXPECT_EQ(said(withdrawn), "ok");
    EXPECT_EQ(said(moved(withdrawn.value(), {"2021", CampaignState::open, {}})),
              "campaign.wrong_step");
    EXPECT_EQ(said(moved(campaign(CampaignState::open), {"2021", CampaignState::withdrawn, {}})),
              "campaign.wrong_step");
}

TEST(CurrentCampaign, IsTheOneUnderWayThisYear) {
    auto const at = [](int first_year, CampaignState state) {
        auto one = campaign(state);
        one.first_year = first_year;
        one.number = std::to_string(first_year);
        return one;
    };
    auto const current = [](std::vector<Campaign> const& campaigns, int year) {
        auto const found = current_of(campaigns, year);
        return found ? found->number : "none";
    };
    using enum CampaignState;
    EXPECT_EQ(current({at(2030, preparing), at(2021, running)}, 2022), "2021");
    EXPECT_EQ(current({at(2024, open), at(2021, running)}, 2023), "2021");
    EXPECT_EQ(current({at(2024, open), at(2021, running)}, 2024), "2024");
    EXPECT_EQ(current({at(2024, preparing), at(2021, finished)}, 2024), "2024");
    EXPECT_EQ(current({at(2024, withdrawn), at(2021, finished)}, 2024), "2021");
    EXPECT_EQ(current({at(2024, withdrawn)}, 2024), "none");
}

TEST(CampaignMoved, EndsWithADecisionOnWhatIsLeft) {
    auto const running = campaign(CampaignState::running);
    EXPECT_EQ(said(moved(running, {"2021", CampaignState::finished, {}})),
              "campaign.leftover_undecided");
    auto const done = moved(running, {"2021", CampaignState::finished, "转入下一年救助金"});
    EXPECT_EQ(said(done), "ok");
    EXPECT_EQ(said(moved(done.value(), {"2021", CampaignState::finished, "再来"})),
              "campaign.wrong_step");
}

}  // namespace

}  // namespace banshi::aid
