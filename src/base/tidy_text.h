#pragma once
// Words as people and programs send them, by whatever door: what looks the same is written the
// same, and nothing that cannot be seen changes how the rest is shown.

#include <string>
#include <string_view>
#include <vector>

namespace banshi {

// The characters of a UTF-8 text, each as its own piece; broken bytes stand alone.
std::vector<std::string_view> letters(std::string_view text);

// In the composed form NFC. Empty where the text is no UTF-8.
std::string composed(std::string_view text);

// Composed, lines ending in \n, or in \r\n as web forms send them; blanks of other widths are plain
// ones; other control characters are gone, and marks that turn the direction of writing or have no
// width. The wide blank of Chinese paragraphs and the joiners that some scripts need stay. Broken
// bytes stay broken.
std::string tidied(std::string_view text);

// The same on one line, with one blank between words and none around them.
std::string tidied_line(std::string_view text);

}  // namespace banshi
