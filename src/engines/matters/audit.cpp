#include "engines/matters/audit.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "engines/matters/number.h"
#include "engines/matters/row_check.h"

namespace banshi::matters {

using record::number_field;
using record::text_field;

namespace {

// Numbers come in the order of their deeds, but for those of one moment; one that is so far
// ahead is no successor.
constexpr std::int64_t widest_gap = 10'000;

struct Parted {
    std::string_view series;  // "XQD-2026"
    std::int64_t sequence = 0;
    int year = 0;
};

// Nothing where it is the id of a matter that has no number yet.
std::optional<Parted> parted(std::string_view number) {
    auto const check = number.rfind('-');
    if (check == number.npos || check == 0) return std::nullopt;
    auto const middle = number.rfind('-', check - 1);
    if (middle == number.npos || middle == 0) return std::nullopt;
    auto const year = number.rfind('-', middle - 1);
    if (year == number.npos) return std::nullopt;
    Parted out{number.substr(0, middle)};
    std::from_chars(number.data() + year + 1, number.data() + middle, out.year);
    std::from_chars(number.data() + middle + 1, number.data() + check, out.sequence);
    bool const same = written_number(number.substr(0, year), out.year, out.sequence) == number;
    return same && out.sequence > 0 ? std::optional{out} : std::nullopt;
}

}  // namespace

void MatterAudit::add(char const* text, std::uint64_t seq, std::string_view number) {
    breaches_.push_back(
        {text, seq, {{"number", std::string(number)}, {"seq", std::to_string(seq)}}});
}

void MatterAudit::see(record::Seen const& entry) {
    if (!entry.kind.starts_with("case.")) return;
    leaves_.expect(entry.seq);
    auto const number = text_field(entry.body, "n");
    see_number(entry.seq, number);
    if (entry.kind != "case.escalated" && entry.kind != "case.cleared") return;

    auto found = matters_.find(number);
    if (found == matters_.end()) found = matters_.emplace(number, Matter{}).first;
    auto& matter = found->second;
    if (entry.kind == "case.cleared") {
        auto const round = number_field(entry.body, "r").value_or(0);
        if (round <= matter.cleared_round) add("breach.cleared_twice", entry.seq, number);
        matter.cleared_round = std::max(matter.cleared_round, round);
    } else {
        auto const level = number_field(entry.body, "l").value_or(0);
        auto& highest = matter.levels[number_field(entry.body, "c").value_or(0)];
        if (level <= highest) add("breach.level_fell", entry.seq, number);
        highest = std::max(highest, level);
    }
}

void MatterAudit::see_number(std::uint64_t seq, std::string_view number) {
    auto const parts = parted(number);
    if (!parts) return;
    auto found = numbers_.find(parts->series);
    if (found == numbers_.end()) found = numbers_.emplace(parts->series, Numbers{}).first;
    auto& numbers = found->second;
    if (parts->sequence > numbers.highest + widest_gap)
        return add("breach.matter_number_far", seq, number);
    for (auto next = numbers.highest + 1; next < parts->sequence; ++next)
        numbers.missing.insert(next);
    numbers.missing.erase(parts->sequence);
    if (parts->sequence > numbers.highest) numbers.highest = parts->sequence, numbers.seq = seq;
}

std::vector<record::Breach> MatterAudit::finish(Instant) {
    for (auto const& [series, numbers] : numbers_) {
        auto const dash = series.rfind('-');
        auto const year = std::stoi(series.substr(dash + 1));
        for (auto const sequence : numbers.missing)
            add("breach.matter_number_missing", numbers.seq,
                written_number(series.substr(0, dash), year, sequence));
    }
    return std::exchange(breaches_, {});
}

std::vector<record::Breach> MatterAudit::compare(Call& call) {
    auto found = check_rows(call.tx, call.district.name(), leaves_);
    auto left = leaves_.left(call.tx, call.district.name());
    std::ranges::move(left, std::back_inserter(found));
    return found;
}

}  // namespace banshi::matters
