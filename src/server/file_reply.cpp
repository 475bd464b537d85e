#include "server/file_reply.h"

#include <fmt/format.h>

#include <cctype>

#include "server/representation.h"

namespace banshi::server {

static std::string attachment(std::string const& name) {
    std::string out = "attachment; filename*=UTF-8''";
    for (unsigned char const c : name)
        out += std::isalnum(c) || c == '.' || c == '-' || c == '_' ? std::string(1, char(c))
                                                                   : fmt::format("%{:02X}", c);
    return out;
}

Reply file_reply(int status, File&& file, Request const& request) {
    Reply out{.status = status,
              .headers = {{"Content-Type", file.type}, {"X-Content-Type-Options", "nosniff"}}};
    // A part is only good where the next request finds the same bytes.
    bool const stays = !file.tag.empty() || file.type.starts_with("audio/");
    auto const range = request.header("Range");
    if (!stays || status != 200 || range.empty() || !request.header("If-Range").empty() ||
        !take_part(out, file.bytes, range))
        out.body = std::move(file.bytes);
    if (stays) out.headers.emplace_back("Accept-Ranges", "bytes");
    if (file.tag.empty()) {
        out.headers.emplace_back("Cache-Control", "no-store");
    } else {
        auto const tag = "\"" + file.tag + "\"";
        out.headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
        out.headers.emplace_back("ETag", tag);
        if (request.header("If-None-Match").find(tag) != std::string_view::npos) {
            out.status = 304;
            out.body.clear();
        }
    }
    if (file.name.empty())
        out.headers.emplace_back("Content-Security-Policy", "default-src 'none'");
    else
        out.headers.emplace_back("Content-Disposition", attachment(file.name));
    return out;
}

}  // namespace banshi::server
