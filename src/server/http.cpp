#include "server/http.h"

#include <arpa/inet.h>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <boost/url/pct_string_view.hpp>
#include <charconv>

namespace banshi::server {

static char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Calls `take` with each part of the text between the separators; it returns true to stop.
template <class Take>
static void each_part(std::string_view text, char separator, Take take) {
    for (;;) {
        auto const end = text.find(separator);
        if (take(text.substr(0, end)) || end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

std::string_view Request::header(std::string_view name) const {
    for (auto const& [key, value] : headers)
        if (same_word(key, name)) return value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    std::string_view found;
    each_part(header("Cookie"), ';', [&](std::string_view pair) {
        auto const equals = pair.find('=');
        if (equals == std::string_view::npos || trimmed(pair.substr(0, equals)) != name)
            return false;
        found = trimmed(pair.substr(equals + 1));
        return true;
    });
    return found;
}

bool Request::accepts(std::string_view coding) const {
    bool accepted = false;
    each_part(header("Accept-Encoding"), ',', [&](std::string_view part) {
        auto const semicolon = part.find(';');
        auto const name = trimmed(part.substr(0, semicolon));
        bool const named = same_word(name, coding);
        if (!named && name != "*") return false;
        // "gzip;q=0" says: anything but that.
        auto const weight =
            semicolon == std::string_view::npos ? "" : trimmed(part.substr(semicolon + 1));
        accepted = weight.find_first_not_of("qQ=0. ") != std::string_view::npos || weight.empty();
        return named;  // what stands for all the others yields to a name
    });
    return accepted;
}

bool is_utf8(std::string_view text) {
    auto const* at = reinterpret_cast<unsigned char const*>(text.data());
    auto const* const end = at + text.size();
    auto const follows = [&](int n, unsigned low, unsigned high) {
        if (end - at <= n || at[1] < low || at[1] > high) return false;
        for (int i = 2; i <= n; ++i)
            if (at[i] < 0x80 || at[i] > 0xBF) return false;
        at += n + 1;
        return true;
    };
    while (at < end) {
        unsigned const c = *at;
        if (c < 0x80)
            ++at;
        else if (c >= 0xC2 && c <= 0xDF) {
            if (!follows(1, 0x80, 0xBF)) return false;
        }
        // The narrow ranges keep out over-long forms, surrogates and what lies beyond Unicode.
        else if (c >= 0xE0 && c <= 0xEF) {
            if (!follows(2, c == 0xE0 ? 0xA0 : 0x80, c == 0xED ? 0x9F : 0xBF)) return false;
        } else if (c >= 0xF0 && c <= 0xF4) {
            if (!follows(3, c == 0xF0 ? 0x90 : 0x80, c == 0xF4 ? 0x8F : 0xBF)) return false;
        } else
            return false;
    }
    return true;
}

static std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
    auto const encoded = boost::urls::make_pct_string_view({text.data(), text.size()});
    if (!encoded) return std::nullopt;
    boost::urls::encoding_opts options;
    options.space_as_plus = plus_is_space;
    auto out = encoded->decode(options);
    if (out.find('\0') != std::string::npos || !is_utf8(out)) return std::nullopt;
    return out;
}

static bool read_path(std::string_view path, Request& request) {
    bool good = true;
    each_part(path.substr(1), '/', [&](std::string_view part) {
        auto segment = decoded(part, false);
        if (segment) request.path.push_back(*std::move(segment));
        return !(good = segment.has_value());
    });
    return good;
}

static bool read_query(std::string_view query, Request& request) {
    bool good = true;
    each_part(query, '&', [&](std::string_view part) {
        if (part.empty()) return false;
        auto const equals = part.find('=');
        auto name = decoded(part.substr(0, equals), true);
        auto value = equals == part.npos ? std::string{} : decoded(part.substr(equals + 1), true);
        good = name && value;
        if (good) request.query.emplace_back(*std::move(name), *std::move(value));
        return !good;
    });
    return good;
}

static bool is_name(std::string_view host) {
    return !host.empty() && std::ranges::all_of(host, [](char c) {
        return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
               std::string_view("-._~").find(c) != std::string_view::npos;
    });
}

static bool is_bracketed(std::string_view host) {
    in6_addr address{};
    return host.starts_with('[') && host.ends_with(']') &&
           ::inet_pton(AF_INET6, std::string(host.substr(1, host.size() - 2)).c_str(), &address) ==
               1;
}

static bool is_port(std::string_view text) {
    unsigned port = 0;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, port);
    return read.ec == std::errc{} && read.ptr == end && port >= 1 && port <= 65535;
}

std::optional<std::string> host_of(std::string_view text) {
    auto const bracket = text.rfind(']');
    auto const colon = text.find(':', bracket == text.npos ? 0 : bracket);
    if (colon != text.npos && !is_port(text.substr(colon + 1))) return std::nullopt;
    auto const host = text.substr(0, colon);
    if (is_name(host)) return std::string(host);
    if (is_bracketed(host)) return std::string(host.substr(1, host.size() - 2));
    return std::nullopt;
}

bool read_target(std::string_view target, Request& request) {
    // A proxy's client sends the whole address; ours is the part after the host.
    for (std::string_view const scheme : {"http://", "https://"})
        if (same_word(target.substr(0, scheme.size()), scheme)) {
            target.remove_prefix(scheme.size());
            auto const host = target.substr(0, target.find_first_of("/?"));
            if (!host_of(host)) return false;
            target.remove_prefix(host.size());
            if (target.empty()) target = "/";
        }
    if (!target.starts_with('/')) return false;
    auto const mark = target.find('?');
    if (!read_path(target.substr(0, mark), request)) return false;
    return mark == target.npos || read_query(target.substr(mark + 1), request);
}

std::string http_date(std::chrono::sys_seconds at) {
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", at);
}

}  // namespace banshi::server
