#include "server/router.h"

#include <algorithm>

#include "base/check.h"
#include "server/http.h"

namespace banshi::server {

static bool is_field(std::string_view part) { return part.starts_with('{'); }

static std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    CHECK(path.starts_with('/'));
    while (!path.empty()) {
        path.remove_prefix(1);
        parts.emplace_back(path.substr(0, path.find('/')));
        path.remove_prefix(parts.back().size());
    }
    return parts;
}

Router::Router(std::vector<System const*> const& systems) {
    for (auto const* system : systems)
        for (auto const& route : system->routes) {
            auto parts = parts_of(route.path);
            CHECK(!is_field(parts[0]));
            auto& entries = entries_[{parts.size(), parts[0]}];
            entries.push_back({std::move(parts), &route});
        }
    for (auto& [key, entries] : entries_)
        std::ranges::stable_sort(entries, [](Entry const& a, Entry const& b) {
            return std::ranges::lexicographical_compare(a.parts, b.parts, {}, is_field, is_field);
        });
}

static bool fits(std::vector<std::string> const& parts, std::span<std::string const> path) {
    return std::ranges::equal(parts, path, [](auto const& part, auto const& segment) {
        return is_field(part) ? !segment.empty() : part == segment;
    });
}

static Fields fields_in(std::vector<std::string> const& parts, std::span<std::string const> path) {
    Fields fields;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (is_field(parts[i]))
            fields.emplace_back(parts[i].substr(1, parts[i].size() - 2), path[i]);
    return fields;
}

Found Router::find(std::string_view method, std::span<std::string const> path) const {
    if (path.empty()) return {};
    auto const entries = entries_.find({path.size(), path[0]});
    if (entries == entries_.end()) return {};
    if (method == "HEAD") method = "GET";

    std::vector<std::string> allow;
    for (auto const& [parts, route] : entries->second) {
        if (!fits(parts, path)) continue;
        std::string word = route->method;
        std::ranges::transform(word, word.begin(), [](char c) { return char(c - 32); });
        if (word == method) return {route, fields_in(parts, path)};
        allow.push_back(word);
        if (word == "GET") allow.emplace_back("HEAD");
    }
    Found found;
    std::ranges::sort(allow);
    allow.erase(std::unique(allow.begin(), allow.end()), allow.end());
    for (auto const& word : allow) found.allow += word + ", ";
    if (!found.allow.empty()) found.allow += "OPTIONS";
    return found;
}

}  // namespace banshi::server
