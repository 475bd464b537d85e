#pragma once
// What caches and players ask of bytes that stay the same: their tag, and a part of them.

#include "server/http.h"

namespace banshi::server {

// Of these bytes, without quotes.
std::string etag_of(std::string_view bytes);
// Does an If-None-Match name it?
bool names_tag(std::string_view header, std::string_view tag);

// Makes the answer, which has no body yet, the part of the bytes that a Range asks for: 206, or
// 416 where there is none. False for several ranges, and for what we do not understand: all of the
// bytes are a right answer too.
bool take_part(Reply&, std::string_view bytes, std::string_view range);

}  // namespace banshi::server
