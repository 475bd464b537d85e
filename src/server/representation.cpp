#include "server/representation.h"

#include <fmt/format.h>
#include <sodium.h>

#include <charconv>

namespace banshi::server {

std::string etag_of(std::string_view bytes) {
    std::array<unsigned char, 16> hash;
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), nullptr,
                       0);
    std::string out;
    for (auto const byte : hash) out += fmt::format("{:02x}", byte);
    return out;
}

bool names_tag(std::string_view header, std::string_view tag) {
    return header == "*" || header.find("\"" + std::string(tag)) != header.npos;
}

// "bytes=0-99", "bytes=100-", "bytes=-5": what players of films and sounds ask for.
bool take_part(Reply& reply, std::string_view bytes, std::string_view range) {
    auto const size = bytes.size();
    auto const dash = range.find('-');
    auto const number = [](std::string_view text) {
        std::optional<std::size_t> value = 0;
        auto const* const end = text.data() + text.size();
        auto const read = std::from_chars(text.data(), end, *value);
        return read.ec == std::errc{} && read.ptr == end ? value : std::nullopt;
    };
    if (!range.starts_with("bytes=") || dash == range.npos) return false;
    auto first = number(range.substr(6, dash - 6));
    auto last = number(range.substr(dash + 1));
    if ((!first && dash != 6) || (!last && dash + 1 != range.size()) || (!first && !last))
        return false;
    if (!first) {
        first = size - std::min(size, *last);
        last = std::nullopt;
    }
    auto const end = last && *last < size ? *last + 1 : size;
    if (*first >= size || *first >= end) {
        reply.status = 416;
        reply.headers.emplace_back("Content-Range", fmt::format("bytes */{}", size));
        return true;
    }
    reply.status = 206;
    reply.body = bytes.substr(*first, end - *first);
    reply.headers.emplace_back("Content-Range",
                               fmt::format("bytes {}-{}/{}", *first, end - 1, size));
    return true;
}

}  // namespace banshi::server
