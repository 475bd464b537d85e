#pragma once
// What a file is 文件类型, by its bytes alone: names and what a sender claims are never believed.

#include <boost/describe.hpp>
#include <string_view>

#include "base/result.h"

namespace banshi::files {

BOOST_DEFINE_ENUM_CLASS(Format, jpeg, png, webp, pdf, docx, xlsx)

// Refuses file.kind for everything else (a page, a drawing with scripts, a program, an office
// document with macros), file.empty, and file.broken for a document that was cut off.
Result<Format> sniff(std::string_view bytes);

inline bool is_photo(Format format) { return format <= Format::webp; }
char const* media_type(Format);
char const* ending(Format);  // jpg

}  // namespace banshi::files
