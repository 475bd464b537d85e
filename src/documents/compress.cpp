#include "documents/compress.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "base/check.h"

namespace banshi::documents {

// zlib chooses the format by what is added to the size of its window.
static int window(Packing packing) { return packing == Packing::gzip ? 15 + 16 : 15; }

static Bytef* bytes_of(std::string_view text) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

std::string packed(std::string_view bytes, Packing packing, int level) {
    CHECK(bytes.size() < std::numeric_limits<uInt>::max());
    z_stream stream{};
    CHECK(deflateInit2(&stream, level, Z_DEFLATED, window(packing), 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = bytes_of(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = bytes_of(out);
    stream.avail_out = static_cast<uInt>(out.size());
    auto const end = deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    CHECK(end == Z_STREAM_END);
    out.resize(stream.total_out);
    return out;
}

Result<std::string> unpacked(std::string_view bytes, Packing packing, std::size_t limit) {
    CHECK(bytes.size() < std::numeric_limits<uInt>::max());
    z_stream stream{};
    CHECK(inflateInit2(&stream, window(packing)) == Z_OK);
    stream.next_in = bytes_of(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out, part(65536, '\0');
    int state = Z_OK;
    while (state == Z_OK && out.size() <= limit) {
        stream.next_out = bytes_of(part);
        stream.avail_out = static_cast<uInt>(part.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(part, 0, part.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (out.size() > limit) return Refusal{Why::invalid, "packing.too_large"};
    if (state != Z_STREAM_END || stream.avail_in > 0)
        return Refusal{Why::invalid, "packing.broken", stream.msg ? stream.msg : "cut off"};
    return out;
}

}  // namespace banshi::documents
