// What the settings of a book may say.

#include "engines/matters/policy.h"

#include <gtest/gtest.h>

namespace banshi::matters {

namespace {

Clock clock(int hour) { return Clock{std::chrono::hours{hour}}; }

Book sound() {
    Rules rules{};
    rules.since = read_day("2026-01-01").value();
    rules.limits = {
        {ClockKind::dispatch, {}, {}, {}, 2, LimitUnit::working_hours, false, 0, 1, ""}};
    rules.working_hours = {{"05-01", "09-30", {clock(8)}, {clock(17)}},
                           {"10-01", "04-30", {clock(9)}, {clock(16)}}};
    rules.level_2_days = 3;
    rules.level_3_days = 5;
    rules.yellow_share = 5;
    rules.yellow_least = 2;
    rules.red_days = 1;
    rules.returns_most = 3;
    rules.evaluation_days = 30;
    rules.review_months = 6;
    return {"supervision",
            "PFD",
            {},
            {"livelihood"},
            {"usual"},
            {Category{"lamp", "", "", "", "", false}},
            {},
            {rules}};
}

std::string refused(Book const& book) {
    auto const checked = check(book);
    return checked ? "" : checked.refusal().field;
}

}  // namespace

TEST(Policy, ASoundBookPasses) { EXPECT_EQ(refused(sound()), ""); }

TEST(Policy, APrefixIsOfLettersThatANumberReadBackHas) {
    for (auto const* prefix : {"", "pfd", "PF2", "PF-D", "平房", "ABCDEFGHI"}) {
        auto book = sound();
        book.prefix = prefix;
        EXPECT_EQ(refused(book), "prefix") << prefix;
    }
}

TEST(Policy, WorkingHoursLeaveNoGapInTheYear) {
    auto book = sound();
    book.rules[0].working_hours[1].to_day = "04-29";
    EXPECT_EQ(refused(book), "rules[0].working_hours");
    book.rules[0].limits[0].unit = LimitUnit::hours;  // which needs none
    EXPECT_EQ(refused(book), "");
    book.rules[0].working_hours[1].to_day = "04-31";
    EXPECT_EQ(refused(book), "rules[0].working_hours[1].to_day");
}

TEST(Policy, WorkingHoursEndAfterTheyBegin) {
    auto book = sound();
    book.rules[0].working_hours[0].closes = {clock(8)};
    EXPECT_EQ(refused(book), "rules[0].working_hours[0].closes");
}

}  // namespace banshi::matters
