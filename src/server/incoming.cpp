#include "server/incoming.h"

#include <algorithm>
#include <charconv>

#include "base/tidy_text.h"
#include "server/form.h"
#include "server/json_body.h"

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

static bool is_upload(json::value const& schema) {
    auto const* const format = schema.as_object().if_contains("format");
    return format && *format == "binary";
}

static json::value const* items_of(json::value const& schema) {
    return schema.as_object().if_contains("items");
}

// A part of a form as the value of its field. Text is told apart by what the field takes.
static Result<json::value> value_of(FormPart const& part, json::value const& schema) {
    if (is_upload(schema)) {
        if (!part.file_name) return malformed("shape.kind", part.name);
        return upload_value(*part.file_name, part.media_type, part.bytes);
    }
    if (part.file_name) return malformed("shape.kind", part.name);
    auto const* const type = schema.as_object().if_contains("type");
    std::string_view const kind = type ? std::string_view(type->as_string()) : "";
    if (kind != "object") return meant(kind, part.bytes);
    auto value = read_json(part.bytes);
    if (!value && value.refusal().field.empty()) return malformed("request.no_json", part.name);
    return value;
}

// A browser sends an empty file where none was chosen.
static bool is_nothing(FormPart const& part) {
    return part.file_name && part.file_name->empty() && part.bytes.empty();
}

static Result<json::object> read_form(Request const& request, Route const& route) {
    json::object fields;
    auto const parts = TRY(read_multipart(request.header("Content-Type"), request.body));
    auto const& known = route.deed.takes.at("properties").as_object();
    for (auto const& part : parts) {
        auto const* const schema = known.if_contains(part.name);
        if (!schema) return malformed("shape.unknown", part.name);
        if (is_nothing(part)) continue;
        auto const* const items = items_of(*schema);
        auto value = TRY(value_of(part, items ? *items : *schema));
        if (!items && fields.contains(part.name)) return malformed("request.repeated", part.name);
        if (!items)
            fields[part.name] = std::move(value);
        else if (auto& list = fields[part.name]; list.is_array())
            list.as_array().push_back(std::move(value));
        else
            list = json::array{std::move(value)};
    }
    return fields;
}

bool takes_files(Route const& route) {
    return std::ranges::any_of(route.deed.takes.at("properties").as_object(),
                               [](auto const& field) {
                                   auto const* const items = items_of(field.value());
                                   return is_upload(items ? *items : field.value());
                               });
}

// A body that is the file itself: the first field that takes one has it.
static json::object read_file(Request const& request, Route const& route, std::string_view type) {
    for (auto const& [name, schema] : route.deed.takes.at("properties").as_object())
        if (is_upload(schema)) return {{name, upload_value("", type, request.body)}};
    return {};
}

static Result<json::object> read_body(Request const& request, Route const& route) {
    if (request.body.empty()) return json::object{};
    auto type = request.header("Content-Type");
    type = trimmed(type.substr(0, type.find(';')));
    if (!same_word(type, "application/json")) {
        if (!takes_files(route)) return malformed("request.unsupported_type");
        if (same_word(type, "multipart/form-data")) return read_form(request, route);
        auto file = read_file(request, route, type);
        if (file.empty() || type.empty()) return malformed("request.unsupported_type");
        return file;
    }
    auto body = TRY(read_json(request.body));
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

// All words of a request but the bytes of files. What a deed refuses stays as it came.
static void tidy(json::value& value) {
    if (auto* const text = value.if_string()) {
        if (!shape::sound_text(*text)) return;
        auto const words = tidied(*text);
        if (words != *text) *text = words;
    } else if (auto* const list = value.if_array()) {
        for (auto& each : *list) tidy(each);
    } else if (auto* const fields = value.if_object(); fields && !read_upload(value)) {
        for (auto& field : *fields) tidy(field.value());
    }
}

static Result<Incoming> as_it_came(Found const& found, Request const& request) {
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
    out.fields = TRY(read_body(request, route));
    read_version(request, route, out.fields);
    for (auto const& [name, value] : request.query) return malformed("request.repeated", name);
    for (auto const& [name, value] : found.fields) {
        if (out.fields.contains(name)) return malformed("request.repeated", name);
        out.fields[name] = meant(kind_of(route, name), value);
    }
    return out;
}

Result<Incoming> incoming(Found const& found, Request const& request) {
    auto in = TRY(as_it_came(found, request));
    for (auto& field : in.fields) tidy(field.value());
    return in;
}

int status_of_incoming(Refusal const& refusal) {
    return refusal.text == "request.unsupported_type" ? 415 : 400;
}

}  // namespace banshi::server
