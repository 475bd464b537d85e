#include "server/incoming.h"

#include <algorithm>
#include <charconv>

namespace banshi::server {

static Refusal malformed(std::string code, std::string field = "") {
    return {Why::invalid, std::move(code), field, field, {{"field", field}}};
}

static std::string_view kind_of(Route const& route, std::string_view field) {
    auto const* const schema = route.deed.takes.at("properties").as_object().if_contains(field);
    auto const* const type = schema ? schema->as_object().if_contains("type") : nullptr;
    return type ? std::string_view(type->as_string()) : std::string_view{};
}

// A word from the path, as the JSON it means; beside a JSON body, words and numbers are told
// apart.
static json::value meant(std::string_view kind, std::string const& word) {
    if (kind == "boolean" && (word == "true" || word == "false")) return word == "true";
    if (kind != "integer") return json::value(word);
    std::int64_t number = 0;
    auto const* const end = word.data() + word.size();
    auto const read = std::from_chars(word.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? json::value(number) : json::value(word);
}

// "?service=a&service=b" is a list where the deed takes one, and a mistake elsewhere.
static Result<void> read_query(Request const& request, Route const& route, json::object& fields) {
    for (auto const& [name, value] : request.query) {
        auto const place = fields.find(name);
        if (kind_of(route, name) == "array") {
            if (place == fields.end()) fields[name].emplace_array();
            fields[name].as_array().emplace_back(value);
        } else if (place != fields.end()) {
            return malformed("request.repeated", name);
        } else {
            fields[name] = value;
        }
    }
    return {};
}

static Result<json::object> read_body(Request const& request) {
    if (request.body.empty()) return json::object{};
    auto const type = request.header("Content-Type");
    if (!same_word(trimmed(type.substr(0, type.find(';'))), "application/json"))
        return malformed("request.unsupported_type");
    json::parse_options options;
    options.max_depth = 16;
    json::error_code error;
    auto body = json::parse(request.body, error, {}, options);
    if (error) return malformed("request.no_json");
    if (!body.is_object()) return malformed("request.not_an_object");
    return std::move(body.as_object());
}

static Result<std::string> read_key(Request const& request) {
    auto const key = request.header("Idempotency-Key");
    if (key.empty()) return malformed("idempotency.key_missing", "Idempotency-Key");
    auto const is_plain = [](char c) { return c > ' ' && c < 0x7f; };
    if (key.size() > 128 || !std::ranges::all_of(key, is_plain))
        return malformed("idempotency.bad_key", "Idempotency-Key");
    return std::string(key);
}

// The version that a deed of the office has seen, as If-Match tells it: "7".
static void read_version(Request const& request, Route const& route, json::object& fields) {
    auto seen = trimmed(request.header("If-Match"));
    if (seen.empty() || kind_of(route, "if_match").empty()) return;
    if (seen.size() > 2 && seen.front() == '"' && seen.back() == '"')
        seen = seen.substr(1, seen.size() - 2);
    fields["if_match"] = meant("integer", std::string(seen));
}

Result<Incoming> incoming(Found const& found, Request const& request) {
    auto const& route = *found.route;
    Incoming out;
    if (route.method == "get") {
        out.source = shape::Source::words;
        for (auto const& [name, value] : found.fields) out.fields[name] = value;
        TRY(read_query(request, route, out.fields));
        return out;
    }
    out.source = shape::Source::json;
    // A question that may stand in no address is a POST that writes nothing.
    if (route.deed.writes && !route.deed.secret) out.key = TRY(read_key(request));
    out.fields = TRY(read_body(request));
    read_version(request, route, out.fields);
    for (auto const& [name, value] : request.query) return malformed("request.repeated", name);
    for (auto const& [name, value] : found.fields) {
        if (out.fields.contains(name)) return malformed("request.repeated", name);
        out.fields[name] = meant(kind_of(route, name), value);
    }
    return out;
}

int status_of_incoming(Refusal const& refusal) {
    return refusal.text == "request.unsupported_type" ? 415 : 400;
}

}  // namespace banshi::server
