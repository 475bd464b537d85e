#include "server/openapi.h"

#include <algorithm>

#include "server/incoming.h"

namespace banshi::server {

static json::object content(std::string_view type, json::value const& schema) {
    return {{"content", {{type, {{"schema", schema}}}}}};
}

static json::object response(std::string_view description, std::string_view type,
                             json::value const& schema) {
    auto out = content(type, schema);
    out["description"] = description;
    return out;
}

static json::object const problem_ref{{"$ref", "#/components/schemas/Problem"}};
static json::object const key_ref{{"$ref", "#/components/parameters/IdempotencyKey"}};

struct Inputs {
    json::array parameters;
    json::object body;  // empty: none
};

static bool contains(json::array const& words, std::string_view word) {
    return std::ranges::any_of(words, [&](auto const& each) { return each.as_string() == word; });
}

// Fields named in the path, and all fields of a GET or DELETE, are parameters; the rest is
// the body.
static Inputs inputs_of(Route const& route) {
    Inputs out;
    json::object fields;
    json::array needed;
    auto const& required = route.deed.takes.at("required").as_array();
    for (auto const& [name, schema] : route.deed.takes.at("properties").as_object()) {
        bool const in_path = route.path.find("{" + std::string(name) + "}") != std::string::npos;
        bool const must = in_path || contains(required, name);
        if (in_path || route.method == "get" || route.method == "delete") {
            out.parameters.push_back(json::object{{"name", name},
                                                  {"in", in_path ? "path" : "query"},
                                                  {"required", must},
                                                  {"schema", schema}});
        } else {
            fields[name] = schema;
            if (must) needed.emplace_back(name);
        }
    }
    if (route.deed.writes && !route.deed.secret) out.parameters.push_back(key_ref);
    if (!fields.empty())
        out.body = {{"type", "object"},
                    {"additionalProperties", false},
                    {"properties", fields},
                    {"required", needed}};
    return out;
}

static json::object responses_of(Route const& route) {
    json::object out;
    auto const status = std::to_string(route.status);
    if (route.status == 204)
        out[status] = {{"description", "done"}};
    else if (!route.deed.gives)
        out[status] = response("file", "*/*", json::object{{"type", "string"}});
    else
        out[status] = response("ok", "application/json", route.deed.gives());
    if (!route.topic.empty())
        out[status].as_object()["content"].as_object()["text/event-stream"] = {
            {"schema", {{"type", "string"}}}};
    out["4XX"] = response("refused", "application/problem+json", problem_ref);
    out["503"] = response("not now", "application/problem+json", problem_ref);
    return out;
}

static json::object operation(Route const& route, System const& system, Texts const& texts) {
    auto const inputs = inputs_of(route);
    json::array security;
    if (route.deed.right != anyone)
        security = {{{"session", json::array{}}}, {{"device", json::array{}}}};
    json::object out{{"operationId", route.deed.verb},
                     {"summary", texts.say(Language::zh, "api." + route.deed.verb)},
                     {"tags", json::array{system.name}},
                     {"x-right", route.deed.right},
                     {"security", security},
                     {"parameters", inputs.parameters},
                     {"responses", responses_of(route)}};
    if (!inputs.body.empty()) {
        bool const form = takes_files(route);
        auto body = content(form ? "multipart/form-data" : "application/json", inputs.body);
        body["required"] = !inputs.body.at("required").as_array().empty();
        out["requestBody"] = body;
    }
    return out;
}

static json::object components() {
    json::object const text{{"type", "string"}};
    json::object const problem{{"type", "object"},
                               {"required", {"type", "title", "status", "detail", "code"}},
                               {"properties",
                                {{"type", text},
                                 {"title", text},
                                 {"status", {{"type", "integer"}}},
                                 {"detail", text},
                                 {"code", text},
                                 {"field", text},
                                 {"request", text}}}};
    json::object const key{{"name", "Idempotency-Key"},
                           {"in", "header"},
                           {"required", true},
                           {"schema", {{"type", "string"}, {"minLength", 1}, {"maxLength", 128}}}};
    json::object const session{{"type", "apiKey"}, {"in", "cookie"}, {"name", "banshi_session"}};
    json::object const device{{"type", "http"}, {"scheme", "bearer"}};
    return {{"schemas", {{"Problem", problem}}},
            {"parameters", {{"IdempotencyKey", key}}},
            {"securitySchemes", {{"session", session}, {"device", device}}}};
}

json::object openapi(std::vector<System const*> const& systems, Texts const& texts,
                     std::vector<std::string> const& districts) {
    json::object paths;
    json::array tags;
    for (auto const* system : systems) {
        tags.push_back(
            {{"name", system->name}, {"description", texts.say(Language::zh, system->title)}});
        for (auto const& route : system->routes) {
            auto& path = paths[route.path];
            if (!path.is_object()) path.emplace_object();
            path.as_object()[route.method] = operation(route, *system, texts);
        }
    }
    json::object const district{{"default", districts.empty() ? "" : districts.front()},
                                {"enum", json::value_from(districts)}};
    json::object const server{{"url", "/api/v1/{district}"},
                              {"variables", {{"district", district}}}};
    return {{"openapi", "3.1.0"},
            {"info", {{"title", texts.say(Language::zh, "api.title")}, {"version", "1"}}},
            {"servers", json::array{server}},
            {"tags", tags},
            {"paths", paths},
            {"components", components()}};
}

}  // namespace banshi::server
