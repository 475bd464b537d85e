#include "base/tidy_text.h"

#include <glib.h>

#include <algorithm>
#include <memory>

namespace banshi {

namespace {

// UTF-8 sorts as its characters do.
bool between(std::string_view letter, std::string_view first, std::string_view last) {
    return letter.size() == first.size() && letter >= first && letter <= last;
}

bool is_control(std::string_view letter) {
    return (letter.size() == 1 &&
            (static_cast<unsigned char>(letter[0]) < 0x20 || letter == "\x7f") && letter != "\n" &&
            letter != "\t") ||
           between(letter, "\u0080", "\u009F");
}

bool ends_line(std::string_view letter) {
    return letter == "\r" || letter == "\u0085" || between(letter, "\u2028", "\u2029");
}

// Copied with a name or a number from elsewhere; an override would turn around all that follows.
bool is_unseen(std::string_view letter) {
    return between(letter, "\u200E", "\u200F") || between(letter, "\u202A", "\u202E") ||
           between(letter, "\u2066", "\u2069") || between(letter, "\uFFF9", "\uFFFB") ||
           between(letter, "\uFFFE", "\uFFFF") || letter == "\u061C" || letter == "\u200B" ||
           letter == "\u2060" || letter == "\u180E" || letter == "\u00AD" || letter == "\uFEFF";
}

bool is_odd_blank(std::string_view letter) {
    return letter == "\u00A0" || letter == "\u1680" || between(letter, "\u2000", "\u200A") ||
           letter == "\u202F" || letter == "\u205F";
}

bool is_plain(std::string_view text) {
    return std::ranges::all_of(
        text, [](unsigned char c) { return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t'; });
}

}  // namespace

std::vector<std::string_view> letters(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        auto const lead = static_cast<unsigned char>(text[0]);
        std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        length = std::min(length, text.size());
        out.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return out;
}

std::string composed(std::string_view text) {
    std::unique_ptr<char, decltype(&g_free)> const out(
        g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_NFC), g_free);
    return out ? out.get() : std::string();
}

std::string tidied(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string out;
    auto const all = letters(text);
    for (std::size_t at = 0; at < all.size(); ++at) {
        auto const letter = all[at];
        bool const of_pair = letter == "\r" && at + 1 < all.size() && all[at + 1] == "\n";
        if (of_pair)
            out += letter;
        else if (ends_line(letter))
            out += '\n';
        else if (!is_control(letter) && !is_unseen(letter))
            out += is_odd_blank(letter) ? std::string_view(" ") : letter;
    }
    auto written = composed(out);
    return written.empty() ? out : written;
}

std::string tidied_line(std::string_view text) {
    std::string out;
    bool gap = false;
    auto const whole = tidied(text);
    for (auto const letter : letters(whole)) {
        bool const blank = letter == " " || letter == "\t" || letter == "\n" || letter == "\r" ||
                           letter == "\u3000";
        if (!blank) {
            if (gap && !out.empty()) out += ' ';
            out += letter;
        }
        gap = blank;
    }
    return out;
}

}  // namespace banshi
