#include "server/form.h"

#include <algorithm>

#include "server/http.h"

namespace banshi::server {

namespace {

Refusal broken(std::string code, std::string detail = "") {
    return {Why::invalid, std::move(code), std::move(detail)};
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// The byte that "%41" at this place means; nothing when it is no escape.
std::optional<char> escaped_at(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size() || text[at] != '%') return std::nullopt;
    int const high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    return static_cast<char>(high * 16 + low);
}

// Browsers escape quotes and line breaks alone, so a lone percent sign is one.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const escaped = escaped_at(text, at);
        out += escaped.value_or(text[at]);
        if (escaped) at += 2;
    }
    return out;
}

bool is_sound(std::string_view text) {
    return is_utf8(text) && text.find('\0') == std::string_view::npos;
}

// Cuts a quoted string off the front; older senders escape by a backslash. A backslash before
// anything else is one of a path of Windows.
std::optional<std::string> take_quoted(std::string_view& text) {
    std::string out;
    for (std::size_t at = 1; at < text.size(); ++at) {
        bool const escape = text[at] == '\\' && at + 1 < text.size() &&
                            (text[at + 1] == '"' || text[at + 1] == '\\');
        if (text[at] == '"') {
            text.remove_prefix(at + 1);
            return out;
        }
        if (escape) ++at;
        out += text[at];
    }
    return std::nullopt;
}

// `form-data; name="a"; filename="b"`: the first word, and the parameters behind it.
struct Value {
    std::string_view word;
    FormPairs parameters = {};

    std::optional<std::string> parameter(std::string_view name) const {
        for (auto const& [key, value] : parameters)
            if (same_word(key, name)) return value;
        return std::nullopt;
    }
};

std::optional<Value> read_value(std::string_view text) {
    auto semicolon = std::min(text.find(';'), text.size());
    Value out{trimmed(text.substr(0, semicolon))};
    text.remove_prefix(semicolon);
    while (!text.empty()) {
        text = trimmed(text.substr(1));  // the semicolon
        if (text.empty()) break;
        auto const equals = text.find('=');
        if (equals == text.npos) return std::nullopt;
        std::string const name(trimmed(text.substr(0, equals)));
        text = trimmed(text.substr(equals + 1));
        std::string value;
        if (text.starts_with('"')) {
            auto quoted = take_quoted(text);
            if (!quoted) return std::nullopt;
            value = *std::move(quoted);
            text = trimmed(text);
            if (!text.empty() && text[0] != ';') return std::nullopt;
        } else {
            semicolon = std::min(text.find(';'), text.size());
            value = trimmed(text.substr(0, semicolon));
            text.remove_prefix(semicolon);
        }
        out.parameters.emplace_back(name, std::move(value));
    }
    return out;
}

// One line "Content-...: value" of a part.
Result<void> read_part_header(std::string_view line, FormPart& part, bool& named) {
    auto const colon = line.find(':');
    if (colon == line.npos || colon == 0) return broken("form.part_header");
    auto const name = line.substr(0, colon);
    auto const value = read_value(trimmed(line.substr(colon + 1)));
    if (!value) return broken("form.part_header");
    if (same_word(name, "Content-Type")) part.media_type = value->word;
    // Only what is sent as it is; the others are out of use since 2015.
    if (same_word(name, "Content-Transfer-Encoding") && !same_word(value->word, "binary") &&
        !same_word(value->word, "8bit") && !same_word(value->word, "7bit"))
        return broken("form.part_header", std::string(value->word));
    if (!same_word(name, "Content-Disposition")) return {};
    auto const field = value->parameter("name");
    if (!same_word(value->word, "form-data") || !field || named) return broken("form.part_header");
    named = true;
    part.name = unescaped(*field);
    if (auto const file = value->parameter("filename")) part.file_name = unescaped(*file);
    if (!is_sound(part.name) || !is_sound(part.file_name.value_or("")))
        return broken("form.not_utf8");
    return {};
}

