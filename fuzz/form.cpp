// Bodies of forms. The first line is the type, as it stands in the header.

#include "fuzz.h"
#include "server/form.h"
#include "server/http.h"

void banshi::fuzz::one(std::string_view bytes) {
    auto const type = bytes.substr(0, bytes.find('\n'));
    auto const body = bytes.substr(std::min(bytes.size(), type.size() + 1));
    server::FormLimits const limits;
    if (auto const parts = server::read_multipart(type, body, limits)) {
        must(parts.value().size() <= limits.parts);
        for (auto const& part : parts.value()) {
            must(server::is_utf8(part.name) && part.bytes.size() <= body.size());
            must(part.file_name || server::is_utf8(part.bytes));
        }
    }
    if (auto const pairs = server::read_urlencoded(body))
        for (auto const& [name, value] : pairs.value())
            must(server::is_utf8(name) && server::is_utf8(value));
}
