#pragma once
// Bodies of forms 表单: multipart/form-data (RFC 7578), which carries files, and
// application/x-www-form-urlencoded. Pure: bytes in, parts out, in the order of the sender and
// with every repetition; whoever reads them decides what a repetition means.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace banshi::server {

struct FormPart {
    std::string name;
    std::optional<std::string> file_name = {};  // only parts that are files have one
    std::string media_type = "text/plain";
    std::string bytes = {};
};

struct FormLimits {
    std::size_t parts = 64;
    std::size_t header_bytes = 4 * 1024;  // of one part
};

// `content_type` is the whole header, which names the boundary. Refuses form.no_boundary,
// form.malformed (also when the end is missing: the body was cut off), form.too_many_parts,
// form.part_header and form.not_utf8 (a name, or the text of a part that is no file).
Result<std::vector<FormPart>> read_multipart(std::string_view content_type, std::string_view body,
                                             FormLimits const& = {});

// Refuses form.malformed (a broken escape), form.too_many_parts and form.not_utf8.
using FormPairs = std::vector<std::pair<std::string, std::string>>;
Result<FormPairs> read_urlencoded(std::string_view body, std::size_t most_pairs = 256);

}  // namespace banshi::server
