// Whoever alters a matter by hand, past the program, is found by verify with the row and its leaf.

#include "engines/matters/audit.h"
#include "engines/matters/matter_for_test.h"
#include "engines/matters/matters.h"
#include "engines/record/sequencer.h"
#include "engines/record/verify.h"

namespace banshi::matters {

class RowCheckTest : public World {
protected:
    void SetUp() override {
        World::SetUp();
        Rules rules{};
        rules.since = Day{std::chrono::days{18000}};
        put_book(district, Book{"supervision",
                                "XQD",
                                {},
                                {"livelihood"},
                                {"usual"},
                                {{"street_lamp", "", "", "", "", false}},
                                {},
                                {rules}});
        if (IsSkipped()) return;
        number_ =
            write([&](Call& call) {
                Filing const filing{"supervision", "livelihood", "street_lamp", "路灯", "不亮"};
                auto filed = file(call, filing, {}).value();
                accept(call, filed.matter).value();
                return filed;
            }).matter.number;
        write([&](Call& call) { return record::sequence_outbox(call.tx, "xinqu", 1000); });
    }

    // What is found after these statements; nothing of them is kept.
    template <class... Statements>
    std::string found_after(Statements... statements) {
        std::string found;
        store->write_now([&](Transaction& tx) {
            (tx.run(statements), ...);
            Call call{actor, now, district, tx, system_random(), texts};
            record::Audits audits;
            audits.push_back(std::make_unique<MatterAudit>());
            auto const verdict = record::verify(call, {"test/xinqu", {}}, audits, {});
            for (auto const& [text, seq, facts] : verdict.first_breaches) {
                found += text.substr(7) + " " + facts.at("seq") + "; ";
                EXPECT_TRUE(facts.at("number") == number_ || text == "breach.matter_number");
            }
            return false;
        });
        return found;
    }
    std::string number_;
};

TEST_P(RowCheckTest, AnUntouchedMatterIsSound) {
    EXPECT_EQ(found_after(Sql{"UPDATE matters SET version = version"}), "");
}

TEST_P(RowCheckTest, AChangedMatterIsNamedWithItsLastLeaf) {
    EXPECT_EQ(found_after(Sql{"UPDATE matters SET state = 'cleared'"}), "matter_state 1; ");
    EXPECT_EQ(found_after(Sql{"UPDATE matters SET number = 'XQD-2026-000009-9'"}),
              "matter_number 1; ");
    EXPECT_EQ(found_after(Sql{"UPDATE matters SET due = 1795395600000000"}), "matter_kept 1; ");
    EXPECT_EQ(found_after(Sql{"UPDATE matters SET unit = 'water'"}), "matter_kept 1; ");
    EXPECT_EQ(found_after(Sql{"UPDATE matters SET accepted_at = accepted_at - 1"}),
              "matter_kept 1; ");
    EXPECT_EQ(found_after(Sql{"UPDATE matters SET cleared_at = 1795395600000000"}),
              "matter_kept 1; ");
    EXPECT_EQ(found_after(Sql{"UPDATE matters SET registered_at = registered_at - 86400000000"}),
              "matter_kept 1; ");
}

// Row and deed agree with each other, and not with the leaf.
TEST_P(RowCheckTest, AChangedDeedIsNamedWithItsLeaf) {
    EXPECT_EQ(found_after(Sql{"UPDATE matter_deeds SET to_state = 'working', verb = 'sign' "
                              "WHERE sequence = 2"},
                          Sql{"UPDATE matters SET state = 'working'"}),
              "matter_deed 1; matter_kept 1; ");
    EXPECT_EQ(found_after(Sql{"UPDATE matter_deeds SET at = at - 86400000000 WHERE sequence = 2"}),
              "matter_time 1; ");
}

TEST_P(RowCheckTest, ARowWithoutALeafIsNamedAndALeafWithoutARow) {
    EXPECT_EQ(found_after(Sql{"DELETE FROM matters"}), "leaf_without_row 0; leaf_without_row 1; ");
    EXPECT_EQ(found_after(Sql{"DELETE FROM matter_deeds WHERE sequence = 2"}),
              "matter_deeds_gone 0; leaf_without_row 1; ");
    EXPECT_EQ(found_after(Sql{"UPDATE matter_deeds SET seq = (SELECT MIN(seq) FROM matter_deeds) "
                              "WHERE sequence = 2"}),
              "row_without_leaf 0; matter_kept 0; leaf_without_row 1; ");
}

// What hangs on a matter: answered, approved and judged by deeds, altered by hand.
class PapersTest : public RowCheckTest {
protected:
    void SetUp() override {
        RowCheckTest::SetUp();
        if (IsSkipped()) return;
        write([&](Call& call) {
            auto matter = rows::find_by_number(call, number_).value();
            dispatch(call, matter, {{"water"}}).value();
            sign(call, matter).value();
            answer(call, matter, {Outcome::solved, "换了灯泡。"}).value();
            raise(call, matter, 1, "催办", {}).value();
            return true;
        });
        write([&](Call& call) { return record::sequence_outbox(call.tx, "xinqu", 1000); });
    }
};

TEST_P(PapersTest, AreNamedWithTheLastLeafWhereSomebodyAlteredThem) {
    auto const named = "matter_papers 6; ";
    EXPECT_EQ(found_after(Sql{"UPDATE matter_answers SET sent_back = ''"}), "");
    EXPECT_EQ(found_after(Sql{"UPDATE matter_answers SET content = '没有修'"}), named);
    EXPECT_EQ(found_after(Sql{"UPDATE matter_answers SET drafted_by = 'nobody'"}), named);
    EXPECT_EQ(found_after(Sql{"DELETE FROM matter_answers"}), named);
    EXPECT_EQ(found_after(Sql{"UPDATE matter_levels SET why = ''"}), named);
    EXPECT_EQ(found_after(Sql{"UPDATE matter_levels SET annulled_at = raised_at"}), named);
    EXPECT_EQ(found_after(Sql{"UPDATE matter_tasks SET unit = 'power'"}), named);
    EXPECT_EQ(found_after(Sql{"UPDATE matter_tasks SET signed_at = NULL"}), named);
    EXPECT_EQ(
        found_after(Sql{"INSERT INTO matter_evaluations (district, matter, round, reporter, book, "
                        "unit, counted, token_hash, asked_at, expires_at, answered_at, solved, "
                        "rating, reason, channel, recorded_by) SELECT district, id, 1, 1, book, "
                        "unit, 1, '', 0, 0, 0, 1, 'satisfied', '', 'web', '' FROM matters"}),
        named);
}

INSTANTIATE_TEST_SUITE_P(Both, PapersTest, both_databases(), database_name);
INSTANTIATE_TEST_SUITE_P(Both, RowCheckTest, both_databases(), database_name);

}  // namespace banshi::matters
