// Whoever runs a campaign hears in time which reports it owes the public.

#include "systems/aid/reports.h"

#include "engines/notices/notices.h"
#include "engines/people/accounts.h"
#include "engines/people/world_for_test.h"
#include "systems/aid/campaign_rows.h"

namespace banshi::aid {

namespace {

class ReportsAreReminded : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        auto people = people::policy_for_test();
        people.roles.push_back({"lead", "Lead", "Lead", {run_campaign}});
        district.set(people);
        district.set(notices::Policy{});
        Settings settings{};
        settings.reports = {6, 3, 3, 3, 30, {30, 7}, ""};
        district.set(settings);
        people::use_password_cost(people::PasswordCost::least);
        write([](Call& call) {
            return people::create_account(call, {people::AccountKind::staff,
                                                 "qian",
                                                 "qian",
                                                 "a good password",
                                                 {{"lead", people::node(call.district)}}});
        }).value();
        at("2021-03-01");
        write([](Call& call) {
            Campaign const open{"2021", "帮扶", CampaignState::open, 2021, 3, 2, 300'000, call.now};
            rows::put(call, open);
            rows::put_step(call, open, "");
            return true;
        });
    }

    void at(std::string const& day) { now = *read_instant(day + "T08:30:00+08:00"); }
    // What was queued since, in the order of the days.
    std::vector<std::string> told_on(std::string const& day) {
        at(day);
        write([](Call& call) { return remind_reports(call, {}); }).value();
        std::vector<std::string> told;
        auto const all = write([](Call& call) { return notices::list_outbox(call, 100); });
        for (auto const& each : all)
            if (each.at == now) told.push_back(each.text);
        return told;
    }
    using Told = std::vector<std::string>;
};

TEST_P(ReportsAreReminded, OnceForEachStepBeforeTheyAreDue) {
    std::string const progress = "aid.report_due_progress";
    EXPECT_EQ(told_on("2021-08-01"), Told{});
    EXPECT_EQ(told_on("2021-08-02"), (Told{progress, progress})) << "both are due in September";
    EXPECT_EQ(told_on("2021-08-03"), Told{});
    write([&](Call& call) {
        rows::insert(call, {"G2021-001",
                            "2021",
                            ReportKind::progress,
                            *read_day("2021-06-01"),
                            {{1, "halfway", "", {}, "", call.now}}});
        return true;
    });
    EXPECT_EQ(told_on("2021-08-25"), Told{progress});
    EXPECT_EQ(told_on("2021-09-01"), Told{});
    EXPECT_EQ(told_on("2021-09-02"), Told{}) << "from then on it is late, for everybody to see";
}

INSTANTIATE_TEST_SUITE_P(Both, ReportsAreReminded, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::aid
