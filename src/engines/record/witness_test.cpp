#include "engines/record/witness.h"

#include <gtest/gtest.h>

#include "engines/record/encoding.h"
#include "engines/record/vectors_test.h"

namespace banshi::record {

using namespace std::chrono_literals;

namespace {

class WitnessTest : public testing::Test {
protected:
    WitnessTest() {
        auto const file = read_json(own_vectors / "keys-and-entries.json");
        for (auto const& entry : file.at("entries").as_array())
            bodies.emplace_back(entry.as_string());
    }
    ~WitnessTest() override { std::filesystem::remove_all(folder); }

    static Seed seed_of(std::uint8_t byte) {
        Seed seed;
        seed.fill(byte);
        return seed;
    }
    // The log's request at a size, its leaves being the first of `leaves`.
    std::string request(std::vector<std::string> const& leaves, std::uint64_t old_size,
                        std::uint64_t size) const {
        std::map<Node, Hash> nodes;
        Edge edge;
        for (std::size_t at = 0; at < size; ++at)
            for (auto const& made : edge.append(leaf_hash(leaves.at(at))))
                nodes[made.node] = made.hash;
        auto const read = [&](Node node) { return nodes.at(node); };
        Proof proof;
        if (old_size > 0 && old_size <= size)
            proof = consistency_proof(old_size, size, read).value();
        return written(AddCheckpoint{old_size, proof, signed_head(size, edge.root())});
    }
    std::string signed_head(std::uint64_t size, Hash const& root, std::uint8_t seed = 1) const {
        return sign_checkpoint({origin, size, root},
                               std::vector{Signer{origin, KeyKind::log, seed_of(seed)}}, now);
    }
    int status(std::string const& asked) { return witness.add_checkpoint(asked, now).status; }

    std::string const origin = "banshi.example/harbin";
    Instant const now{1795395660s};
    std::vector<std::string> bodies;
    std::filesystem::path const folder =
        std::filesystem::temp_directory_path() /
        ("banshi-witness-" + std::to_string(system_random().word()));
    Witness witness{Signer{"witness.example/advisers", KeyKind::witness, seed_of(2)},
                    {{origin, {Signer{origin, KeyKind::log, seed_of(1)}.verifier()}}},
                    folder};
};

}  // namespace

TEST_F(WitnessTest, TheRequestIsWrittenAndReadByteForByte) {
    auto const wanted = read_file(own_vectors / "add-checkpoint.request");
    EXPECT_EQ(request(bodies, 3, 7), wanted);
    EXPECT_EQ(written(read_add_checkpoint(wanted).value()), wanted);
}

TEST_F(WitnessTest, FollowsALogThatGrows) {
    EXPECT_EQ(status(request(bodies, 0, 3)), 200);
    auto const grown = witness.add_checkpoint(request(bodies, 3, 7), now);
    EXPECT_EQ(grown.status, 200);
    EXPECT_NE(read_file(own_vectors / "checkpoint.cosigned").find(grown.body), std::string::npos);

    auto const again = witness.add_checkpoint(request(bodies, 3, 7), now);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.type, "text/x.tlog.size");
    EXPECT_EQ(again.body, "7\n");
    EXPECT_EQ(status(request(bodies, 7, 7)), 200) << "the same head may be cosigned again";
}

TEST_F(WitnessTest, RefusesAForkedLog) {
    ASSERT_EQ(status(request(bodies, 0, 7)), 200);
    auto forked = bodies;
    forked[2] += " ";
    forked.push_back("eighth");
    forked.push_back("ninth");
    EXPECT_EQ(status(request(forked, 7, 9)), 422);
    EXPECT_EQ(status(request(forked, 7, 7)), 422) << "the same size with another root";
    bodies.push_back("eighth");
    EXPECT_EQ(status(request(bodies, 7, 8)), 200) << "and the true log goes on";
}

TEST_F(WitnessTest, RefusesWhatTheProtocolRefuses) {
    auto const good = request(bodies, 0, 7);
    EXPECT_EQ(status("old 8\n\n" + signed_head(7, empty_root())), 400);
    EXPECT_EQ(status("old 1\nAAAA\n\n" + signed_head(7, empty_root())), 400);
    EXPECT_EQ(status(good.substr(4)), 400);
    EXPECT_EQ(status(good.substr(0, good.size() - 1)), 400);
    EXPECT_EQ(status("old 0\n\n" + signed_head(7, empty_root(), 9)), 403);
    auto other = good;
    other.replace(other.find("harbin"), 6, "beijin");
    EXPECT_EQ(status(other), 404);
    EXPECT_EQ(status("old 0\n" + base64(empty_root()) + "\n\n" + signed_head(7, empty_root())),
              422);
    EXPECT_EQ(status("old 0\n\n" + signed_head(0, leaf_hash("x"))), 422);
    EXPECT_EQ(status("old 0\n\n" + signed_head(0, empty_root())), 200);
    std::string flood = "old 0\n";
    for (int at = 0; at < 64; ++at) flood += base64(empty_root()) + "\n";
    EXPECT_EQ(status(flood + "\n" + signed_head(7, empty_root())), 400);
}

TEST_F(WitnessTest, RemembersOverARestart) {
    auto const hash = hex(sha256({origin}));
    EXPECT_EQ(witness.last_checkpoint(hash).status, 404);
    ASSERT_EQ(status(request(bodies, 0, 7)), 200);
    Witness restarted{Signer{"witness.example/advisers", KeyKind::witness, seed_of(2)},
                      {{origin, {Signer{origin, KeyKind::log, seed_of(1)}.verifier()}}},
                      folder};
    auto const last = restarted.last_checkpoint(hash);
    EXPECT_EQ(last.status, 200);
    EXPECT_TRUE(last.body.starts_with(read_file(own_vectors / "checkpoint")));
    EXPECT_EQ(restarted.add_checkpoint(request(bodies, 3, 7), now).body, "7\n");
    EXPECT_EQ(restarted.last_checkpoint("../" + hash).status, 404);
}

}  // namespace banshi::record
