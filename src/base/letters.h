#pragma once
// Plain questions about a text, letter by letter.

#include <string>
#include <string_view>

namespace banshi {

// Nothing but blanks and ends of lines.
inline bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

// A to Z in small letters; all else stays.
inline std::string lower(std::string_view text) {
    std::string out(text);
    for (char& letter : out)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return out;
}

}  // namespace banshi
