#include "engines/record/tree.h"

#include <gtest/gtest.h>

#include <bit>
#include <map>

#include "engines/record/encoding.h"
#include "engines/record/vectors_test.h"

namespace banshi::record {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

// A whole tree in memory: every perfect node, as a database would hold it.
struct Grown {
    std::map<Node, Hash> nodes;
    Edge edge;

    void add(std::string_view body) {
        for (auto const& [node, hash] : edge.append(leaf_hash(body))) nodes[node] = hash;
    }
    ReadNode read() const {
        return [this](Node node) { return nodes.at(node); };
    }
};

Grown grown(std::uint64_t size) {
    Grown tree;
    for (std::uint64_t at = 0; at < size; ++at) tree.add("leaf " + std::to_string(at));
    return tree;
}

std::string text(json::value const& value) { return std::string(value.as_string()); }

// Nothing when any hash is not 32 bytes: refused before anything is computed.
std::optional<Proof> read_proof(json::value const& hashes) {
    Proof proof;
    if (hashes.is_null()) return proof;
    for (auto const& value : hashes.as_array()) {
        auto const hash = hash_of_base64(text(value));
        if (!hash) return std::nullopt;
        proof.push_back(*hash);
    }
    return proof;
}

bool accepts_inclusion(json::object const& probe) {
    auto const leaf = hash_of_base64(text(probe.at("leafHash")));
    auto const root = hash_of_base64(text(probe.at("root")));
    auto const proof = read_proof(probe.at("proof"));
    if (!leaf || !root || !proof) return false;
    return bool(check_inclusion(probe.at("leafIdx").to_number<std::uint64_t>(),
                                probe.at("treeSize").to_number<std::uint64_t>(), *leaf, *proof,
                                *root));
}

bool accepts_consistency(json::object const& probe) {
    auto const from = probe.at("size1").to_number<std::uint64_t>();
    auto const to = probe.at("size2").to_number<std::uint64_t>();
    // Between equal sizes roots are only compared, and one probe compares two that are no hashes:
    // a stand-in keeps what is equal equal.
    auto const read_root = [&](char const* name) {
        auto const bytes = read_base64(text(probe.at(name))).value();
        return from == to ? sha256({bytes}) : hash_of_bytes(bytes);
    };
    auto const from_root = read_root("root1"), to_root = read_root("root2");
    auto const proof = read_proof(probe.at("proof"));
    if (!from_root || !to_root || !proof) return false;
    return bool(check_consistency(from, to, *from_root, *to_root, *proof));
}

int play_probes(fs::path const& folder, bool (*accepts)(json::object const&)) {
    int played = 0;
    for (auto const& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        auto const probe = read_json(entry.path()).as_object();
        EXPECT_EQ(accepts(probe), !probe.at("wantErr").as_bool()) << entry.path();
        ++played;
    }
    return played;
}

Hash hash_at(json::value const& value) { return hash_of_hex(text(value)).value(); }

}  // namespace

TEST(Tree, AcceptsAndRefusesAsThePublicProbesSay) {
    NEED_PUBLIC_VECTORS();
    auto const folder = public_vectors() / "transparency-dev-merkle";
    EXPECT_EQ(play_probes(folder / "inclusion", accepts_inclusion) +
                  play_probes(folder / "consistency", accepts_consistency),
              104);
}

TEST(Tree, HasTheRootsOfTheReferenceTree) {
    NEED_PUBLIC_VECTORS();
    auto const reference = read_json(public_vectors() / "reference-tree.json").as_object();
    auto const& roots = reference.at("root_by_size_hex").as_array();
    Grown tree;
    EXPECT_EQ(tree.edge.root(), hash_at(roots.at(0)));
    for (std::size_t at = 0; at < 8; ++at) {
        auto const body = read_hex(text(reference.at("leaf_inputs_hex").as_array().at(at))).value();
        EXPECT_EQ(leaf_hash(body), hash_at(reference.at("leaf_hashes_hex").as_array().at(at)));
        tree.add(body);
        EXPECT_EQ(tree.edge.root(), hash_at(roots.at(at + 1)));
        EXPECT_EQ(root_of(at + 1, tree.read()), hash_at(roots.at(at + 1)));
    }
}

