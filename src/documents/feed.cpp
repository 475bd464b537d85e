#include "documents/feed.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

namespace banshi::documents {

namespace json = boost::json;

std::string fit_for_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned char const c = static_cast<unsigned char>(text[at]);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') continue;
        // U+FFFE and U+FFFF
        auto const three = text.substr(at, 3);
        if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
            at += 2;
            continue;
        }
        out += text[at];
    }
    return out;
}

static std::string value_text(json::value const& value) {
    switch (value.kind()) {
        case json::kind::string:
            return fit_for_xml(value.get_string());
        case json::kind::bool_:
            return value.get_bool() ? "true" : "false";
        case json::kind::double_:
            return fmt::format("{}", value.get_double());
        case json::kind::null:
            return {};
        default:
            return json::serialize(value);
    }
}

static void put(pugi::xml_node node, json::value const& value, std::string_view item) {
    if (value.is_object()) {
        for (auto const& [name, field] : value.get_object()) {
            std::string const key(name);
            put(node.append_child(key.c_str()), field, key.substr(0, key.size() - 1));
        }
    } else if (value.is_array()) {
        for (auto const& each : value.get_array())
            put(node.append_child(std::string(item).c_str()), each, {});
    } else if (auto const text = value_text(value); !text.empty()) {
        node.append_child(pugi::node_pcdata).set_value(text.c_str());
    }
}

std::string xml(Feed const& feed) {
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "utf-8";
    put(document.append_child(std::string(feed.root).c_str()), feed.value, feed.item);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    // A reader of XML takes a bare carriage return for a line feed.
    std::string text;
    for (char const c : out.str()) c == '\r' ? text += "&#13;" : text += c;
    return text;
}

std::string plain_json(json::value const& value) {
    std::string out;
    char const* comma = "";
    if (value.is_double()) return fmt::format("{}", value.get_double());
    if (value.is_array()) {
        for (auto const& each : value.get_array())
            out.append(std::exchange(comma, ",")).append(plain_json(each));
        return "[" + out + "]";
    }
    if (!value.is_object()) return json::serialize(value);
    for (auto const& [name, field] : value.get_object()) {
        out.append(std::exchange(comma, ",")).append(json::serialize(json::string(name)));
        out.append(":").append(plain_json(field));
    }
    return "{" + out + "}";
}

}  // namespace banshi::documents
