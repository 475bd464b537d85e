#pragma once
// gzip, for answers and for the files of the web pages.

#include <string>
#include <string_view>

namespace banshi::server {

enum class Effort { quick = 1, best = 9 };  // zlib's levels

std::string gzip(std::string_view text, Effort effort);

// Is it worth trying? Pictures, fonts and documents are packed already.
bool is_compressible(std::string_view content_type);

}  // namespace banshi::server
