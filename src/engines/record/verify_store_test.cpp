#include "engines/record/verify.h"

#include <set>

#include "engines/record/log_test.h"

namespace banshi::record {

// What only the administrator of a database can do, and how it is found.
class VerifyTest : public LogTest {
protected:
    void SetUp() override {
        LogTest::SetUp();
        if (!store_) return;
        append_numbers(20);
        sign();
    }
    Verdict verified(Progress const& progress, Instant now = start, Audits const& audits = {}) {
        return look([&](Transaction& tx) {
            Call call{actor_, now, district_, tx, random_, texts_};
            return verify(call, log, audits, progress, head_file().read());
        });
    }
    void sign() {
        HeadSigner keeper{"d", origin, {log_signer()}, head_file()};
        ASSERT_TRUE(keeper.sign(*store_, start));
    }
    void take_into_city() {
        store_->write_now([&](Transaction& tx) {
            District const city{city_log, Zone{"Asia/Shanghai"}, nullptr};
            Call call{actor_, start, city, tx, random_, texts_};
            EXPECT_TRUE(take_in_head(call, "d"));
            while (sequence_outbox(tx, city_log, 1000) > 0) continue;
            return true;
        });
    }
    std::vector<std::string> found(Instant now = start, Audits const& audits = {}) {
        auto const verdict = verified(nullptr, now, audits);
        std::vector<std::string> lines;
        for (auto const& breach : verdict.first_breaches)
            lines.push_back(std::to_string(breach.seq) + " " + breach.text);
        return lines;
    }
    template <class Statements>
    void tamper(Statements const& statements) {
        store_->write_now([&](Transaction& tx) {
            if (tx.backend() == Backend::postgres) {
                tx.run("DROP TRIGGER log_entry_stays ON log_entry");
                tx.run("DROP TRIGGER log_node_stays ON log_node");
                tx.run("DROP TRIGGER log_head_stays ON log_head");
            } else {
                tx.run("DROP TRIGGER log_entry_update");
                tx.run("DROP TRIGGER log_entry_delete");
                tx.run("DROP TRIGGER log_node_update");
                tx.run("DROP TRIGGER log_node_delete");
                tx.run("DROP TRIGGER log_head_update");
            }
            statements(tx);
            return true;
        });
    }
    using Lines = std::vector<std::string>;
    std::string const origin = "banshi.example/d";
    PublicLog const log{
        origin, {log_signer().verifier()}, {signer_of(2, KeyKind::witness).verifier()}};
    std::string const forged =
        R"({"at":1795395600,"k":"queue.issued","n":"A008","q":"hall-02/2026-11-23"})";
};

TEST_P(VerifyTest, AnUntouchedLogHasNoBreach) {
    std::uint64_t last = 0;
    auto const verdict = verified([&](auto done, auto) { last = done; });
    EXPECT_EQ(verdict.breaches, 0u);
    EXPECT_EQ(verdict.entries, 20u);
    EXPECT_EQ(verdict.nodes, 20u - std::popcount(20u));
    EXPECT_EQ(verdict.heads, 1u);
    EXPECT_EQ(last, 20u);
}

TEST_P(VerifyTest, AChangedBodyIsNamed) {
    tamper([&](Transaction& tx) {
        tx.run("UPDATE log_entry SET body = ? WHERE seq = 7", forged + " ");
    });
    EXPECT_EQ(found().front(), "7 breach.body_changed");
}

TEST_P(VerifyTest, AChangedTimeOrKindColumnIsNamed) {
    tamper(
        [&](Transaction& tx) { tx.run("UPDATE log_entry SET at = at + 1000000 WHERE seq = 7"); });
    EXPECT_EQ(found(), Lines{"7 breach.columns_differ"});
}

// Body and leaf were changed together: the node above them tells.
TEST_P(VerifyTest, AChangedLeafIsNamedByTheNodeAbove) {
    tamper([&](Transaction& tx) {
        tx.run("UPDATE log_entry SET body = ?, leaf = ? WHERE seq = 7", forged,
               hex(leaf_hash(forged)));
    });
    EXPECT_EQ(found().front(), "6 breach.node_changed");
}

// All nodes up to the tip were computed anew: only the signed head tells.
TEST_P(VerifyTest, AHistoryWrittenAnewContradictsTheSignedHead) {
    tamper([&](Transaction& tx) {
        Edge edge;
        tx.run("DELETE FROM log_node");
        for (std::uint64_t seq = 0; seq < 20; ++seq) {
            auto const body = seq == 7 ? forged : entry(tx, "d", seq).value().body;
            auto const complete = edge.append(leaf_hash(body));
            tx.run("UPDATE log_entry SET body = ?, leaf = ? WHERE seq = ?", body,
                   hex(complete[0].hash), seq);
            for (auto node = complete.begin() + 1; node != complete.end(); ++node)
                tx.run("INSERT INTO log_node (district, level, idx, hash) VALUES (?, ?, ?, ?)", "d",
                       node->node.level, node->node.index, hex(node->hash));
        }
        std::string text;
        for (auto const& hash : edge.hashes()) text += hex(hash);
        tx.run("UPDATE log_tip SET edge = ?", text);
    });
    EXPECT_EQ(found().front(), "19 breach.head_differs");
}

TEST_P(VerifyTest, ABodyThatIsNoneOfOursIsNamed) {
    tamper([&](Transaction& tx) {
        auto const strange = std::string(R"({"k":"queue.issued","at":1795395600})");
        tx.run("UPDATE log_entry SET body = ?, leaf = ? WHERE seq = 7", strange,
               hex(leaf_hash(strange)));
    });
    EXPECT_EQ(found().front(), "7 breach.body_malformed");
}

TEST_P(VerifyTest, TimesRunBackwardsByFiveSecondsAtMost) {
    using namespace std::chrono_literals;
    for (auto const late : {5s, 6s})
        deed(
            [&](Call& call) {
                append(call, Issued{number(++last_), hall_day_});
                return true;
            },
            start - late);
    settle();
    EXPECT_EQ(found(), Lines{"21 breach.time_backwards"});
}

TEST_P(VerifyTest, AMissingEntryIsNamed) {
    tamper([&](Transaction& tx) { tx.run("DELETE FROM log_entry WHERE seq = 7"); });
    EXPECT_EQ(found().front(), "7 breach.entry_missing");
}

TEST_P(VerifyTest, ACutTailIsNamed) {
    tamper([&](Transaction& tx) { tx.run("DELETE FROM log_entry WHERE seq >= 18"); });
    EXPECT_EQ(found().front(), "18 breach.entry_missing");
}

TEST_P(VerifyTest, AnEntryBeyondTheTipIsNamed) {
    tamper([&](Transaction& tx) {
        tx.run(
            "INSERT INTO log_entry (district, seq, kind, at, body, leaf) "
            "SELECT district, 20, kind, at, body, leaf FROM log_entry WHERE seq = 7");
    });
    EXPECT_EQ(found(), Lines{"20 breach.entry_beyond_tip"});
}

TEST_P(VerifyTest, AChangedOrMissingNodeIsNamed) {
    tamper([&](Transaction& tx) {
        tx.run("UPDATE log_node SET hash = ? WHERE level = 2 AND idx = 1", hex(empty_root()));
        tx.run("DELETE FROM log_node WHERE level = 1 AND idx = 9");
    });
    auto const lines = found();
    ASSERT_GE(lines.size(), 2u);
    EXPECT_EQ(lines[0], "18 breach.node_missing");
    EXPECT_EQ(lines[1], "4 breach.node_changed");
}

TEST_P(VerifyTest, AChangedTipIsNamed) {
    tamper([&](Transaction& tx) {
        tx.run("UPDATE log_tip SET edge = ?", hex(empty_root()) + hex(empty_root()));
    });
    EXPECT_EQ(found(), Lines{"19 breach.tip_differs"});
}

TEST_P(VerifyTest, AHeadThatNobodyOfUsSignedIsNamed) {
    tamper([&](Transaction& tx) {
        auto const root = root_at(tx, "d", 9).value();
        auto const note =
            sign_checkpoint({origin, 9, root}, std::vector{signer_of(8, KeyKind::log)}, start);
        tx.run("INSERT INTO log_head (district, size, root, at, note) VALUES ('d', 9, ?, 0, ?)",
               hex(root), note);
    });
    EXPECT_EQ(found(), Lines{"8 breach.head_unsigned"});
}

TEST_P(VerifyTest, ALogThatWasCutBehindItsSignedHeadIsNamed) {
    // What an older database holds: the same log, before it grew.
    reopen_emptied();
    append_numbers(12);
    EXPECT_EQ(found(), Lines{"19 breach.log_cut"});
    append_numbers(9);
    EXPECT_EQ(found(), Lines{});
}

TEST_P(VerifyTest, AHeadThatTheCityKnowsIsMissedWhereItWasTakenOut) {
    take_into_city();
    append_numbers(2);
    sign();
    EXPECT_EQ(found(), Lines{});
    tamper([&](Transaction& tx) {
        if (tx.backend() == Backend::sqlite) tx.run("DROP TRIGGER log_head_delete");
        tx.run("DELETE FROM log_head WHERE size = 20");
    });
    EXPECT_EQ(found(), Lines{"19 breach.head_missing"});
}

TEST_P(VerifyTest, ACosignatureThatItsWitnessDidNotMakeIsNamed) {
    auto const witness = signer_of(2, KeyKind::witness);
    auto const text = [&] {
        auto const note = look([](Transaction& tx) { return newest_head(tx, "d"); })->note;
        return note.substr(0, note.find("\n\n") + 1);
    }();
    auto const put = [&](std::string const& name, std::string const& line) {
        store_->write_now([&](Transaction& tx) {
            tx.run("DELETE FROM log_cosignature");
            tx.run(
                "INSERT INTO log_cosignature (district, size, witness, at, line) "
                "VALUES ('d', 20, ?, 0, ?)",
                name, line);
            return true;
        });
    };
    auto const name = witness.verifier().name;
    put(name, witness.sign(text, start));
    EXPECT_EQ(found(), Lines{});
    put(name, witness.sign(text + "other\n", start));
    EXPECT_EQ(found(), Lines{"19 breach.cosignature_forged"});
    put(name, signer_of(3, KeyKind::witness).sign(text, start));
    EXPECT_EQ(found(), Lines{"19 breach.cosignature_forged"});
    put("other.example/w", witness.sign(text, start));
    EXPECT_EQ(found(), Lines{}) << "it may be a witness of before";
    auto const unchecked = verified(nullptr).unchecked;
    ASSERT_EQ(unchecked.size(), 1u);
    EXPECT_EQ(unchecked[0].facts.at("signatures"), "1");
}

// Rows of a system whose state is a word that none of them may hold.
enum class Kept { yes };
BOOST_DESCRIBE_ENUM(Kept, yes)
class AuditOfStates : public Audit {
public:
    void see(Seen const&) override {}
    std::vector<Breach> finish(Instant) override { return {{"breach.seen_before", 0}}; }
    std::vector<Breach> compare(Call& call) override {
        call.tx.one<Kept>("SELECT 'x'");
        return {};
    }
};

TEST_P(VerifyTest, ARowThatCannotBeReadIsABreachAndEndsNothing) {
    Audits audits;
    for (int at = 0; at < 2; ++at) audits.push_back(std::make_unique<AuditOfStates>());
    EXPECT_EQ(found(start, audits), (Lines{"0 breach.seen_before", "0 breach.unreadable",
                                           "0 breach.seen_before", "0 breach.unreadable"}));
}

// Names each number that it has seen once before: A001 stands at 0 and, written again, at 20.
class AuditOfNumbers : public Audit {
public:
    void see(Seen const& entry) override {
        if (!numbers_.insert(std::string(text_field(entry.body, "n"))).second)
            found_.push_back({"breach.seen_before", entry.seq});
    }
    std::vector<Breach> finish(Instant) override { return found_; }
    std::vector<Breach> compare(Call&) override { return {{"breach.of_a_row", 20}}; }

private:
    std::set<std::string> numbers_;
    std::vector<Breach> found_;
};

TEST_P(VerifyTest, ARangeIsAuditedByWhatItsEntriesShow) {
    last_ = 0;
    append_numbers(1);
    tamper([&](Transaction& tx) {
        tx.run("UPDATE log_entry SET body = ? WHERE seq IN (7, 12)", forged);
    });
    auto const audited = [&](Range range, Audits const& audits) {
        auto const verdict = look([&](Transaction& tx) {
            Call call{actor_, start, district_, tx, random_, texts_};
            return audit_entries(call, audits, range, nullptr);
        });
        if (!verdict) return Lines{verdict.refusal().text};
        Lines lines{std::to_string(verdict.value().entries)};
        for (auto const& breach : verdict.value().first_breaches)
            lines.push_back(std::to_string(breach.seq) + " " + breach.text);
        return lines;
    };
    auto const in = [&](Range range) {
        Audits audits;
        audits.push_back(std::make_unique<AuditOfNumbers>());
        return audited(range, audits);
    };
    EXPECT_EQ(in({7, 11}), (Lines{"5", "7 breach.body_changed"}));
    EXPECT_EQ(in({12, 12}), (Lines{"1", "12 breach.body_changed", "12 breach.seen_before"}));
    EXPECT_EQ(in({13, 19}), (Lines{"7"}));
    // What came before the range gives the entry in it its sense.
    EXPECT_EQ(in({20}), (Lines{"1", "20 breach.seen_before"}));
    EXPECT_EQ(audited({20}, {}), (Lines{"1"}));
    EXPECT_EQ(audited({12}, {}), (Lines{"9", "12 breach.body_changed"}));
    for (auto const& range : {Range{21}, Range{3, 2}})
        EXPECT_EQ(in(range), (Lines{"log.no_such_range"}));
}

TEST_P(VerifyTest, ALogOfSeveralChunksIsWalkedWhole) {
    if (store_->backend() == Backend::postgres) GTEST_SKIP() << "long, and the same code";
    append_numbers(66000);
    EXPECT_EQ(found(), Lines{});
    tamper([&](Transaction& tx) {
        tx.run("UPDATE log_entry SET leaf = ? WHERE seq = 66001", hex(empty_root()));
    });
    EXPECT_EQ(found(), (Lines{"66001 breach.body_changed", "66000 breach.node_changed"}));
}

INSTANTIATE_TEST_SUITE_P(Both, VerifyTest, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace banshi::record
