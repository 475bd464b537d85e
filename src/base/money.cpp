#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>

namespace banshi {

namespace {

constexpr int most_parts = 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits without commas, which may stand before each third digit alone.
std::optional<std::string> digits_of(std::string_view whole) {
    std::string digits;
    auto const first = whole.find(',');
    for (std::size_t at = 0; at < whole.size(); ++at) {
        bool const place = first != whole.npos && at >= first && (whole.size() - at) % 4 == 0;
        if ((whole[at] == ',') != place) return {};
        if (whole[at] == ',') continue;
        if (!is_digit(whole[at])) return {};
        digits += whole[at];
    }
    bool const comma_misplaced = first != whole.npos && (first == 0 || first > 3);
    if (digits.empty() || digits.size() > 12 || comma_misplaced) return {};
    return digits;
}

}  // namespace

std::string written_yuan(Fen fen) {
    auto const size = fen < 0 ? -fen : fen;
    return fmt::format("{}{}.{:02}", fen < 0 ? "-" : "", size / 100, size % 100);
}

std::optional<Fen> read_yuan(std::string_view text) {
    bool const negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    auto const dot = text.find('.');
    auto const whole = digits_of(text.substr(0, dot));
    if (!whole) return {};
    std::string cents = dot == text.npos ? "00" : std::string(text.substr(dot + 1));
    if (cents.empty() || cents.size() > 2 || !std::ranges::all_of(cents, is_digit)) return {};
    if (cents.size() == 1) cents += '0';
    auto const fen = std::stoll(*whole + cents);
    if (fen > most_fen) return {};
    return negative ? -fen : fen;
}

Result<std::vector<Fen>> split(Fen total, int parts) {
    if (parts < 1 || parts > most_parts) return Refusal{Why::invalid, "money.parts"};
    if (total < parts) return Refusal{Why::invalid, "money.too_small"};
    std::vector<Fen> out(static_cast<std::size_t>(parts), total / parts);
    out.back() += total % parts;
    return out;
}

}  // namespace banshi
