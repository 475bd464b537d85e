#include "server/static_files.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "server/compress.h"
#include "server/representation.h"

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

Reply StaticFiles::reply(File const& file, Request const& request) const {
    bool const packed = file.packed && request.accepts("gzip");
    auto const range = request.header("Range");
    Reply out;
    if (names_tag(request.header("If-None-Match"), file.etag)) {
        out.status = 304;
    } else if (file.packed || range.empty() || !request.header("If-Range").empty() ||
               !take_part(out, *file.plain, range)) {
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

std::size_t StaticFiles::bytes() const {
    std::size_t sum = 0;
    for (auto const& [name, file] : files_)
        sum += file.plain->size() + (file.packed ? file.packed->size() : 0);
    return sum;
}

}  // namespace banshi::server
