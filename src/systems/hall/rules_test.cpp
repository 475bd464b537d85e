#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class RulesTest : public World {
protected:
    SetRules change(int boost) {
        SetRules form{hall, must(see_rules, SeeRules{hall}).rules, false};
        form.rules.boost_minutes = boost;
        form.rules.basis = "人社〔2026〕1 号";
        form.rules.since.reset();
        return form;
    }
    Actor second{Actor::Kind::staff, {"chief"}, {}, "Chief", {{edit_rules, "/"}}};
};

TEST_P(RulesTest, AreConfirmedByAnotherAndHoldFromTheirDay) {
    auto form = change(30);
    form.preview = true;
    auto const seen = must(set_rules, form);
    ASSERT_EQ(seen.changes.size(), 1u);
    EXPECT_EQ(seen.changes[0].name, "boost_minutes");
    EXPECT_EQ(seen.changes[0].before, "15");
    EXPECT_EQ(seen.changes[0].after, "30");
    EXPECT_EQ(written(seen.since), "2026-03-03");
    EXPECT_FALSE(must(see_rules, SeeRules{hall}).proposed);
    EXPECT_EQ(outcome(confirm_rules, ConfirmRules{hall}), "rules.nothing_proposed");

    form.preview = false;
    EXPECT_TRUE(must(set_rules, form).waiting_for_second);
    EXPECT_EQ(must(see_rules, SeeRules{hall}).proposed.value().boost_minutes, 30);
    EXPECT_EQ(outcome(confirm_rules, ConfirmRules{hall}), "rules.own_proposal");
    actor = &second;
    EXPECT_FALSE(must(confirm_rules, ConfirmRules{hall}).waiting_for_second);
    EXPECT_EQ(leaves("rules.published"), 1);
    EXPECT_EQ(outcome(confirm_rules, ConfirmRules{hall}), "rules.nothing_proposed");

    EXPECT_EQ(must(see_rules, SeeRules{hall}).rules.boost_minutes, 15);
    actor = &staff;
    EXPECT_EQ(issue().due, now + Minutes{15});
    on("2026-03-03", "09:00:00");
    EXPECT_EQ(must(see_rules, SeeRules{hall}).rules.boost_minutes, 30);
    EXPECT_EQ(issue().due, now + Minutes{30});
}

TEST_P(RulesTest, RefuseWhatIsOutOfBounds) {
    EXPECT_EQ(outcome(set_rules, change(-1)), "rules.out_of_bounds");
    EXPECT_EQ(outcome(set_rules, change(15)), "rules.unchanged");
    auto form = change(30);
    form.rules.basis = "";
    EXPECT_EQ(outcome(set_rules, form), "rules.basis_missing");
    form = change(30);
    form.rules.since = *read_day("2026-03-02");
    EXPECT_EQ(outcome(set_rules, form), "rules.since_past");
}

TEST_P(RulesTest, AProposalThatWaitedTooLongIsNotConfirmed) {
    must(set_rules, change(30));
    on("2026-03-03", "09:00:00");
    actor = &second;
    EXPECT_EQ(outcome(confirm_rules, ConfirmRules{hall}), "rules.since_past");
}

INSTANTIATE_TEST_SUITE_P(Both, RulesTest, both_databases(), database_name);

}  // namespace banshi::hall
