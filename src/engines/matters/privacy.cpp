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
           code == 0xa0 || (code >= 0x2000 && code <= 0x200d) || code == 0x2011 || code == 0x2012 ||
           code == 0xfeff;
}

struct Group {  // figures without a gap
    std::size_t from;
    std::size_t to;
};

constexpr std::size_t most_between = 3;

// PFD-2026-000123-3 is an official number, which everybody may read: where it ends, when these are
// its figures.
std::size_t official_end(std::vector<Letter> const& letters, std::size_t at) {
    constexpr std::string_view form = "-9999-999999-9";  // behind its capital letters
    if (at < 2 || letters[at - 1].code != U'-') return 0;
    if (letters[at - 2].code < U'A' || letters[at - 2].code > U'Z') return 0;
    if (letters.size() < at - 1 + form.size()) return 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
        auto const code = letters[at - 1 + i].code;
        if (form[i] == '9' ? !is_figure(code) : code != U'-') return 0;
    }
    auto const end = at - 1 + form.size();
    bool const this_century = letters[at].code == U'2' && letters[at + 1].code == U'0';
    return this_century && (end == letters.size() || !is_figure(letters[end].code)) ? end : 0;
}

// Groups with a gap between them, from `at` on.
std::vector<Group> groups_at(std::vector<Letter> const& letters, std::size_t at) {
    std::vector<Group> groups;
    while (at < letters.size() && is_figure(letters[at].code)) {
        auto end = at;
        while (end < letters.size() && is_figure(letters[end].code)) ++end;
        groups.push_back({at, end});
        at = end;
        auto next = at;
        while (next < letters.size() && next - at < most_between && is_gap(letters[next].code))
            ++next;
        if (next < letters.size() && is_figure(letters[next].code)) at = next;
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
    for (std::string_view const prefix : {"0086", "86", "0"})
        if (figures.size() == 11 + prefix.size() && figures.starts_with(prefix)) {
            figures.remove_prefix(prefix.size());
            break;
        }
    return figures.size() == 11 && figures[0] == '1' && figures[1] >= '3';
}

// Two dates side by side have as many figures as an ID number; only that has a birthday inside.
bool has_birthday(std::string_view figures) {
    auto const century = figures.substr(6, 2), month = figures.substr(10, 2),
               day = figures.substr(12, 2);
    return figures[0] != '0' && (century == "19" || century == "20") && month >= "01" &&
           month <= "12" && day >= "01" && day <= "31";
}

bool is_personal(std::string_view figures, bool ends_with_x, bool in_groups) {
    bool const as_long = figures.size() == 18 || (figures.size() == 17 && ends_with_x);
    if (as_long && (!in_groups || has_birthday(figures))) return true;
    if (is_mobile(figures)) return true;
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
        if (is_personal(figures, x, from != groups[0].from))
            end = x && figures.size() == 17 ? to + 1 : to;
    }
    return end;
}

std::string without_numbers(std::string_view text) {
    auto const letters = letters_of(text);
    std::string out;
    for (std::size_t at = 0; at < letters.size();) {
        bool const begins =
            is_figure(letters[at].code) && (at == 0 || !is_figure(letters[at - 1].code));
        auto const official = begins ? official_end(letters, at) : 0;
        if (official != 0) {
            out += text.substr(letters[at].at, letters[official - 1].at +
                                                   letters[official - 1].bytes - letters[at].at);
            at = official;
            continue;
        }
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
