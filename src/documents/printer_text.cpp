#include "documents/printer_text.h"

#include <utility>

#include "documents/characters.h"
#include "documents/encoding.h"

namespace banshi::documents {

namespace {

bool in(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

bool is_ideograph(char32_t c) {
    return (c >= 0x3400 && c < 0x4DC0) || (c >= 0x4E00 && c < 0xA000) ||
           (c >= 0x20000 && c < 0x323B0);
}

// Marks that show nothing by themselves: joiners, directions, variation selectors.
bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c < 0x2010) || (c >= 0x202A && c < 0x202F) ||
           (c >= 0x2060 && c < 0x2070) || (c >= 0xFE00 && c < 0xFE10) || c == 0xFEFF;
}

int columns_of(char32_t c) { return is_invisible(c) ? 0 : c < 0x80 ? 1 : 2; }

int columns_of(std::u32string const& text) {
    int sum = 0;
    for (auto const c : text) sum += columns_of(c);
    return sum;
}

bool closes(char32_t c) { return in(U"，。、；：！？）》」』”’…％,.;:!?)%", c); }
bool opens(char32_t c) { return in(U"（《「『“‘(", c); }

// May a line end between the two?
bool parts(char32_t before, char32_t after) {
    if (closes(after) || opens(before) || after == U' ') return false;
    return before == U' ' || before >= 0x80 || after >= 0x80;
}

// What stays together on a line.
std::vector<std::u32string> words(std::string_view text) {
    std::vector<std::u32string> all;
    char32_t before = U' ';
    for (auto const c : characters(one_line(text))) {
        if (all.empty() || parts(before, c)) all.emplace_back();
        all.back() += c;
        before = c;
    }
    return all;
}

std::string without_end_blanks(std::u32string line) {
    while (!line.empty() && line.back() == U' ') line.pop_back();
    std::string out;
    for (auto const c : line) out += utf8(c);
    return out;
}

}  // namespace

std::string printer_bytes(std::string_view text, Characters font) {
    Converter encoder("UTF-8", "GB18030");
    static std::string const missing = encoder.converted("〓").value();
    std::string out;
    for (auto const c : characters(one_line(text))) {
        if (is_invisible(c)) continue;
        auto const bytes = encoder.converted(utf8(c)).value_or("");
        bool const rare = bytes.size() == 4 && font == Characters::gb18030 && is_ideograph(c);
        bool const printable = bytes.size() == 1 || bytes.size() == 2 || rare;
        out += printable ? bytes : missing;
    }
    return out;
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
    std::vector<std::string> lines;
    std::u32string line;
    auto const end_line = [&] { lines.push_back(without_end_blanks(std::exchange(line, {}))); };
    for (auto const& word : words(text)) {
        // Blanks at the end of a line need no room.
        auto const needed = columns_of(word) - (word.back() == U' ' ? 1 : 0);
        if (!line.empty() && columns_of(line) + needed > columns) end_line();
        for (auto const c : word) {
            if (!line.empty() && c != U' ' && columns_of(line) + columns_of(c) > columns)
                end_line();
            line += c;
        }
    }
    if (!line.empty()) end_line();
    return lines;
}

}  // namespace banshi::documents
