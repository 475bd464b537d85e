#pragma once
// Text as it comes from people: made harmless before it goes to a printer or into a file.

#include <string>
#include <string_view>
#include <vector>

namespace banshi::documents {

// The characters of UTF-8 text. Broken bytes become U+FFFD, one for each.
std::vector<char32_t> characters(std::string_view utf8);
std::string utf8(char32_t);

// Valid UTF-8 whose only control character is the line break, without the mark U+FEFF.
std::string clean(std::string_view);
// The same on one line.
std::string one_line(std::string_view);

// Figures and letters of full width in the usual one; punctuation stays as it was written.
std::string plain_figures(std::string_view);
// All of full width in the usual one, and without blanks on either side.
std::string half_width(std::string_view);

}  // namespace banshi::documents