Result<FormPart> read_part(std::string_view text, FormLimits const& limits) {
    FormPart part;
    bool named = false;
    auto const end = text.substr(0, limits.header_bytes).find("\r\n\r\n");
    if (end == text.npos) return broken("form.part_header");
    for (auto head = text.substr(0, end); !head.empty();) {
        auto const stop = std::min(head.find("\r\n"), head.size());
        TRY(read_part_header(head.substr(0, stop), part, named));
        head.remove_prefix(std::min(stop + 2, head.size()));
    }
    if (!named) return broken("form.part_header");
    part.bytes = text.substr(end + 4);
    if (!part.file_name && !is_sound(part.bytes)) return broken("form.not_utf8", part.name);
    return part;
}

std::optional<std::string> boundary_of(std::string_view content_type) {
    auto const value = read_value(content_type);
    auto boundary = value ? value->parameter("boundary") : std::nullopt;
    auto const fits = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (!boundary || boundary->empty() || boundary->size() > 70 || boundary->back() == ' ' ||
        !std::ranges::all_of(*boundary, fits))
        return std::nullopt;
    return boundary;
}

// A line that begins with the boundary and says nothing more parts, "--" behind it ends.
struct Delimiter {
    std::size_t from, to;  // with the line breaks around it
    bool last;
};

std::optional<Delimiter> next_delimiter(std::string_view body, std::string const& line,
                                        std::size_t at) {
    for (auto from = body.find(line, at); from != body.npos; from = body.find(line, from + 1)) {
        auto to = from + line.size();
        if (body.substr(to, 2) == "--") return Delimiter{from, to + 2, true};
        while (to < body.size() && (body[to] == ' ' || body[to] == '\t')) ++to;
        if (body.substr(to, 2) == "\r\n") return Delimiter{from, to + 2, false};
    }
    return std::nullopt;
}

std::optional<Delimiter> first_delimiter(std::string_view body, std::string const& line) {
    if (body.starts_with(line.substr(2))) {  // no line stands above it
        auto found = next_delimiter(std::string("\r\n").append(body.substr(0, 1024)), line, 0);
        if (found && found->from == 0) return Delimiter{0, found->to - 2, found->last};
    }
    return next_delimiter(body, line, 0);
}

}  // namespace

Result<std::vector<FormPart>> read_multipart(std::string_view content_type, std::string_view body,
                                             FormLimits const& limits) {
    auto const boundary = boundary_of(content_type);
    if (!boundary) return broken("form.no_boundary");
    auto const line = "\r\n--" + *boundary;
    std::vector<FormPart> parts;
    for (auto at = first_delimiter(body, line);;) {
        if (!at) return broken("form.malformed");
        if (at->last) return parts;
        if (parts.size() == limits.parts) return broken("form.too_many_parts");
        // The line break of one delimiter may begin the next: a part without a head.
        auto const next = next_delimiter(body, line, at->to - 2);
        if (!next || next->from < at->to) return broken("form.malformed");
        parts.push_back(TRY(read_part(body.substr(at->to, next->from - at->to), limits)));
        at = next;
    }
}

Result<FormPairs> read_urlencoded(std::string_view body, std::size_t most_pairs) {
    FormPairs out;
    auto const decoded = [](std::string_view text) -> Result<std::string> {
        std::string plain;
        for (std::size_t at = 0; at < text.size(); ++at) {
            auto const escaped = escaped_at(text, at);
            if (text[at] == '%' && !escaped) return broken("form.malformed");
            plain += text[at] == '+' ? ' ' : escaped.value_or(text[at]);
            if (escaped) at += 2;
        }
        if (!is_sound(plain)) return broken("form.not_utf8");
        return plain;
    };
    while (!body.empty()) {
        auto const pair = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(pair.size() + 1, body.size()));
        if (pair.empty()) continue;
        if (out.size() == most_pairs) return broken("form.too_many_parts");
        auto const equals = std::min(pair.find('='), pair.size());
        auto name = TRY(decoded(pair.substr(0, equals)));
        auto value = TRY(decoded(pair.substr(std::min(equals + 1, pair.size()))));
        out.emplace_back(std::move(name), std::move(value));
    }
    return out;
}

}  // namespace banshi::server
