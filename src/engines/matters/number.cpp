#include "engines/matters/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace banshi::matters {

namespace {

constexpr std::size_t year_figures = 4, least_figures = 6, most_figures = 12;

// Full-width letters, figures and hyphens are three bytes; blanks and hyphens fall away.
std::string plain(std::string_view typed) {
    std::string out;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        auto c = static_cast<unsigned char>(typed[at]);
        if (c == 0xef && at + 2 < typed.size()) {
            auto const code =
                (c & 0x0f) << 12 | (typed[at + 1] & 0x3f) << 6 | (typed[at + 2] & 0x3f);
            at += 2;
            if (code < 0xff01 || code > 0xff5e) return "";
            c = static_cast<unsigned char>(code - 0xfee0);
        }
        if (c == ' ' || c == '-' || c == '\t') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<unsigned char>(c - 'a' + 'A');
        out += static_cast<char>(c);
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
    if (prefix.empty() || figures.size() < year_figures + least_figures + 1 ||
        figures.size() > year_figures + most_figures + 1 ||
        !std::ranges::all_of(figures, is_figure))
        return std::nullopt;
    auto const year = std::stoi(figures.substr(0, year_figures));
    auto const middle = figures.substr(year_figures, figures.size() - year_figures - 1);
    std::int64_t sequence = 0;
    std::from_chars(middle.data(), middle.data() + middle.size(), sequence);
    auto const written = written_number(prefix, year, sequence);
    if (written.back() != figures.back()) return std::nullopt;
    return written;
}

}  // namespace banshi::matters
