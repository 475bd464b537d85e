#include "engines/record/note.h"

#include <gtest/gtest.h>

#include "engines/record/encoding.h"
#include "engines/record/proof_file.h"
#include "engines/record/vectors_test.h"

namespace banshi::record {

namespace {

std::string const origin = "banshi.example/harbin";
Instant const cosigned_at{std::chrono::seconds{1795395660}};

Seed seed_of(std::uint8_t byte) {
    Seed seed;
    seed.fill(byte);
    return seed;
}

Signer log_signer() { return {origin, KeyKind::log, seed_of(1)}; }
Signer advisers() { return {"witness.example/advisers", KeyKind::witness, seed_of(2)}; }
Signer newspaper() { return {"witness.example/newspaper", KeyKind::witness, seed_of(3)}; }

struct OwnLog {
    std::map<Node, Hash> nodes;
    Edge edge;
    std::vector<std::string> bodies;
    ReadNode read = [this](Node node) { return nodes.at(node); };

    OwnLog() {
        auto const file = read_json(own_vectors / "keys-and-entries.json");
        for (auto const& entry : file.at("entries").as_array()) {
            bodies.emplace_back(entry.as_string());
            for (auto const& made : edge.append(leaf_hash(bodies.back())))
                nodes[made.node] = made.hash;
        }
    }
    Checkpoint head() const { return {origin, edge.size(), edge.root()}; }
};

std::vector<VerifierKey> const log_keys{log_signer().verifier()};

}  // namespace

TEST(Note, SignsTheCheckpointsByteForByte) {
    OwnLog const log;
    auto const alone = std::vector{log_signer()};
    EXPECT_EQ(sign_checkpoint(log.head(), alone, cosigned_at),
              read_file(own_vectors / "checkpoint"));
    auto const all = std::vector{log_signer(), advisers(), newspaper()};
    EXPECT_EQ(sign_checkpoint(log.head(), all, cosigned_at),
              read_file(own_vectors / "checkpoint.cosigned"));
}

TEST(Note, WritesAndReadsVerifierKeys) {
    auto const file = read_json(own_vectors / "keys-and-entries.json");
    auto const check = [](Signer const& signer, boost::json::value const& wanted) {
        auto const text = std::string(wanted.as_string());
        EXPECT_EQ(written(signer.verifier()), text);
        EXPECT_EQ(read_verifier_key(text).value(), signer.verifier());
    };
    check(log_signer(), file.at("log_vkey"));
    check(advisers(), file.at("witnesses").at(0).at("vkey"));
    check(newspaper(), file.at("witnesses").at(1).at("vkey"));

    auto const good = std::string(file.at("log_vkey").as_string());
    for (auto const& bad : {std::string{}, std::string("a+b"), good.substr(1), good + "A",
                            good.substr(0, good.size() - 4), "x " + good})
        EXPECT_FALSE(read_verifier_key(bad)) << bad;
}

TEST(Note, OpensTheCheckpointsOfAPublicTestLog) {
    NEED_PUBLIC_VECTORS();
    std::vector const keys{read_verifier_key("example.com/log/testdata+33d7b496+"
                                             "AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")
                               .value()};
    auto const folder = public_vectors() / "tessera-testlog";
    auto const tile = read_file(folder / "tile/0/000.p/8");
    EXPECT_EQ(hash_of_bytes(tile.substr(0, 32)), leaf_hash("one"));
    Edge edge;
    for (std::size_t size = 0; size <= 8; ++size) {
        auto const note = read_file(folder / ("checkpoint." + std::to_string(size)));
        auto const head = open_checkpoint(note, "example.com/log/testdata", keys).value();
        EXPECT_EQ(head.checkpoint.size, size);
        EXPECT_EQ(head.checkpoint.root, edge.root());
        if (size < 8) edge.append(hash_of_bytes(tile.substr(size * 32, 32)).value());
    }
}

TEST(Note, AWrongSignatureOfAKnownKeyRejectsTheNote) {
    auto const note = read_file(own_vectors / "checkpoint.cosigned");
    std::vector const keys{log_signer().verifier(), advisers().verifier()};
    EXPECT_EQ(open_note(note, keys).value().signatures.size(), 2u);

    auto changed = note;
    changed[0] = 'B';
    EXPECT_EQ(open_note(changed, keys).refusal().text, "note.bad_signature");

    // The advisers' signature is spoilt: the log's good one does not save the note.
    changed = note;
    changed[note.find("DZhQkkw")] = 'E';
    EXPECT_EQ(open_note(changed, keys).refusal().text, "note.bad_signature");
    EXPECT_TRUE(open_note(changed, log_keys)) << "unknown keys are passed over";
}

TEST(Note, ANoteOfStrangersIsUnsigned) {
    auto const note = read_file(own_vectors / "checkpoint");
    std::vector const strangers{newspaper().verifier(),
                                Signer{"other.example/log", KeyKind::log, seed_of(1)}.verifier(),
                                Signer{origin, KeyKind::log, seed_of(9)}.verifier()};
    EXPECT_EQ(open_note(note, strangers).refusal().text, "note.unsigned");
    EXPECT_EQ(open_note(note, {}).refusal().text, "note.unsigned");
}

TEST(Note, TheSameSignatureTwiceCountsOnce) {
    auto const note = read_file(own_vectors / "checkpoint");
    auto const twice = note + read_note(note).value().signatures.front().line;
    EXPECT_EQ(open_note(twice, log_keys).value().signatures.size(), 1u);
}

TEST(Note, AcceptsSixteenSignaturesAndRefusesAFlood) {
    auto note = read_file(own_vectors / "checkpoint");
    std::string const stranger = "\u2014 stranger.example " + base64(std::string(68, 'x')) + "\n";
    for (int added = 1; added < 16; ++added) note += stranger;
    EXPECT_TRUE(open_note(note, log_keys));
    for (int added = 16; added < 200; ++added) note += stranger;
    EXPECT_EQ(open_note(note, log_keys).refusal().text, "note.malformed");
}

TEST(Note, RefusesWhatIsNoNote) {
    auto const note = read_file(own_vectors / "checkpoint");
    auto const text = note.substr(0, note.find("\n\n") + 1);
    auto const line = note.substr(note.find("\u2014"));
    for (auto const& bad :
         {std::string{}, text, text + "\n", text + line, note.substr(0, note.size() - 1),
          note + "\n", "\r" + note, "\xff" + note, text + "\n" + "- " + line.substr(4),
          text + "\n\u2014 a b AAAAAAA=\n", text + "\n\u2014 a+b AAAAAAAA\n",
          text + "\n\u2014 name AAAA\n", text + "\n\u2014  AAAAAAAA\n",
          text + "\n\u2014 name %%%%\n"})
        EXPECT_EQ(read_note(bad).refusal().text, "note.malformed") << bad;
    EXPECT_TRUE(read_note("a\n\nb\n\n" + line)) << "empty lines in a text are allowed";
}

TEST(Note, RefusesWhatIsNoCheckpoint) {
    auto const root = base64(empty_root()) + "\n";
    EXPECT_TRUE(read_checkpoint("log\n0\n" + root));
    EXPECT_TRUE(read_checkpoint("log\n0\n" + root + "an extension\n"));
    for (auto const& bad :
         {std::string{}, "\n0\n" + root, "log\n00\n" + root, "log\n-1\n" + root, "log\n\n" + root,
          "log\n18446744073709551616\n" + root, "log\n1 \n" + root, std::string("log\n1\nAAAA\n"),
          "log\n1\n" + root + "\n", "log\n1\n" + root + "x",
          "log\n1\n" + root.substr(0, root.size() - 1)})
        EXPECT_EQ(read_checkpoint(bad).refusal().text, "checkpoint.malformed") << bad;
}

TEST(ProofFile, IsWrittenByteForByte) {
    OwnLog const log;
    ProofFile const file{4, inclusion_proof(4, 7, log.read).value(),
                         read_file(own_vectors / "checkpoint.cosigned")};
    EXPECT_EQ(written(file), read_file(own_vectors / "entry-4.tlog-proof"));
}

TEST(ProofFile, ProvesItsEntryAndNothingElse) {
    OwnLog const log;
    auto const file = read_file(own_vectors / "entry-4.tlog-proof");
    auto const head = check_proof_file(file, log.bodies[4], origin, log_keys).value();
    EXPECT_EQ(head.checkpoint, log.head());
    EXPECT_EQ(check_proof_file(file, log.bodies[5], origin, log_keys).refusal().text,
              "proof.root_differs");
    EXPECT_EQ(check_proof_file(file, log.bodies[4], "other.example", log_keys).refusal().text,
              "checkpoint.other_origin");
}

// Whatever bit of the file is turned, some check refuses it, or a witness is lost: its name or
// key id became a stranger's.
TEST(ProofFile, OneChangedBitIsRefusedWhereverItIs) {
    OwnLog const log;
    auto const file = read_file(own_vectors / "entry-4.tlog-proof");
    std::vector const keys{log_signer().verifier(), advisers().verifier(), newspaper().verifier()};
    auto const whole = check_proof_file(file, log.bodies[4], origin, keys).value();
    EXPECT_EQ(whole.witnesses,
              (std::vector{advisers().verifier().name, newspaper().verifier().name}));
    for (std::size_t at = 0; at < file.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = file;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            auto const opened = check_proof_file(changed, log.bodies[4], origin, keys);
            if (!opened) continue;
            EXPECT_EQ(opened.value().witnesses.size(), 1u) << "byte " << at << " bit " << bit;
        }
}

TEST(Note, WitnessesAloneDoNotMakeAHead) {
    OwnLog const log;
    auto const witnesses = std::vector{advisers(), newspaper()};
    std::vector const keys{log_signer().verifier(), advisers().verifier(), newspaper().verifier()};
    EXPECT_EQ(open_checkpoint(sign_checkpoint(log.head(), witnesses, cosigned_at), origin, keys)
                  .refusal()
                  .text,
              "note.unsigned");
}

TEST(ProofFile, ReadsExtraDataWithoutTrustingIt) {
    auto const file = read_file(own_vectors / "entry-4.tlog-proof");
    auto const extra = [&](std::string const& line) {
        auto changed = file;
        return bool(read_proof_file(changed.insert(file.find("index"), line)));
    };
    EXPECT_TRUE(extra("extra AAAA\n"));
    EXPECT_FALSE(extra("extra A\n"));
    EXPECT_FALSE(extra("extra AAAA\nextra AAAA\n"));
    EXPECT_FALSE(extra("note AAAA\n"));
}

TEST(KeyFile, IsMadeOnceForItsOwnerAlone) {
    auto const folder = std::filesystem::temp_directory_path() /
                        ("banshi-key-" + std::to_string(system_random().word()));
    std::filesystem::create_directory(folder);
    auto const path = folder / "log.key";
    SeededRandom random{7};
    auto const made = make_key_file(path, origin, KeyKind::log, random);
    EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms(0600));
    EXPECT_EQ(load_key_file(path).verifier(), made.verifier());
    EXPECT_EQ(load_key_file(path).sign("text\n", {}), made.sign("text\n", {}));
    EXPECT_THROW(make_key_file(path, origin, KeyKind::log, random), std::system_error);

    std::filesystem::permissions(path, std::filesystem::perms(0640));
    EXPECT_THROW(load_key_file(path), std::runtime_error);
    EXPECT_THROW(load_key_file(folder / "none"), std::system_error);
    std::filesystem::remove_all(folder);
}

}  // namespace banshi::record
