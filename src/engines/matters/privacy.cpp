#include "engines/matters/privacy.h"

#include <array>

namespace banshi::matters {

namespace {

struct Letter {  // a character and where its bytes stand
    char32_t code;
    std::size_t at;
    std::size_t bytes;
};

std::vector<Letter> letters_of(std::string_view text) {
    std::vector<Letter> out;
    for (std::size_t at = 0; at < text.size();) {
        auto const lead = static_cast<unsigned char>(text[at]);
        std::size_t bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        bytes = std::min(bytes, text.size() - at);
        char32_t code = bytes == 1 ? lead : lead & (0x3fU >> (bytes - 1));
        for (std::size_t i = 1; i < bytes; ++i)
            code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
        // Full-width forms as their usual ones.
        if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
        out.push_back({code, at, bytes});
        at += bytes;
    }
    return out;
}

bool is_figure(char32_t code) { return code >= U'0' && code <= U'9'; }

// What people put between the groups of a number.
bool is_gap(char32_t code) {
    return code == U' ' || code == U'-' || code == 0x3000 || code == 0x2013 || code == 0x2014 ||
           code == 0xa0;
}

struct Group {  // figures without a gap
    std::size_t from;
    std::size_t to;
};

// Groups with one gap between them, from `at` on.
std::vector<Group> groups_at(std::vector<Letter> const& letters, std::size_t at) {
    std::vector<Group> groups;
    while (at < letters.size() && is_figure(letters[at].code)) {
        auto end = at;
        while (end < letters.size() && is_figure(letters[end].code)) ++end;
        groups.push_back({at, end});
        at = end;
        if (at + 1 < letters.size() && is_gap(letters[at].code) && is_figure(letters[at + 1].code))
            ++at;
    }
    return groups;
}

bool luhn(std::string_view figures) {
    int sum = 0;
    bool twice = false;
    for (auto c = figures.rbegin(); c != figures.rend(); ++c, twice = !twice) {
        int const value = (*c - '0') * (twice ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    return sum % 10 == 0;
}

bool is_mobile(std::string_view figures) {
    if (figures.size() == 13 && figures.starts_with("86")) figures.remove_prefix(2);
    return figures.size() == 11 && figures[0] == '1' && figures[1] >= '3';
}

bool is_personal(std::string_view figures, bool ends_with_x) {
    if (figures.size() == 17 && ends_with_x) return true;
    if (figures.size() == 18 || is_mobile(figures)) return true;
    return figures.size() >= 16 && figures.size() <= 19 && luhn(figures);
}

// The longest personal number that begins with the first of these groups; where it ends.
std::size_t personal_end(std::vector<Letter> const& letters, std::vector<Group> const& groups) {
    std::string figures;
    std::size_t end = 0;
    for (auto const& [from, to] : groups) {
        for (auto at = from; at < to; ++at) figures += static_cast<char>(letters[at].code);
        bool const x =
            to < letters.size() && (letters[to].code == U'X' || letters[to].code == U'x');
        if (figures.size() > 20) break;
        if (is_personal(figures, x)) end = x && figures.size() == 17 ? to + 1 : to;
    }
    return end;
}

std::string without_numbers(std::string_view text) {
    auto const letters = letters_of(text);
    std::string out;
    for (std::size_t at = 0; at < letters.size();) {
        bool const begins =
            is_figure(letters[at].code) && (at == 0 || !is_figure(letters[at - 1].code));
        auto const end = begins ? personal_end(letters, groups_at(letters, at)) : 0;
        if (end == 0) {
            out += text.substr(letters[at].at, letters[at].bytes);
            ++at;
            continue;
        }
        for (; at < end; ++at)
            out += is_gap(letters[at].code)
                       ? std::string(text.substr(letters[at].at, letters[at].bytes))
                       : "*";
    }
    return out;
}

// 张三丰 as 张*: the family name alone.
void mask_name(std::string& text, std::string const& name) {
    auto const letters = letters_of(name);
    if (letters.size() < 2) return;
    auto const masked = name.substr(0, letters[0].bytes) + "*";
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + masked.size()))
        text.replace(at, name.size(), masked);
}

bool introduces_somebody(std::string_view text) {
    constexpr std::array<std::string_view, 3> words{"我叫", "我是", "本人"};
    for (auto const word : words)
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
            auto const next = letters_of(text.substr(at + word.size()).substr(0, 4));
            if (!next.empty() && next[0].code >= 0x3400 && next[0].code != 0x3000) return true;
        }
    return false;
}

}  // namespace

MaskedText masked_text(std::string_view text, std::vector<std::string> const& names) {
    MaskedText masked{without_numbers(text), introduces_somebody(text)};
    for (auto const& name : names) mask_name(masked.text, name);
    return masked;
}

}  // namespace banshi::matters
