#include "documents/characters.h"

#include <algorithm>

namespace banshi::documents {

static constexpr char32_t replacement = 0xFFFD;

// How many bytes follow a first byte; -1 when it can be no first byte.
static int followers(unsigned char first) {
    if (first < 0x80) return 0;
    if (first < 0xC2) return -1;
    if (first < 0xE0) return 1;
    if (first < 0xF0) return 2;
    return first < 0xF5 ? 3 : -1;
}

static bool is_scalar(char32_t c, int followers) {
    static constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    return c >= least[followers] && c <= 0x10FFFF && !(c >= 0xD800 && c < 0xE000);
}

// Takes one character from the front of the text.
static char32_t take(std::string_view& text) {
    auto const first = static_cast<unsigned char>(text.front());
    auto const more = followers(first);
    text.remove_prefix(1);
    if (more < 0 || text.size() < static_cast<std::size_t>(more)) return replacement;

    char32_t c = more == 0 ? first : first & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) return replacement;
        c = c << 6 | (next & 0x3F);
    }
    if (!is_scalar(c, more)) return replacement;
    text.remove_prefix(more);
    return c;
}

std::vector<char32_t> characters(std::string_view text) {
    std::vector<char32_t> all;
    all.reserve(text.size());
    while (!text.empty()) all.push_back(take(text));
    return all;
}

std::string utf8(char32_t c) {
    auto const tail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
}

static bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (auto const c : characters(text))
        if (c != U'\uFEFF') out += c != U'\n' && is_control(c) ? std::string(" ") : utf8(c);
    return out;
}

static bool is_figure_or_letter(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static char32_t narrow(char32_t c) {
    if (c == 0x3000) return ' ';
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

std::string plain_figures(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (auto const c : characters(text))
        out += utf8(is_figure_or_letter(narrow(c)) ? narrow(c) : c);
    return out;
}

std::string half_width(std::string_view text) {
    std::string out;
    for (auto const c : characters(text)) out += utf8(narrow(c));
    auto const begin = out.find_first_not_of(" \t\n");
    return begin == out.npos ? "" : out.substr(begin, out.find_last_not_of(" \t\n") + 1 - begin);
}

std::string one_line(std::string_view text) {
    auto line = clean(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

}  // namespace banshi::documents
