#include "engines/draws/late.h"

#include <algorithm>
#include <charconv>

namespace banshi::draws {

namespace {

bool figures(std::string_view text, std::size_t most = 18) {
    return !text.empty() && text.size() <= most &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// The year and the number of the issue: 2026-300.
bool is_issue(std::string const& text) {
    return text.size() == 8 && text[4] == '-' && figures(text.substr(0, 4)) &&
           figures(text.substr(5));
}

std::string without_blanks(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    return text;
}

Result<std::string> hex_figures(std::string const& typed, std::size_t size) {
    auto text = without_blanks(typed);
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    auto const hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (text.size() == size && std::ranges::all_of(text, hex)) return text;
    return Refusal{Why::invalid, "late.malformed", typed, "value"};
}

Result<std::string> three_figures(std::string const& typed) {
    auto const text = without_blanks(typed);
    if (text.size() != 3 || !figures(text))
        return Refusal{Why::invalid, "late.malformed", typed, "value"};
    return std::string{text[0], ' ', text[1], ' ', text[2]};
}

}  // namespace

Result<void> check_reference(LateSource source, std::string const& reference) {
    bool const sound = source == LateSource::lottery_3d
                           ? is_issue(reference)
                           : figures(reference, 12) && reference.front() != '0';
    if (sound) return {};
    return Refusal{Why::invalid, "late.reference", reference, "late_reference"};
}

std::optional<Instant> moment_of(LateSource source, std::string const& reference) {
    if (source != LateSource::drand) return std::nullopt;
    // Chain 52db9ba7...e971: a round each three seconds since its genesis.
    constexpr std::int64_t genesis = 1692803367, period = 3;
    std::int64_t round = 1;
    std::from_chars(reference.data(), reference.data() + reference.size(), round);
    return Instant{std::chrono::seconds{genesis + period * (round - 1)}};
}

Result<std::string> late_text(LateSource source, std::string const& reference,
                              std::string const& typed) {
    if (source == LateSource::lottery_3d)
        return "welfare-lottery 3D " + reference + ": " + TRY(three_figures(typed)) + "\n";
    if (source == LateSource::drand)
        return "drand quicknet " + reference + ": " + TRY(hex_figures(typed, 64)) + "\n";
    return "nist-beacon 2 " + reference + ": " + TRY(hex_figures(typed, 128)) + "\n";
}

}  // namespace banshi::draws
