#pragma once
// The Merkle tree 哈希树 of RFC 6962 and RFC 9162, section 2.1: how leaves become one root, and
// how a few hashes prove that a leaf is in, or that a log only grew. Pure: nodes are asked for
// one by one, so that a proof reads about 2 log2(size) of them and never an entry.

#include <cstdint>
#include <functional>
#include <vector>

#include "base/result.h"
#include "engines/record/hash.h"

namespace banshi::record {

// A perfect subtree: the leaves [index * 2^level, (index + 1) * 2^level).
struct Node {
    int level;
    std::uint64_t index;
    auto operator<=>(Node const&) const = default;
};

struct HashedNode {
    Node node;
    Hash hash;
};

using ReadNode = std::function<Hash(Node)>;
using Proof = std::vector<Hash>;  // 证明

Hash empty_root();
Hash leaf_hash(std::string_view body);
Hash parent_hash(Hash const& left, Hash const& right);

// The rightmost perfect subtrees of a log, largest first: one for each bit of its size.
// It is all that must be known to append, and folds into the root.
class Edge {
public:
    Edge() = default;
    // The hashes as `hashes()` gave them; their number must be the number of bits of the size.
    Edge(std::uint64_t size, std::vector<Hash> hashes);
    static Edge read(std::uint64_t size, ReadNode const&);

    std::uint64_t size() const { return size_; }
    std::vector<Hash> const& hashes() const { return hashes_; }
    Hash root() const;
    // Takes in the next leaf. Gives the perfect subtrees that it completes, from the leaf up:
    // two in the mean, the leaf among them.
    std::vector<HashedNode> append(Hash const& leaf);

private:
    std::uint64_t size_ = 0;
    std::vector<Hash> hashes_;
};

Hash root_of(std::uint64_t size, ReadNode const&);

// Refused: proof.index_beyond_size, proof.size_zero, proof.sizes_reversed.
Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, ReadNode const&);
Result<Proof> consistency_proof(std::uint64_t from, std::uint64_t to, ReadNode const&);

// Refused as above, and with proof.length (too few or too many hashes) or proof.root_differs.
Result<void> check_inclusion(std::uint64_t index, std::uint64_t size, Hash const& leaf,
                             Proof const&, Hash const& root);
Result<void> check_consistency(std::uint64_t from, std::uint64_t to, Hash const& from_root,
                               Hash const& to_root, Proof const&);

}  // namespace banshi::record
