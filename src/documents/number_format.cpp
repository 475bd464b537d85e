#include "documents/number_format.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace banshi::documents {

// ECMA-376 part 1, 18.8.30, with the list for zh-cn.
NumberFormat known_format(int number) {
    auto const within = [number](int from, int to) { return number >= from && number <= to; };
    if (number == 22) return NumberFormat::moment;
    if (within(14, 17) || within(27, 31) || number == 36 || within(50, 54) || within(57, 58))
        return NumberFormat::date;
    if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56))
        return NumberFormat::time;
    return NumberFormat::number;
}

// The place of the last character of what the format shows as it stands: "年", \- and [Red],
// but not [h], which counts hours. The same place when nothing of the kind begins here.
static std::size_t past_shown(std::string_view code, std::size_t at) {
    auto const to = [&](char end) { return std::min(code.find(end, at + 1), code.size() - 1); };
    switch (code[at]) {
        case '"':
            return to('"');
        case '\\':
        case '_':
        case '*':
            return at + 1;
        case '[': {
            auto const next = at + 1 < code.size() ? std::tolower(code[at + 1]) : 0;
            auto const after = at + 2 < code.size() ? std::tolower(code[at + 2]) : 0;
            bool const counts =
                (next == 'h' || next == 'm' || next == 's') && (after == ']' || after == next);
            return counts ? at : to(']');
        }
        default:
            return at;
    }
}

// The letters that stand for a part of the value, in the format for positive numbers.
static std::string letters(std::string_view code) {
    std::string found;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        if (auto const end = past_shown(code, at); end != at)
            at = end;
        else if (std::isalpha(static_cast<unsigned char>(code[at])))
            found += static_cast<char>(std::tolower(code[at]));
    }
    return found;
}

NumberFormat written_format(std::string_view code) {
    auto const found = letters(code);
    if (found == "general") return NumberFormat::number;
    auto const has = [&](char const* any) { return found.find_first_of(any) != found.npos; };
    bool const clock = has("hs");
    bool const day = has("yd") || (has("m") && !clock);
    if (day) return clock ? NumberFormat::moment : NumberFormat::date;
    return clock ? NumberFormat::time : NumberFormat::number;
}

}  // namespace banshi::documents
