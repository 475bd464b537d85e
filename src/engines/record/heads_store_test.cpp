#include "engines/record/export.h"
#include "engines/record/log_test.h"
#include "engines/record/vectors_test.h"
#include "engines/record/witness.h"

namespace banshi::record {

class HeadsTest : public LogTest {
protected:
    HeadSigner keeper() const { return {"d", origin, {log_signer()}, head_file()}; }
    std::string refusal() {
        auto const signed_head = keeper().sign(*store_, start);
        return signed_head ? "" : signed_head.refusal().text;
    }
    std::string const origin = "banshi.example/d";
    std::vector<VerifierKey> const keys = {log_signer().verifier()};
};

TEST_P(HeadsTest, SignsWhatIsCommittedAndNothingTwice) {
    append_numbers(5);
    auto const first = keeper().sign(*store_, start).value();
    auto const head = open_checkpoint(first, origin, keys).value().checkpoint;
    EXPECT_EQ(head.size, 5u);
    EXPECT_EQ(head.root, look([](Transaction& tx) { return tip(tx, "d").root; }));
    EXPECT_EQ(keeper().sign(*store_, start).value(), first);
    append_numbers(1);
    auto const second = keeper().sign(*store_, start).value();
    EXPECT_EQ(read_file(head_file().path()), second);
    look([&](Transaction& tx) {
        EXPECT_EQ(newest_head(tx, "d")->note, second);
        EXPECT_EQ(head_of_size(tx, "d", 5)->note, first);
        EXPECT_FALSE(head_of_size(tx, "d", 4));
        return 0;
    });
}

TEST_P(HeadsTest, GivesAProofFileThatStandsAlone) {
    append_numbers(6);
    auto const file = [&](std::uint64_t seq) {
        return look([&](Transaction& tx) { return proof_file(tx, "d", seq); });
    };
    EXPECT_EQ(file(4).refusal().text, "record.not_signed_yet");
    ASSERT_TRUE(keeper().sign(*store_, start));
    append_numbers(1);
    EXPECT_EQ(file(6).refusal().text, "record.not_signed_yet");
    EXPECT_EQ(file(7).refusal().text, "record.no_such_entry");
    auto const body = look([](Transaction& tx) { return entry(tx, "d", 4).value(); }).body;
    EXPECT_TRUE(check_proof_file(file(4).value(), body, origin, keys));
    EXPECT_FALSE(check_proof_file(file(4).value(), body + " ", origin, keys));
}

// Yesterday's backup: the log holds less than was signed. Deeds go on, signing does not.
TEST_P(HeadsTest, RefusesToSignBehindTheHeadFile) {
    append_numbers(5);
    ASSERT_TRUE(keeper().sign(*store_, start));
    auto const remembered = read_file(head_file().path());
    reopen_emptied();
    append_numbers(3);
    EXPECT_EQ(refusal(), "log.behind_signed_head");
    EXPECT_EQ(read_file(head_file().path()), remembered);
    EXPECT_EQ(look([](Transaction& tx) { return tip(tx, "d").size; }), 3u);
    EXPECT_FALSE(look([](Transaction& tx) { return newest_head(tx, "d"); }));
}

// The backup grew past the signed size with other entries: no second history is signed.
TEST_P(HeadsTest, RefusesToSignASecondHistory) {
    append_numbers(5);
    ASSERT_TRUE(keeper().sign(*store_, start));
    reopen_emptied();
    last_ = 100;
    append_numbers(8);
    EXPECT_EQ(refusal(), "log.contradicts_head");
    EXPECT_FALSE(look([](Transaction& tx) { return newest_head(tx, "d"); }));
}

TEST_P(HeadsTest, RefusesAHeadFileThatIsNone) {
    append_numbers(1);
    for (auto const* text : {"", "nonsense", "other.example\n0\n"}) {
        head_file().replace(text);
        EXPECT_EQ(refusal(), "log.head_file_damaged") << text;
    }
}

// A node that a root needs is gone: signing stops, deeds do not.
TEST_P(HeadsTest, RefusesToSignOverDamage) {
    append_numbers(4);
    store_->write_now([](Transaction& tx) {
        tx.run("INSERT INTO log_tip (district, size, edge) SELECT 'torn', size, edge FROM log_tip");
        return true;
    });
    HeadSigner torn{"torn", origin, {log_signer()}, head_file()};
    EXPECT_EQ(torn.sign(*store_, start).refusal().text, "log.damaged");
}

// The tip was changed and entries were added on top of it: their nodes belong to another history,
// though every node of the signed one is still in its place.
TEST_P(HeadsTest, RefusesToSignWhatGrewFromAChangedTip) {
    append_numbers(5);
    ASSERT_TRUE(keeper().sign(*store_, start));
    auto const forge = [&](Hash const& first, Hash const& second) {
        store_->write_now([&](Transaction& tx) {
            tx.run("UPDATE log_tip SET edge = ? WHERE district = 'd'", hex(first) + hex(second));
            return true;
        });
    };
    forge(leaf_hash("x"), leaf_hash("y"));
    EXPECT_EQ(refusal(), "log.damaged");
    append_numbers(3);
    EXPECT_EQ(refusal(), "log.contradicts_head");
}

TEST_P(HeadsTest, ALostHeadFileIsWrittenAgainFromTheSameHistoryOnly) {
    append_numbers(5);
    auto const note = keeper().sign(*store_, start).value();
    std::filesystem::remove(head_file().path());
    EXPECT_EQ(keeper().sign(*store_, start).value(), note);
    EXPECT_EQ(read_file(head_file().path()), note);

    std::filesystem::remove(head_file().path());
    store_->write_now([&](Transaction& tx) {
        auto const other = hex(leaf_hash("x"));
        tx.run("UPDATE log_tip SET edge = ? WHERE district = 'd'", other + other);
        return true;
    });
    append_numbers(3);
    EXPECT_EQ(refusal(), "log.contradicts_head");
    EXPECT_FALSE(head_file().read());
}

// The process died between the file and the row: the row comes with the next signature.
TEST_P(HeadsTest, ASignedHeadThatMissedTheDatabaseIsKeptAgain) {
    append_numbers(2);
    auto const checkpoint =
        Checkpoint{origin, 2, look([](Transaction& tx) { return tip(tx, "d").root; })};
    auto const note = sign_checkpoint(checkpoint, std::vector{log_signer()}, start);
    head_file().replace(note);
    EXPECT_EQ(keeper().sign(*store_, start).value(), note);
    EXPECT_EQ(look([](Transaction& tx) { return newest_head(tx, "d"); })->note, note);
}

TEST_P(HeadsTest, AChangeOfKeyIsSignedByBothKeys) {
    append_numbers(2);
    auto const fresh = signer_of(9, KeyKind::log);
    ASSERT_TRUE(keeper().sign(*store_, start));
    deed([&](Call& call) {
        append(call, LogKey{fresh.verifier()});
        return true;
    });
    settle();
    HeadSigner both{"d", origin, {log_signer(), fresh}, head_file()};
    auto const note = both.sign(*store_, start).value();
    EXPECT_TRUE(open_checkpoint(note, origin, keys));
    EXPECT_TRUE(open_checkpoint(note, origin, std::vector{fresh.verifier()}));
}

TEST_P(HeadsTest, KeepsCosignaturesThatVerify) {
    append_numbers(2);
    auto const note = keeper().sign(*store_, start).value();
    auto const witness = signer_of(2, KeyKind::witness);
    auto const text = note.substr(0, note.find("\n\n") + 1);
    std::vector const trusted{witness.verifier()};
    auto const keep = [&](std::string const& lines) {
        std::optional<Result<int>> kept;
        store_->write_now([&](Transaction& tx) {
            kept = keep_cosignatures(tx, "d", 2, lines, trusted, start);
            return true;
        });
        return *kept;
    };
    EXPECT_EQ(keep(witness.sign("other\n", start)).refusal().text, "note.bad_signature");
    EXPECT_EQ(keep(signer_of(3, KeyKind::witness).sign(text, start)).refusal().text,
              "note.unsigned");
    EXPECT_EQ(keep(witness.sign(text, start)).value(), 1);
    EXPECT_EQ(keep(witness.sign(text, start)).value(), 0);
    auto const file = look([](Transaction& tx) { return proof_file(tx, "d", 0).value(); });
    auto const body = look([](Transaction& tx) { return entry(tx, "d", 0).value(); }).body;
    std::vector const known{log_signer().verifier(), witness.verifier()};
    EXPECT_EQ(check_proof_file(file, body, origin, known).value().witnesses.size(), 1u);
}

TEST_P(HeadsTest, AWitnessFollowsTheLog) {
    Witness witness{signer_of(2, KeyKind::witness), {{origin, keys}}, folder_ / "witness"};
    for (auto const& [grow, old_size, size] : {std::tuple{3, 0, 3}, {4, 3, 7}}) {
        append_numbers(grow);
        ASSERT_TRUE(keeper().sign(*store_, start));
        auto const request = look([&, from = old_size, to = size](Transaction& tx) {
            return witness_request(tx, "d", static_cast<std::uint64_t>(to),
                                   static_cast<std::uint64_t>(from))
                .value();
        });
        EXPECT_EQ(witness.add_checkpoint(request, start).status, 200) << size;
    }
}

TEST_P(HeadsTest, ExportsTheLogAsFiles) {
    EXPECT_EQ(
        look([&](Transaction& tx) { return export_log(tx, "d", folder_ / "out"); }).refusal().text,
        "record.not_signed_yet");
    append_numbers(300);
    auto const note = keeper().sign(*store_, start).value();
    auto const write = [&] {
        return look([&](Transaction& tx) { return export_log(tx, "d", folder_ / "out"); }).value();
    };
    EXPECT_EQ(write(), 5u);
    EXPECT_EQ(write(), 0u) << "what is there stays";
    EXPECT_EQ(read_file(folder_ / "out/checkpoint"), note);
    EXPECT_EQ(read_file(folder_ / "out/tile/0/000").size(), 8192u);
    EXPECT_EQ(read_file(folder_ / "out/tile/0/001.p/44").size(), 44u * 32);
    EXPECT_EQ(read_file(folder_ / "out/tile/1/000.p/1").size(), 32u);
}

INSTANTIATE_TEST_SUITE_P(Both, HeadsTest, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace banshi::record
