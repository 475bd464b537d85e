#include "engines/record/owned.h"

#include "engines/record/record.h"

namespace banshi::record {

namespace {

constexpr std::size_t most_named = 1000;

// What the entry calls its row: the number, or the id of what has none.
std::string name_in(std::string_view body) {
    auto const number = text_field(body, "n");
    return std::string(number.empty() ? text_field(body, "t") : number);
}

}  // namespace

void Leaves::expect(std::uint64_t seq) {
    if (open_.size() <= seq) open_.resize(seq + 1);
    open_[seq] = true;
}

bool Leaves::take(std::uint64_t seq) {
    if (seq >= open_.size() || !open_[seq]) return false;
    open_[seq] = false;
    return true;
}

std::vector<Breach> Leaves::left(Transaction& tx, std::string const& district) const {
    std::vector<Breach> found;
    for (std::uint64_t seq = 0; seq < open_.size() && found.size() < most_named; ++seq) {
        if (!open_[seq]) continue;
        auto const stood = entry(tx, district, seq);
        found.push_back({"breach.leaf_without_row",
                         seq,
                         {{"number", stood ? name_in(stood.value().body) : ""}}});
    }
    return found;
}

}  // namespace banshi::record
