#include "engines/matters/audit.h"

#include <gtest/gtest.h>

#include "engines/matters/number.h"
#include "engines/record/kinds.h"

namespace banshi::matters {

using namespace record;

namespace {

class MatterAuditTest : public testing::Test {
protected:
    template <class Kind>
    void see(Kind const& deed) {
        audit.see({seq++, Kind::kind, std::chrono::sys_seconds{}, body_of(deed, Instant{})});
    }
    std::vector<std::string> found() {
        std::vector<std::string> lines;
        for (auto const& [text, at, facts] : audit.finish(Instant{}))
            lines.push_back(std::to_string(at) + " " + text + " " + facts.at("number"));
        return lines;
    }
    static std::string number(int sequence) { return written_number("XQD", 2026, sequence); }
    using Lines = std::vector<std::string>;

    MatterAudit audit;
    std::uint64_t seq = 0;
};

}  // namespace

TEST_F(MatterAuditTest, HasNothingToSayOfAGoodYear) {
    see(CaseRegistered{number(1), "problem", "city"});
    see(CaseRegistered{"01JDRAFT", "problem", "city"});
    see(CaseEscalated{number(1), 1, 1, 1, "overdue", Instant{}});
    see(CaseEscalated{number(1), 1, 1, 2, "overdue", Instant{}});
    see(CaseCleared{number(1), 1, "solved"});
    see(CaseEscalated{number(1), 2, 2, 1, "overdue", Instant{}});
    see(CaseCleared{number(1), 2, "solved"});
    see(CaseMoved{number(3), "accept", "accepted", 1});
    see(CaseMoved{number(2), "accept", "accepted", 1});
    EXPECT_EQ(found(), Lines{});
}

TEST_F(MatterAuditTest, NamesTheNumberThatIsMissing) {
    see(CaseRegistered{number(1), "problem", "city"});
    see(CaseRegistered{number(3), "problem", "city"});
    EXPECT_EQ(found(), Lines{"1 breach.matter_number_missing " + number(2)});
}

TEST_F(MatterAuditTest, NamesANumberThatCannotFollow) {
    see(CaseRegistered{number(999'999), "problem", "city"});
    EXPECT_EQ(found(), Lines{"0 breach.matter_number_far " + number(999'999)});
}

TEST_F(MatterAuditTest, ARoundIsClearedOnceAndLevelsRise) {
    see(CaseRegistered{number(1), "problem", "city"});
    see(CaseEscalated{number(1), 1, 1, 2, "overdue", Instant{}});
    see(CaseEscalated{number(1), 1, 1, 1, "overdue", Instant{}});
    see(CaseCleared{number(1), 1, "solved"});
    see(CaseCleared{number(1), 1, "solved"});
    EXPECT_EQ(found(),
              (Lines{"2 breach.level_fell " + number(1), "4 breach.cleared_twice " + number(1)}));
}

}  // namespace banshi::matters
