#include "cli/pages.h"

#include <array>

namespace banshi::cli {

static std::string entry_of(std::vector<std::string> const& path) {
    static constexpr std::array<std::string_view, 3> audiences{"kiosk", "screen", "console"};
    if (path.size() > 1)
        for (auto const audience : audiences)
            if (path[1] == audience) return "/" + std::string(audience) + ".html";
    return "/citizen.html";
}

static server::Reply districts(City const& city) {
    json::array list;
    for (auto const& each : city.districts)
        if (!each.systems.empty())
            list.push_back(json::object{{"name", each.district.name()},
                                        {"title", each.setting.name},
                                        {"title_en", each.setting.name_en}});
    return {.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}},
            .body = json::serialize(json::object{{"districts", list}}),
            .route = "/districts.json"};
}

std::optional<server::Reply> page(server::StaticFiles const& files, City const& city,
                                  server::Request const& request) {
    if (request.path == std::vector<std::string>{"districts.json"}) return districts(city);
    if (auto found = files.find(request)) return found;
    if (request.path.empty() || !city.find(request.path[0])) return std::nullopt;
    auto entry = request;
    entry.target = entry_of(request.path);
    entry.path = {entry.target.substr(1)};
    return files.find(entry);
}

}  // namespace banshi::cli
