#include "server/answer.h"

#include <algorithm>

#include "server/compress.h"
#include "server/streams.h"

namespace banshi::server {

static std::string_view reason(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 416:
            return "Range Not Satisfiable";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        default:
            return "";  // the phrase is for people; RFC 9112 lets it be empty
    }
}

static bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

static std::string_view header_of(Reply const& reply, std::string_view name) {
    for (auto const& [key, value] : reply.headers)
        if (same_word(key, name)) return value;
    return {};
}

static std::string_view whole_body(Reply const& reply) {
    return reply.shared ? std::string_view(*reply.shared) : std::string_view(reply.body);
}

void compress(Reply& reply, Envelope const& envelope, std::size_t from_bytes) {
    if (reply.status == 206) return;  // a part of the bytes as they are
    // An answer may say itself that it packs well, where its type does not tell.
    bool const says_so = header_of(reply, "Vary") == "Accept-Encoding";
    if (whole_body(reply).size() < from_bytes || !header_of(reply, "Content-Encoding").empty())
        return;
    if (!says_so && !is_compressible(header_of(reply, "Content-Type"))) return;
    if (!says_so && !header_of(reply, "Vary").empty()) return;
    if (!says_so) reply.headers.emplace_back("Vary", "Accept-Encoding");
    if (!envelope.gzip) return;
    reply.body = gzip(whole_body(reply), Effort::quick);
    reply.shared.reset();
    reply.headers.emplace_back("Content-Encoding", "gzip");
}

static void add(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

// The first lines of every answer.
static std::string opening_lines(Reply const& reply, Envelope const& envelope) {
    std::string out;
    out.reserve(384);
    out.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
    out.append(reason(reply.status)).append("\r\n");
    add(out, "Date", envelope.date);
    add(out, "X-Request-Id", envelope.request_id);
    if (envelope.hsts) add(out, "Strict-Transport-Security", "max-age=31536000");
    for (auto const& [name, value] : reply.headers) {
        // A line break in a value would let its author write headers, or a whole answer.
        auto const breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
        if (std::none_of(value.begin(), value.end(), breaks)) add(out, name, value);
    }
    return out;
}

std::string reply_head(Reply const& reply, Envelope const& envelope) {
    auto out = opening_lines(reply, envelope);
    if (has_body(reply.status))
        add(out, "Content-Length", std::to_string(whole_body(reply).size()));
    if (!envelope.keep_alive)
        add(out, "Connection", "close");
    else if (envelope.is_old)
        add(out, "Connection", "keep-alive");
    return out += "\r\n";
}

std::string_view body_of(Reply const& reply, Envelope const& envelope) {
    return envelope.head_only || !has_body(reply.status) ? std::string_view{} : whole_body(reply);
}

std::string stream_head(Reply const& reply, Opening const& opening, Envelope const& envelope) {
    auto out = opening_lines(reply, envelope);
    add(out, "Content-Type", "text/event-stream");
    add(out, "Cache-Control", "no-store");
    add(out, "X-Accel-Buffering", "no");  // tells nginx to pass events on at once
    add(out, "Connection", "close");      // no length and no chunks: the stream ends with it
    out += "\r\n";
    if (!opening.first_event.empty())
        out += event_text(opening.after, opening.first_event, opening.first_data);
    else
        out += ":\n\n";  // some browsers call the stream open at its first byte only
    return out;
}

}  // namespace banshi::server
