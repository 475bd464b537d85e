#include "engines/record/tree.h"

#include <algorithm>
#include <bit>

#include "base/check.h"

namespace banshi::record {

using namespace std::string_view_literals;

Hash empty_root() { return sha256({}); }

Hash leaf_hash(std::string_view body) { return sha256({"\0"sv, body}); }

Hash parent_hash(Hash const& left, Hash const& right) {
    return sha256({"\1"sv, text_of(left), text_of(right)});
}

Edge::Edge(std::uint64_t size, std::vector<Hash> hashes) : size_(size), hashes_(std::move(hashes)) {
    CHECK(std::popcount(size_) == static_cast<int>(hashes_.size()));
}

Edge Edge::read(std::uint64_t size, ReadNode const& read) {
    std::vector<Hash> hashes;
    std::uint64_t begin = 0;
    for (int level = 63; level >= 0; --level) {
        auto const width = std::uint64_t{1} << level;
        if ((size & width) == 0) continue;
        hashes.push_back(read({level, begin >> level}));
        begin += width;
    }
    return {size, std::move(hashes)};
}

Hash Edge::root() const {
    if (hashes_.empty()) return empty_root();
    auto root = hashes_.back();
    for (auto left = hashes_.rbegin() + 1; left != hashes_.rend(); ++left)
        root = parent_hash(*left, root);
    return root;
}

std::vector<HashedNode> Edge::append(Hash const& leaf) {
    std::vector<HashedNode> complete{{{0, size_}, leaf}};
    auto index = size_;
    for (int level = 1; index & 1; ++level) {
        index >>= 1;
        complete.push_back({{level, index}, parent_hash(hashes_.back(), complete.back().hash)});
        hashes_.pop_back();
    }
    hashes_.push_back(complete.back().hash);
    ++size_;
    return complete;
}

Hash root_of(std::uint64_t size, ReadNode const& read) { return Edge::read(size, read).root(); }

namespace {

struct Range {
    std::uint64_t begin, end;
    std::uint64_t size() const { return end - begin; }
    // The largest power of two below the size: where RFC 9162 splits.
    std::uint64_t split() const { return begin + std::bit_floor(size() - 1); }
};

// The root of a range that begins where a perfect subtree at least as wide begins: its perfect
// parts, folded from the right.
Hash range_root(Range range, ReadNode const& read) {
    std::optional<Hash> root;
    auto end = range.end;
    for (auto left = range.size(); left != 0; left &= left - 1) {
        auto const level = std::countr_zero(left);
        end -= std::uint64_t{1} << level;
        auto const part = read({level, end >> level});
        root = root ? parent_hash(part, *root) : part;
    }
    return *root;
}

std::vector<Range> inclusion_ranges(std::uint64_t index, std::uint64_t size) {
    std::vector<Range> beside;
    for (Range around{0, size}; around.size() > 1;) {
        auto const split = around.split();
        bool const on_the_left = index < split;
        beside.push_back(on_the_left ? Range{split, around.end} : Range{around.begin, split});
        around = on_the_left ? Range{around.begin, split} : Range{split, around.end};
    }
    return beside;
}

// SUBPROOF of RFC 9162, 2.1.4.1, from the root down.
std::vector<Range> consistency_ranges(std::uint64_t from, std::uint64_t to) {
    std::vector<Range> beside;
    Range around{0, to};
    while (around.end != from) {
        auto const split = around.split();
        bool const on_the_left = from <= split;
        beside.push_back(on_the_left ? Range{split, around.end} : Range{around.begin, split});
        around = on_the_left ? Range{around.begin, split} : Range{split, around.end};
    }
    // Where the old log is a perfect subtree, the reader knows its root already.
    if (around.begin != 0) beside.push_back(around);
    return beside;
}

Proof proof_from(std::vector<Range> const& top_down, ReadNode const& read) {
    Proof proof;
    for (auto range = top_down.rbegin(); range != top_down.rend(); ++range)
        proof.push_back(range_root(*range, read));
    return proof;
}

Refusal refused(char const* what) { return {Why::invalid, what}; }

// Climbs to the level where the node is a right child or the leftmost one.
void skip_left_edges(std::uint64_t& first, std::uint64_t& last) {
    while (first != 0 && (first & 1) == 0) first >>= 1, last >>= 1;
}

}  // namespace

Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, ReadNode const& read) {
    if (index >= size) return refused("proof.index_beyond_size");
    return proof_from(inclusion_ranges(index, size), read);
}

Result<Proof> consistency_proof(std::uint64_t from, std::uint64_t to, ReadNode const& read) {
    if (from == 0) return refused("proof.size_zero");
    if (from > to) return refused("proof.sizes_reversed");
    return proof_from(consistency_ranges(from, to), read);
}

// RFC 9162, 2.1.3.2.
Result<void> check_inclusion(std::uint64_t index, std::uint64_t size, Hash const& leaf,
                             Proof const& proof, Hash const& root) {
    if (index >= size) return refused("proof.index_beyond_size");
    auto at = index, last = size - 1;
    auto found = leaf;
    for (auto const& sibling : proof) {
        if (last == 0) return refused("proof.length");
        if ((at & 1) != 0 || at == last) {
            found = parent_hash(sibling, found);
            skip_left_edges(at, last);
        } else {
            found = parent_hash(found, sibling);
        }
        at >>= 1, last >>= 1;
    }
    if (last != 0) return refused("proof.length");
    if (found != root) return refused("proof.root_differs");
    return {};
}

// RFC 9162, 2.1.4.2.
Result<void> check_consistency(std::uint64_t from, std::uint64_t to, Hash const& from_root,
                               Hash const& to_root, Proof const& proof) {
    if (from == 0) return refused("proof.size_zero");
    if (from > to) return refused("proof.sizes_reversed");
    if (from == to) {
        if (!proof.empty()) return refused("proof.length");
        if (from_root != to_root) return refused("proof.root_differs");
        return {};
    }
    auto next = proof.begin();
    if (next == proof.end()) return refused("proof.length");
    auto old_root = std::has_single_bit(from) ? from_root : *next++;
    auto new_root = old_root;
    auto at = from - 1, last = to - 1;
    while (at & 1) at >>= 1, last >>= 1;
    for (; next != proof.end(); ++next) {
        if (last == 0) return refused("proof.length");
        if ((at & 1) != 0 || at == last) {
            old_root = parent_hash(*next, old_root);
            new_root = parent_hash(*next, new_root);
            skip_left_edges(at, last);
        } else {
            new_root = parent_hash(new_root, *next);
        }
        at >>= 1, last >>= 1;
    }
    if (last != 0) return refused("proof.length");
    if (old_root != from_root || new_root != to_root) return refused("proof.root_differs");
    return {};
}

}  // namespace banshi::record
