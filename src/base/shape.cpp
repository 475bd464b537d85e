#include "base/shape.h"

#include <algorithm>
#include <charconv>

namespace banshi {

json::value upload_value(std::string_view name, std::string_view media_type,
                         std::string_view bytes) {
    return json::object{{"name", name}, {"media_type", media_type}, {"bytes", bytes}};
}

std::optional<Upload> read_upload(json::value const& in) {
    if (!in.is_object() || in.get_object().size() != 3) return std::nullopt;
    auto const text = [&](std::string_view field) -> json::string const* {
        auto const* value = in.get_object().if_contains(field);
        return value ? value->if_string() : nullptr;
    };
    auto const *name = text("name"), *type = text("media_type"), *bytes = text("bytes");
    if (!name || !type || !bytes || !shape::sound_text(*name) || !shape::sound_text(*type))
        return std::nullopt;
    return Upload{std::string(*name), std::string(*type), std::string(*bytes)};
}

}  // namespace banshi

namespace banshi::shape {

std::optional<std::int64_t> whole_number(json::value const& in, Source source) {
    if (in.is_int64()) return in.get_int64();
    if (source == Source::json || !in.is_string()) return std::nullopt;
    auto const& text = in.get_string();
    std::int64_t value = 0;
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end ? std::optional{value} : std::nullopt;
}

std::optional<bool> truth(json::value const& in, Source source) {
    if (in.is_bool()) return in.get_bool();
    if (source == Source::json || !in.is_string()) return std::nullopt;
    if (in.get_string() == "true") return true;
    return in.get_string() == "false" ? std::optional{false} : std::nullopt;
}

bool sound_text(std::string_view text) {
    if (text.size() > 4000) return false;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f) return false;
    }
    return true;
}

json::object write_fields(void const* whole, Fields fields, Zone const& zone) {
    json::object out;
    for (auto const& field : fields) {
        void const* const value = field.of(const_cast<void*>(whole));
        if (field.kind->absent && field.kind->absent(value)) continue;
        out[field.name] = field.kind->write(value, zone);
    }
    return out;
}

static std::string place(std::string const& at, std::string_view name) {
    return at.empty() ? std::string(name) : at + "." + std::string(name);
}

Misfit fit_fields(json::object const& in, void* whole, Fields fields, Source source,
                  std::string const& at) {
    std::size_t known = 0;
    for (auto const& field : fields) {
        if (auto const* const value = in.if_contains(field.name)) {
            ++known;
            auto no = field.kind->fit(*value, field.of(whole), source, place(at, field.name));
            if (!no.code.empty()) return no;
        } else if (!field.kind->absent) {
            return {"shape.missing", place(at, field.name)};
        }
    }
    if (known == in.size()) return {};
    for (auto const& [name, value] : in)
        if (std::ranges::find(fields, std::string_view(name), &Field::name) == fields.end())
            return {"shape.unknown", place(at, name)};
    return {};
}

std::optional<Refusal> misread(json::object const& in, void* whole, Fields fields, Source source) {
    auto const no = fit_fields(in, whole, fields, source, "");
    if (no.code.empty()) return std::nullopt;
    return Refusal{Why::invalid, no.code, no.field, no.field, {{"field", no.field}}};
}

json::object schema_of_fields(Fields fields) {
    json::object properties;
    json::array needed;
    for (auto const& field : fields) {
        properties[field.name] = field.kind->schema();
        if (!field.kind->absent) needed.emplace_back(field.name);
    }
    return {{"type", "object"},
            {"additionalProperties", false},
            {"properties", properties},
            {"required", needed}};
}

}  // namespace banshi::shape
