#include "server/compress.h"

#include <zlib.h>

#include <stdexcept>

namespace banshi::server {

std::string gzip(std::string_view text, Effort effort) {
    z_stream stream{};
    int const gzip_frame = 15 + 16;  // largest window, gzip header and trailer
    if (deflateInit2(&stream, int(effort), Z_DEFLATED, gzip_frame, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib: no memory");
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    int const end = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (end != Z_STREAM_END) throw std::runtime_error("zlib: deflate failed");
    return out;
}

bool is_compressible(std::string_view type) {
    return type.starts_with("text/") || type.starts_with("application/json") ||
           type.starts_with("application/problem+json") ||
           type.starts_with("application/manifest+json") || type.starts_with("image/svg+xml");
}

}  // namespace banshi::server
