#include "scenario/line.h"

#include <fstream>
#include <stdexcept>

#include "base/shape.h"
#include "engines/record/encoding.h"

namespace banshi::scenario {

namespace json = boost::json;

namespace {

// Blanks part words, but not inside quotes, brackets or braces.
std::vector<std::string> words_of(std::string const& text) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    int depth = 0;
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '[' || c == '{')) ++depth;
        if (!quoted && (c == ']' || c == '}')) --depth;
        if (c == '#' && word.empty() && !quoted) break;
        if ((c == ' ' || c == '\t') && !quoted && depth == 0) {
            if (!word.empty()) words.push_back(word);
            word.clear();
        } else {
            word += c;
        }
    }
    if (quoted || depth != 0) throw std::runtime_error("a quote or bracket is not closed");
    if (!word.empty()) words.push_back(word);
    return words;
}

std::string resolved(std::string const& value, Kept const& kept) {
    if (value.empty() || value[0] != '$') return value;
    auto const found = kept.find(value.substr(1));
    if (found == kept.end()) throw std::runtime_error("nothing was kept as " + value);
    return found->second;
}

json::value file_at(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("no file " + path.string());
    std::string const bytes(std::istreambuf_iterator<char>(file), {});
    return upload_value(path.filename().string(), "application/octet-stream", bytes);
}

json::value file_of(std::string_view base64) {
    auto const bytes = record::read_base64(base64);
    if (!bytes) throw std::runtime_error("no base64: " + std::string(base64));
    return upload_value("file", "application/octet-stream", *bytes);
}

// What was kept, inside lists and objects too.
json::value resolved(json::value value, Kept const& kept) {
    if (value.is_array())
        for (auto& each : value.get_array()) each = resolved(each, kept);
    if (value.is_object())
        for (auto& each : value.get_object()) each.value() = resolved(each.value(), kept);
    if (value.is_string()) return json::string(resolved(std::string(value.get_string()), kept));
    return value;
}

json::value value_of(std::string const& text, Kept const& kept,
                     std::filesystem::path const& folder) {
    if (text.starts_with('@')) return file_at(folder / text.substr(1));
    if (text.starts_with("base64:")) return file_of(std::string_view(text).substr(7));
    if (!text.empty() && (text[0] == '[' || text[0] == '{'))
        return resolved(json::parse(text), kept);
    if (text.size() > 1 && text.front() == '"' && text.back() == '"')
        return json::string(text.substr(1, text.size() - 2));
    return json::string(resolved(text, kept));
}

std::string unquoted(std::string const& text) {
    bool const quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

Line parse(std::string const& text, Kept const& kept, std::filesystem::path const& folder) {
    Line line;
    bool answering = false;
    for (auto const& word : words_of(text)) {
        if (line.verb.empty()) {
            line.verb = word;
            continue;
        }
        if (word == "->") {
            answering = true;
            continue;
        }
        auto const is = word.find('=');
        if (answering && line.expected.empty()) {
            line.expected = word;
        } else if (is == word.npos) {
            line.words.push_back(word);
        } else if (answering) {
            line.wanted.push_back({word.substr(0, is), unquoted(word.substr(is + 1))});
        } else if (word.starts_with("key=")) {
            line.key = word.substr(4);
        } else {
            line.fields[word.substr(0, is)] = value_of(word.substr(is + 1), kept, folder);
        }
    }
    if (answering && line.expected.empty()) throw std::runtime_error("nothing is expected");
    return line;
}

std::string value_at(json::value const& answer, std::string_view path) {
    auto const* at = &answer;
    bool const count = !path.empty() && path.back() == '#';
    if (count) path.remove_suffix(1);
    for (std::string_view rest = path; !rest.empty();) {
        auto const end = std::min(rest.find_first_of(".["), rest.size());
        auto const name = rest.substr(0, end);
        if (!name.empty()) {
            auto const* field = at->is_object() ? at->get_object().if_contains(name) : nullptr;
            if (!field) throw std::runtime_error("no " + std::string(path));
            at = field;
        }
        rest.remove_prefix(std::min(end + (end < rest.size() && rest[end] == '.'), rest.size()));
        if (!rest.empty() && rest[0] == '[') {
            auto const close = rest.find(']');
            auto const index = std::stoul(std::string(rest.substr(1, close - 1)));
            if (!at->is_array() || index >= at->get_array().size())
                throw std::runtime_error("no " + std::string(path));
            at = &at->get_array()[index];
            rest.remove_prefix(close + 1);
            if (!rest.empty() && rest[0] == '.') rest.remove_prefix(1);
        }
    }
    if (count) return std::to_string(at->is_array() ? at->get_array().size() : 0);
    return at->is_string() ? std::string(at->get_string()) : json::serialize(*at);
}

}  // namespace banshi::scenario
