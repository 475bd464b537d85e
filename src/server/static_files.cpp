#include "server/static_files.h"

#include <fmt/format.h>
#include <sodium.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "server/compress.h"

namespace banshi::server {

namespace fs = std::filesystem;

Headers security_headers(ExtraOrigins const& connect) {
    std::string policy =
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "connect-src 'self'";
    for (auto const& origin : connect) policy += " " + origin;
    return {{"Content-Security-Policy", policy},
            {"X-Content-Type-Options", "nosniff"},
            {"Referrer-Policy", "same-origin"},
            {"Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()"},
            {"Cross-Origin-Opener-Policy", "same-origin"}};
}

static std::string type_of(std::string const& name) {
    static std::map<std::string, std::string> const types{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".geojson", "application/geo+json"},
        {".webmanifest", "application/manifest+json"},
        {".map", "application/json"},
        {".txt", "text/plain; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".wav", "audio/wav"},
        {".mp3", "audio/mpeg"},
        {".mp4", "video/mp4"},
        {".vtt", "text/vtt; charset=utf-8"},
        {".pdf", "application/pdf"},
    };
    auto const found = types.find(fs::path(name).extension().string());
    return found == types.end() ? "application/octet-stream" : found->second;
}

static std::string etag_of(std::string_view bytes) {
    std::array<unsigned char, 16> hash;
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), nullptr,
                       0);
    std::string out;
    for (auto const byte : hash) out += fmt::format("{:02x}", byte);
    return out;
}

static std::string whole(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return bytes;
}

StaticFiles::StaticFiles(std::string const& folder, ExtraOrigins const& connect)
    : security_(security_headers(connect)) {
    // Links are left out: they might lead anywhere.
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (entry.symlink_status().type() == fs::file_type::regular)
            add(entry.path().lexically_relative(folder).generic_string(), whole(entry.path()));
}

void StaticFiles::add(std::string const& name, std::string bytes) {
    File file{type_of(name), etag_of(bytes), nullptr, nullptr,
              name.find("assets/") != std::string::npos};
    if (is_compressible(file.type) && bytes.size() > 256) {
        auto packed = gzip(bytes, Effort::best);
        if (packed.size() < bytes.size())
            file.packed = std::make_shared<std::string const>(std::move(packed));
    }
    file.plain = std::make_shared<std::string const>(std::move(bytes));
    files_.emplace(name, std::move(file));
}

std::optional<Reply> StaticFiles::find(Request const& request) const {
    if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
    std::string name;
    for (auto const& segment : request.path) name += "/" + segment;
    if (!name.empty()) name.erase(0, 1);
    auto const folder = name.empty() || name.ends_with('/') ? name : name + "/";
    for (auto const& candidate : {name, folder + "index.html", name + ".html"})
        if (auto const found = files_.find(candidate); found != files_.end())
            return reply(found->second, request);
    return std::nullopt;
}

static bool names_tag(std::string_view header, std::string const& tag) {
    return header == "*" || header.find("\"" + tag) != header.npos;
}

Reply StaticFiles::reply(File const& file, Request const& request) const {
    bool const packed = file.packed && request.accepts("gzip");
    auto const range = request.header("Range");
    Reply out;
    if (names_tag(request.header("If-None-Match"), file.etag)) {
        out.status = 304;
    } else if (!range.empty() && !file.packed && request.header("If-Range").empty()) {
        out = part(file, range);
    } else {
        out.shared = packed ? file.packed : file.plain;
        if (packed) out.headers.emplace_back("Content-Encoding", "gzip");
    }
    out.route = "/*";
    out.headers.emplace_back("Content-Type", file.type);
    // Packed and plain bytes are different things to a cache, so their tags differ too.
    out.headers.emplace_back("ETag", "\"" + file.etag + (packed ? "-gz\"" : "\""));
    out.headers.emplace_back("Cache-Control",
                             file.is_forever ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.packed)
        out.headers.emplace_back("Vary", "Accept-Encoding");
    else
        out.headers.emplace_back("Accept-Ranges", "bytes");
    out.headers.insert(out.headers.end(), security_.begin(), security_.end());
    return out;
}

// "bytes=0-99", "bytes=100-", "bytes=-5": what players of films and sounds ask for.
Reply StaticFiles::part(File const& file, std::string_view range) const {
    auto const size = file.plain->size();
    auto const dash = range.find('-');
    auto const number = [](std::string_view text) {
        std::optional<std::size_t> value = 0;
        auto const* const end = text.data() + text.size();
        auto const read = std::from_chars(text.data(), end, *value);
        return read.ec == std::errc{} && read.ptr == end ? value : std::nullopt;
    };
    // Several ranges, or what we do not understand: the whole file is a right answer too.
    Reply out{.shared = file.plain};
    if (!range.starts_with("bytes=") || dash == range.npos) return out;
    auto first = number(range.substr(6, dash - 6));
    auto last = number(range.substr(dash + 1));
    if ((!first && dash != 6) || (!last && dash + 1 != range.size()) || (!first && !last))
        return out;
    if (!first) {
        first = size - std::min(size, *last);
        last = std::nullopt;
    }
    auto const end = last && *last < size ? *last + 1 : size;
    out.shared.reset();
    if (*first >= size || *first >= end) {
        out.status = 416;
        out.headers.emplace_back("Content-Range", fmt::format("bytes */{}", size));
        return out;
    }
    out.status = 206;
    out.body = file.plain->substr(*first, end - *first);
    out.headers.emplace_back("Content-Range", fmt::format("bytes {}-{}/{}", *first, end - 1, size));
    return out;
}

std::size_t StaticFiles::bytes() const {
    std::size_t sum = 0;
    for (auto const& [name, file] : files_)
        sum += file.plain->size() + (file.packed ? file.packed->size() : 0);
    return sum;
}

}  // namespace banshi::server
