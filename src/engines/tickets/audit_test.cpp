#include "engines/tickets/audit.h"

#include <gtest/gtest.h>

#include "engines/record/kinds.h"

namespace banshi::tickets {

using namespace record;
using namespace std::chrono_literals;

namespace {

// A hall on Monday 23 November 2026 that opens at 9:00 (01:00 UTC).
class AuditTest : public testing::Test {
protected:
    template <class Kind>
    void see(Kind const& deed, Instant at) {
        audit.see(
            {seq++, Kind::kind, std::chrono::floor<std::chrono::seconds>(at), body_of(deed, at)});
    }
    std::vector<std::string> found(Instant now) {
        std::vector<std::string> lines;
        for (auto const& [text, at, facts] : audit.finish(now)) {
            auto line = std::to_string(at) + " " + text;
            for (auto const& [name, value] : facts)
                if (name != "seq") line += " " + value;
            lines.push_back(line);
        }
        return lines;
    }

    HallAudit audit;
    std::uint64_t seq = 0;
    Mark const q = "hall-01/2026-11-23";
    Instant const nine = std::chrono::sys_days{2026y / 11 / 23} + 1h;
    Instant const five = nine + 8h;
    using Lines = std::vector<std::string>;
};

}  // namespace

TEST_F(AuditTest, HasNothingToSayOfAGoodDay) {
    for (auto const* n : {"A001", "A002", "B001", "A003"}) see(Issued{n, q}, nine);
    see(Called{"A001", q, "1", nine, "walkin"}, nine);
    see(Served{"A001", q, "1"}, nine);
    see(Missed{"A002", q, "1"}, nine);
    see(Left{"A002", q}, five);
    see(Unserved{"B001", q}, five);
    see(Carried{"A003", q, "hall-01/2026-11-24"}, five);
    see(Void{"A004", q}, five);
    see(Closed{q, five}, five);
    EXPECT_EQ(found(five + 24h), Lines{});
}

TEST_F(AuditTest, NamesTheNumberThatIsMissing) {
    see(Issued{"A001", q}, nine);
    see(Issued{"A003", q}, nine);
    EXPECT_EQ(found(nine), Lines{"1 breach.number_missing 2026-11-23 A002 hall-01"});
}

TEST_F(AuditTest, WhatAKioskTookAheadIsMissingWhenTheDayIsOverAlone) {
    see(Issued{"A001", q}, nine);
    see(Reserved{"A002", "A004", q}, nine);
    see(Issued{"A005", q}, nine);
    see(Issued{"A003", q}, nine);
    EXPECT_EQ(found(nine), Lines{});
}

TEST_F(AuditTest, WhatAKioskTookAheadEndsToo) {
    see(Reserved{"A001", "A003", q}, nine);
    see(Issued{"A002", q}, nine);
    see(Served{"A002", q, "1"}, five);
    see(Void{"A003", q}, five);
    see(Closed{q, five}, five);
    EXPECT_EQ(found(five + 24h), Lines{"0 breach.number_missing 2026-11-23 A001 hall-01"});
}

TEST_F(AuditTest, ANumberIsIssuedAndEndedOnce) {
    see(Issued{"A001", q}, nine);
    see(Issued{"A001", q}, nine);
    see(Served{"A001", q, "1"}, nine);
    see(Left{"A001", q}, nine);
    see(Called{"A002", q, "1", nine, "walkin"}, nine);
    EXPECT_EQ(found(nine), (Lines{"1 breach.number_twice 2026-11-23 A001 hall-01",
                                  "3 breach.number_ended_twice 2026-11-23 A001 hall-01",
                                  "4 breach.number_unknown 2026-11-23 A002 hall-01"}));
}

TEST_F(AuditTest, ANumberEndsByClosingAndAQuarterOfAnHour) {
    see(Issued{"A001", q}, nine);
    see(Issued{"A002", q}, nine);
    see(Issued{"A003", q}, nine);
    see(Closed{q, five}, five);
    see(Served{"A001", q, "1"}, five + 15min);
    see(Served{"A002", q, "1"}, five + 15min + 1s);
    auto early = audit;
    EXPECT_EQ(early.finish(five + 15min).size(), 1u) << "A003 may still end";
    EXPECT_EQ(found(five + 16min), (Lines{"2 breach.number_open 2026-11-23 A003 hall-01",
                                          "5 breach.number_ended_late 2026-11-23 A002 hall-01"}));
}

// Nobody recorded the closing: the day is over when it is over everywhere.
TEST_F(AuditTest, ADayWithoutAClosingStillEnds) {
    see(Issued{"A001", q}, nine);
    auto early = audit;
    EXPECT_TRUE(early.finish(nine + 20h).empty());
    EXPECT_EQ(found(nine + 40h), Lines{"0 breach.number_open 2026-11-23 A001 hall-01"});
}

// What was let go in the meantime must not be told again.
TEST_F(AuditTest, ADayThatIsOverStaysOver) {
    see(Issued{"A001", q}, nine);
    see(Served{"A001", q, "1"}, nine);
    see(Closed{q, five}, five);
    see(Issued{"A001", "hall-01/2026-11-26"}, nine + 72h);
    EXPECT_EQ(found(nine + 72h), Lines{});
    see(Issued{"A002", q}, nine + 73h);
    EXPECT_EQ(found(nine + 73h), Lines{"4 breach.number_ended_late 2026-11-23 A002 hall-01"});
}

TEST_F(AuditTest, ADayThatIsOverWithAFaultIsRemembered) {
    see(Issued{"A001", q}, nine);
    see(Closed{q, five}, five);
    see(Issued{"A001", "hall-01/2026-11-26"}, nine + 72h);
    EXPECT_EQ(found(nine + 72h), Lines{"0 breach.number_open 2026-11-23 A001 hall-01"});
}

}  // namespace banshi::tickets
