#include "base/config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace banshi::config {

namespace {

json::value plain(toml::node const& node, std::string const& path, Parsed& out) {
    out.lines[path] = static_cast<int>(node.source().begin.line);
    if (auto const* table = node.as_table()) {
        json::object fields;
        for (auto const& [key, value] : *table)
            fields[key.str()] = plain(
                value, path.empty() ? std::string(key.str()) : path + "." + std::string(key.str()),
                out);
        return fields;
    }
    if (auto const* list = node.as_array()) {
        json::array values;
        for (auto const& value : *list)
            values.push_back(plain(value, fmt::format("{}[{}]", path, values.size()), out));
        return values;
    }
    if (auto const* text = node.as_string()) return json::string(text->get());
    if (auto const* whole = node.as_integer()) return json::value(whole->get());
    if (auto const* truth = node.as_boolean()) return json::value(truth->get());
    if (auto const* part = node.as_floating_point()) return json::value(part->get());
    if (auto const* date = node.as_date())
        return json::string(
            fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month, date->get().day));
    if (auto const* time = node.as_time())
        return json::string(fmt::format("{:02}:{:02}", time->get().hour, time->get().minute));
    return nullptr;
}

// The schema of the field at a path such as "halls[0].services[2].prefix".
json::object const* schema_at(json::object const& schema, std::string_view path) {
    auto const* at = &schema;
    while (!path.empty()) {
        auto const end = path.find_first_of(".[");
        auto const name = path.substr(0, end);
        if (!name.empty() && name.back() != ']') {
            auto const* fields = at->if_contains("properties");
            auto const* field = fields ? fields->as_object().if_contains(name) : nullptr;
            if (!field) return nullptr;
            at = &field->as_object();
        } else if (auto const* items = at->if_contains("items")) {
            at = &items->as_object();
        }
        if (end == path.npos) break;
        path.remove_prefix(end + 1);
    }
    return at;
}

std::string allowed(json::object const* schema) {
    std::string words;
    if (auto const* choice = schema ? schema->if_contains("enum") : nullptr)
        for (auto const& word : choice->as_array())
            words += (words.empty() ? "" : ", ") + std::string(word.get_string());
    else if (auto const* type = schema ? schema->if_contains("type") : nullptr)
        words = std::string(type->get_string());
    return words;
}

// The keys of the table that holds the field at this path.
std::string names_beside(json::object const& schema, std::string const& path) {
    auto const dot = path.rfind('.');
    auto const* table = schema_at(schema, dot == path.npos ? "" : path.substr(0, dot));
    auto const* fields = table ? table->if_contains("properties") : nullptr;
    std::string names;
    if (fields)
        for (auto const& [name, field] : fields->as_object())
            names += (names.empty() ? "" : ", ") + std::string(name);
    return names;
}

// The first key of the same table that the schema does not have.
std::optional<std::string> unknown_beside(Parsed const& parsed, json::object const& schema,
                                          std::string const& path) {
    auto const dot = path.rfind('.');
    auto const place = dot == path.npos ? "" : path.substr(0, dot);
    auto const* table = schema_at(schema, place);
    auto const* fields = table ? table->if_contains("properties") : nullptr;
    if (!fields) return std::nullopt;
    std::map<int, std::string> odd;  // by line
    for (auto const& [key, line] : parsed.lines) {
        auto const end = key.find_last_of('.');
        auto const within = end == key.npos ? "" : key.substr(0, end);
        auto const name = end == key.npos ? key : key.substr(end + 1);
        if (within == place && !name.empty() && !name.ends_with(']') &&
            !fields->as_object().contains(name))
            odd.emplace(line, key);
    }
    return odd.empty() ? std::nullopt : std::optional{odd.begin()->second};
}

}  // namespace

Result<Parsed> parse(std::string_view toml, std::string const& file) try {
    Parsed out;
    auto const table = toml::parse(toml, file);
    out.values = plain(table, "", out).get_object();
    return out;
} catch (toml::parse_error const& wrong) {
    auto const line = std::to_string(wrong.source().begin.line);
    return Refusal{Why::invalid,
                   "config.syntax",
                   std::string(wrong.description()),
                   "",
                   {{"file", file}, {"line", line}, {"what", std::string(wrong.description())}}};
}

int line_of(Parsed const& parsed, std::string path) {
    for (;;) {
        auto const line = parsed.lines.find(path);
        if (line != parsed.lines.end()) return line->second;
        if (path.empty()) return 1;
        auto const dot = path.rfind('.');
        path.resize(dot == path.npos ? 0 : dot);
    }
}

Refusal placed(Refusal refusal, Parsed const& parsed, std::string const& file,
               json::object const& schema) {
    // Beside a key that is missing there often stands the same one, mistyped.
    if (refusal.text == "shape.missing")
        if (auto odd = unknown_beside(parsed, schema, refusal.field)) {
            refusal.text = "shape.unknown";
            refusal.field = refusal.facts["field"] = *std::move(odd);
        }
    bool const unknown = refusal.text == "shape.unknown";
    refusal.text = "config." + refusal.text.substr(refusal.text.find('.') + 1);
    refusal.facts["file"] = file;
    refusal.facts["line"] = std::to_string(line_of(parsed, refusal.field));
    refusal.facts["allowed"] =
        unknown ? names_beside(schema, refusal.field) : allowed(schema_at(schema, refusal.field));
    return refusal;
}

}  // namespace banshi::config
