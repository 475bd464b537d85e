#include "cli/rights.h"

#include <gtest/gtest.h>

#include "cli/systems.h"

namespace banshi::cli {

static Result<void> check(std::string const& right) {
    auto const toml =
        "[[roles]]\nid = \"clerk\"\nrights = [\n\"hall.call_tickets\",\n\"" + right + "\",\n]\n";
    return check_rights({{"clerk", "", "", {"hall.call_tickets", right}}}, systems(), toml,
                        "people.toml");
}

TEST(RightsOfRoles, ThatNoDeedAsksForAreRefusedByTheirLine) {
    auto const refused = check("hall.call_ticket");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().text, "config.value");
    EXPECT_EQ(refused.refusal().field, "roles[0].rights[1]");
    auto const& facts = refused.refusal().facts;
    EXPECT_EQ(facts.at("file"), "people.toml");
    EXPECT_EQ(facts.at("line"), "5");
    EXPECT_TRUE(facts.at("allowed").starts_with("hall.call_tickets, ")) << facts.at("allowed");
    for (auto const* none : {"", "hall", "anyone", "hall.*", "house.tidy_up"})
        EXPECT_FALSE(check(none)) << none;
}

TEST(RightsOfRoles, MayBeAskedForWithinADeed) {
    for (auto const* right : {"hall.manage", "hall.book_internal", "hall.correct_persons",
                              "supervision.see_sealed", "accounts.see_demo_outbox"})
        EXPECT_TRUE(check(right)) << right;
}

}  // namespace banshi::cli
