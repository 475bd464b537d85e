#pragma once
// Text for a ticket printer 小票打印机: GB18030 bytes, and lines broken at its columns.

#include <string>
#include <string_view>
#include <vector>

namespace banshi::documents {

// What the printer has in its font.
enum class Characters {
    gbk,      // characters of two bytes only
    gb18030,  // rare ideographs of four bytes too
};

// Nothing in the text can reach the printer as a command. What it cannot print, such as a
// picture character, becomes 〓, the mark of printers for a missing type.
std::string printer_bytes(std::string_view utf8, Characters);

// Lines of at most so many columns; an ideograph takes two. Words stay whole where they fit,
// and no line begins with a closing mark.
std::vector<std::string> wrapped(std::string_view utf8, int columns);

}  // namespace banshi::documents
