#include "engines/matters/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace banshi::matters {

namespace {

constexpr std::size_t year_figures = 4, least_figures = 6, most_figures = 12;

// One character of UTF-8; what is none comes out as 0.
char32_t take_character(std::string_view& text) {
    auto const first = static_cast<unsigned char>(text.front());
    std::size_t const length = first < 0x80 ? 1 : first < 0xc0 ? 0 : first < 0xe0 ? 2 : 3;
    if (length == 0 || text.size() < length) {
        text.remove_prefix(1);
        return 0;
    }
    char32_t code = length == 1 ? first : first & (0x3f >> (length - 1));
    for (auto const c : text.substr(1, length - 1)) code = code << 6 | (c & 0x3f);
    text.remove_prefix(length);
    return code;
}

// Blanks and strokes of every width, as keyboards and word processors put them.
bool falls_away(char32_t c) {
    return c == ' ' || c == '-' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x2015) || c == 0x2212;
}

// Capital letters and figures of usual width, without blanks and strokes; else "?".
std::string plain(std::string_view typed) {
    std::string out;
    while (!typed.empty()) {
        auto c = take_character(typed);
        if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;  // full width
        if (falls_away(c)) continue;
        if (c >= 'a' && c <= 'z') c -= 'a' - 'A';
        bool const known = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        out += known ? static_cast<char>(c) : '?';
    }
    return out;
}

bool is_figure(char c) { return c >= '0' && c <= '9'; }

}  // namespace

int check_digit(int year, std::int64_t sequence) {
    auto const figures = fmt::format("{:04}{:06}", year, sequence);
    int sum = 0;
    bool twice = true;
    for (auto figure = figures.rbegin(); figure != figures.rend(); ++figure, twice = !twice) {
        int const value = (*figure - '0') * (twice ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    return (10 - sum % 10) % 10;
}

std::string written_number(std::string_view prefix, int year, std::int64_t sequence) {
    return fmt::format("{}-{}-{:06}-{}", prefix, year, sequence, check_digit(year, sequence));
}

std::optional<std::string> read_number(std::string_view typed) {
    auto const text = plain(typed);
    auto const begin = std::ranges::find_if(text, is_figure);
    std::string const prefix(text.begin(), begin), figures(begin, text.end());
    if (prefix.empty() || prefix.find('?') != std::string::npos ||
        figures.size() < year_figures + least_figures + 1 ||
        figures.size() > year_figures + most_figures + 1 ||
        !std::ranges::all_of(figures, is_figure))
        return std::nullopt;
    auto const year = std::stoi(figures.substr(0, year_figures));
    auto const middle = figures.substr(year_figures, figures.size() - year_figures - 1);
    std::int64_t sequence = 0;
    std::from_chars(middle.data(), middle.data() + middle.size(), sequence);
    // Written again it has the same figures: not one nought too many, and the check digit is right.
    auto const written = written_number(prefix, year, sequence);
    return plain(written) == text ? std::optional{written} : std::nullopt;
}

}  // namespace banshi::matters