TEST(Tree, GivesTheReferenceProofs) {
    NEED_PUBLIC_VECTORS();
    auto const reference = read_json(public_vectors() / "reference-tree.json").as_object();
    auto const proofs = read_json(public_vectors() / "reference-proofs.json").as_object();
    Grown tree;
    for (auto const& body : reference.at("leaf_inputs_hex").as_array())
        tree.add(read_hex(text(body)).value());

    auto const wanted = [](json::value const& row) {
        Proof proof;
        for (auto const& hash : row.at("proof").as_array()) proof.push_back(hash_at(hash));
        return proof;
    };
    for (auto const& row : proofs.at("inclusion").as_array())
        EXPECT_EQ(inclusion_proof(row.at("index").to_number<std::uint64_t>(),
                                  row.at("size").to_number<std::uint64_t>(), tree.read())
                      .value(),
                  wanted(row));
    for (auto const& row : proofs.at("consistency").as_array())
        EXPECT_EQ(consistency_proof(row.at("size1").to_number<std::uint64_t>(),
                                    row.at("size2").to_number<std::uint64_t>(), tree.read())
                      .value(),
                  wanted(row));
}

TEST(Tree, ReadsTheNodesThatTheReferenceReads) {
    NEED_PUBLIC_VECTORS();
    auto const file = read_json(public_vectors() / "inclusion-node-ids.json").as_object();
    for (auto const& value : file.at("cases").as_array()) {
        auto const& row = value.as_object();
        auto const size = row.at("size").to_number<std::uint64_t>();
        auto const index = row.at("index").to_number<std::uint64_t>();
        auto const tree = grown(size);
        std::vector<Node> reads;
        auto const proof = inclusion_proof(index, size, [&](Node node) {
            reads.push_back(node);
            return tree.nodes.at(node);
        });
        ASSERT_EQ(bool(proof), !row.contains("error")) << size << ' ' << index;
        if (!proof) continue;

        std::vector<Node> wanted;
        for (auto const& node : row.at("nodes_level_index").as_array())
            wanted.push_back({node.at(0).to_number<int>(), node.at(1).to_number<std::uint64_t>()});
        EXPECT_EQ(reads, wanted) << size << ' ' << index;
        std::size_t folded = 0;
        if (auto const& run = row.at("rehash"); !run.is_null())
            folded = run.at(1).to_number<std::size_t>() - run.at(0).to_number<std::size_t>() - 1;
        EXPECT_EQ(proof.value().size(), wanted.size() - folded) << size << ' ' << index;
    }
}

TEST(Tree, ProvesEveryEntryAndEveryGrowthUpToSize70) {
    auto const tree = grown(70);
    std::vector<Hash> roots;
    for (std::uint64_t size = 0; size <= 70; ++size) roots.push_back(root_of(size, tree.read()));
    for (std::uint64_t size = 1; size <= 70; ++size)
        for (std::uint64_t at = 0; at < size; ++at) {
            auto const leaf = tree.nodes.at({0, at});
            auto const proof = inclusion_proof(at, size, tree.read()).value();
            EXPECT_TRUE(check_inclusion(at, size, leaf, proof, roots[size]));
            auto const growth = consistency_proof(at + 1, size, tree.read()).value();
            EXPECT_TRUE(check_consistency(at + 1, size, roots[at + 1], roots[size], growth));
        }
}

TEST(Tree, SaysWhichCheckFailed) {
    auto const tree = grown(7);
    auto const root = tree.edge.root();
    auto const leaf = tree.nodes.at({0, 4});
    auto proof = inclusion_proof(4, 7, tree.read()).value();
    auto const why = [&](std::uint64_t index, std::uint64_t size) {
        return check_inclusion(index, size, leaf, proof, root).refusal().text;
    };
    EXPECT_EQ(why(7, 7), "proof.index_beyond_size");
    EXPECT_EQ(why(3, 7), "proof.root_differs");
    EXPECT_EQ(why(4, 99), "proof.length");
    proof.push_back(root);
    EXPECT_EQ(why(4, 7), "proof.length");
    EXPECT_EQ(inclusion_proof(7, 7, tree.read()).refusal().text, "proof.index_beyond_size");
    EXPECT_EQ(consistency_proof(0, 7, tree.read()).refusal().text, "proof.size_zero");
    EXPECT_EQ(consistency_proof(8, 7, tree.read()).refusal().text, "proof.sizes_reversed");
}

// Perfect nodes of n leaves, leaves included: 2n - popcount(n).
TEST(Tree, StoresAboutOneNodeBesideEachLeaf) {
    EXPECT_EQ(grown(1000).nodes.size(), 2000u - std::popcount(1000u));
    EXPECT_EQ(grown(1024).nodes.size(), 2047u);
}

}  // namespace banshi::record
