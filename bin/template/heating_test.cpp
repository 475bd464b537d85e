#include "systems/heating/heating.h"

#include <gtest/gtest.h>

namespace banshi::heating {

static Case const open_case{1, "A cold flat", State::open, "account-1"};

TEST(Cleared, StrikesOffWithEvidence) {
    auto const done = cleared(open_case, "account-2", "photo");
    ASSERT_TRUE(done);
    EXPECT_EQ(done.value().state, State::cleared);
}

TEST(Cleared, RefusesOwnWorkAndMissingEvidence) {
    EXPECT_EQ(cleared(open_case, "account-1", "photo").refusal().text, "heating.clears_own");
    EXPECT_EQ(cleared(open_case, "account-2", "").refusal().text, "heating.evidence_missing");
}

TEST(Cleared, HappensOnce) {
    auto const done = cleared(open_case, "account-2", "photo").value();
    EXPECT_EQ(cleared(done, "account-2", "photo").refusal().text, "heating.already_cleared");
}

}  // namespace banshi::heating
