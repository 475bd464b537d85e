#include "server/json_body.h"

#include <optional>
#include <set>
#include <vector>

namespace banshi::server {

namespace json = boost::json;

// Just behind the string that begins here.
static std::size_t end_of_string(std::string_view text, std::size_t at) {
    for (++at; text[at] != '"'; ++at)
        if (text[at] == '\\') ++at;
    return at + 1;
}

// Of a text that has been read as JSON: the first key that stands twice in its object.
static std::optional<std::string> repeated_key(std::string_view text) {
    std::vector<std::set<std::string>> around;  // the keys so far of each object that is open
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') around.emplace_back();
        if (text[at] == '}') around.pop_back();
        if (text[at] != '"') continue;
        auto const end = end_of_string(text, at);
        auto const next = text.find_first_not_of(" \t\r\n", end);
        if (next != text.npos && text[next] == ':') {
            std::string key(json::parse(text.substr(at, end - at)).as_string());
            if (!around.back().insert(key).second) return key;
        }
        at = end - 1;
    }
    return std::nullopt;
}

Result<json::value> read_json(std::string_view text) {
    json::parse_options options;
    options.max_depth = 16;
    json::error_code error;
    auto value = json::parse(text, error, {}, options);
    if (error) return Refusal{Why::invalid, "request.no_json"};
    if (auto const key = repeated_key(text))
        return Refusal{Why::invalid, "request.repeated", *key, *key, {{"field", *key}}};
    return value;
}

}  // namespace banshi::server
