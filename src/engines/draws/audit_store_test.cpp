// Whoever alters a draw by hand is named by the verification.

#include "engines/draws/audit.h"

#include "engines/draws/draws.h"
#include "engines/people/world_for_test.h"
#include "engines/record/record.h"

namespace banshi::draws {

namespace {

constexpr auto name = "wheel-1";

class DrawAuditTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        using namespace std::chrono_literals;
        auto const start = now;
        auto const codes = write([&](Call& call) {
            return announce(call, {name,
                                   "转盘",
                                   2,
                                   start + 1h,
                                   start + 2h,
                                   LateSource::lottery_3d,
                                   "2026-300",
                                   start + 3h,
                                   {"organiser"}});
        });
        Secret const secret = record::sha256({"a secret"});
        auto const code = codes.value().front().code;
        auto const told = hex(commitment("banshi/draw/" + std::string(name), "organiser", secret));
        write([&](Call& call) { return enter(call, name, {"E1", "E2", "E3", "E4"}); }).value();
        write([&](Call& call) { return commit(call, {name, code, told}); }).value();
        now = start + 1h + 1min;
        write([&](Call& call) { return reveal(call, {name, code, hex(secret)}); }).value();
        now = start + 3h + 1min;
        for (auto const* account : {"he", "shi"}) {
            actor.account = AccountId{account};
            write([&](Call& call) { return tell_late(call, {name, "419"}); }).value();
        }
    }

    // On PostgreSQL all of it waits for its place; the verification knows that too.
    std::string found() {
        std::string text;
        DrawAudit audit;
        write([&](Call& call) {
            auto const& log = district.name();
            auto const size = record::tip(call.tx, log).size;
            for (std::uint64_t seq = 0; seq < size; ++seq) {
                auto const entry = record::entry(call.tx, log, seq).value();
                audit.see({seq, entry.kind, {}, entry.body});
            }
            for (auto const& breach : audit.compare(call)) text += breach.text + " ";
            return true;
        });
        return text;
    }

    std::string after(Sql tampering) {
        write([&](Call& call) {
            call.tx.run(tampering);
            return true;
        });
        return found();
    }
};

TEST_P(DrawAuditTest, IsSilentWhereTheDrawComesOutAgain) { EXPECT_EQ(found(), ""); }

TEST_P(DrawAuditTest, NamesEachPartThatWasAltered) {
    auto const named = "breach.draw_differs ";
    EXPECT_EQ(after("UPDATE draws SET places = 3"), named);
    EXPECT_EQ(after("UPDATE draws SET places = 2, state = 'annulled', why = 'office'"), named);
    EXPECT_EQ(after("UPDATE draws SET state = 'published', why = '', seed = 'ab'"), named);
}

TEST_P(DrawAuditTest, NamesAnotherWinner) {
    EXPECT_EQ(after("UPDATE draw_entries SET place = CASE WHEN place IS NULL THEN 1 END"),
              "breach.draw_differs ");
}

TEST_P(DrawAuditTest, NamesAnEntryThatWasPutInThePlaceOfAnother) {
    EXPECT_EQ(after("UPDATE draw_entries SET entry = 'E9' WHERE entry = 'E1'"),
              "breach.draw_differs ");
}

TEST_P(DrawAuditTest, NamesAnotherSecret) {
    EXPECT_EQ(after("UPDATE draw_parties SET secret = commitment"), "breach.draw_differs ");
}

// Whoever knows a public value already could else have it count.
TEST_P(DrawAuditTest, NamesWhatWasAnnouncedOtherwise) {
    auto const named = "breach.draw_differs ";
    EXPECT_EQ(after("UPDATE draws SET late_reference = '2026-299'"), named);
    EXPECT_EQ(after("UPDATE draws SET late_reference = '2026-300', late_source = 'drand'"), named);
    EXPECT_EQ(after("UPDATE draws SET late_source = 'lottery_3d', late_at = late_at - 9000000"),
              named);
    EXPECT_EQ(
        after("UPDATE draws SET late_at = late_at + 9000000, closes_at = closes_at + 9000000"),
        named);
    EXPECT_EQ(after("UPDATE draws SET closes_at = closes_at - 9000000, "
                    "reveals_until = reveals_until + 9000000"),
              named);
    EXPECT_EQ(after("UPDATE draws SET reveals_until = reveals_until - 9000000"), "");
    EXPECT_EQ(
        after("INSERT INTO draw_parties (district, draw, party, code_hash, commitment, secret) "
              "SELECT district, draw, 'notary', 'ab', '', '' FROM draws"),
        named);
}

// A draw for shoes that was to be one for flats.
TEST_P(DrawAuditTest, NamesAnotherTitle) {
    auto const named = "breach.draw_differs ";
    EXPECT_EQ(after("UPDATE draws SET title = '转盘二'"), named);
    EXPECT_EQ(after("UPDATE draws SET title = '转盘', announced_by = 'she'"), named);
    EXPECT_EQ(after("UPDATE draws SET announced_by = '', announced_at = announced_at - 1"), named);
    EXPECT_EQ(after("UPDATE draws SET announced_at = announced_at + 1, "
                    "ended_at = ended_at - 60000000"),
              named);
    EXPECT_EQ(after("UPDATE draws SET ended_at = ended_at + 60000000"), "");
}

TEST_P(DrawAuditTest, NamesAnotherReasonOfOneThatIsVoid) {
    using namespace std::chrono_literals;
    auto const start = now;
    write([&](Call& call) {
        return announce(call, {"wheel-2",
                               "转盘",
                               2,
                               start + 1h,
                               start + 2h,
                               LateSource::lottery_3d,
                               "2026-300",
                               start + 3h,
                               {"organiser"}});
    }).value();
    write([&](Call& call) { return annul(call, "wheel-2", "名单有误"); }).value();
    EXPECT_EQ(found(), "");
    EXPECT_EQ(after("UPDATE draws SET note = '无人参加' WHERE draw = 'wheel-2'"),
              "breach.draw_differs ");
}

TEST_P(DrawAuditTest, NamesADrawThatNobodyAnnounced) {
    EXPECT_EQ(after("UPDATE draws SET draw = 'wheel-2'"),
              "breach.row_without_leaf breach.draw_differs ");
}

INSTANTIATE_TEST_SUITE_P(Both, DrawAuditTest, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::draws
