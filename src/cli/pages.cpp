#include "cli/pages.h"

#include <algorithm>
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

static bool is_plain(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](unsigned char c) {
        return std::isalnum(c) || c == '-' || c == '_';
    });
}

// Where a phone without scripts is sent: the ticket as plain text. Nothing for other pages.
static std::string plain_ticket(server::Request const& request) {
    std::string hall, ticket;
    for (auto const& [name, value] : request.query) {
        if (name == "hall") hall = value;
        if (name == "ticket") ticket = value;
    }
    if (request.path.size() != 2 || request.path[1] != "ticket") return {};
    if (!is_plain(hall) || !is_plain(ticket)) return {};
    return "/api/v1/" + request.path[0] + "/halls/" + hall + "/tickets/" + ticket + "/plain";
}

static server::Reply ticket_page(server::Reply whole, std::string const& plain) {
    auto html = *whole.shared;
    html.insert(html.find("</head>"), "<noscript><meta http-equiv=\"refresh\" content=\"0; url=" +
                                          plain + "\"></noscript>\n");
    whole.shared.reset();
    whole.body = std::move(html);
    std::erase_if(whole.headers, [](auto const& each) {
        return each.first == "ETag" || each.first == "Accept-Ranges";
    });
    return whole;
}

// No page has a dot in its last part: a proof, a map or a picture that is not there is no page.
static bool names_file(std::vector<std::string> const& path) {
    return path.back().find('.') != std::string::npos;
}

// The list of the districts, for a reader whose address leads nowhere; programs get a problem.
static std::optional<server::Reply> lost(server::StaticFiles const& files,
                                         server::Request request) {
    if (request.header("Accept").find("text/html") == std::string_view::npos) return std::nullopt;
    request.path = {};
    request.headers.clear();
    auto list = files.find(request);
    if (list) list->status = 404;
    return list;
}

std::optional<server::Reply> page(server::StaticFiles const& files, City const& city,
                                  server::Request const& request) {
    if (request.path == std::vector<std::string>{"districts.json"}) return districts(city);
    if (auto found = files.find(request)) return found;
    if (request.path.empty()) return std::nullopt;
    if (!city.find(request.path[0]) || names_file(request.path)) return lost(files, request);
    auto entry = request;
    entry.target = entry_of(request.path);
    entry.path = {entry.target.substr(1)};
    auto const plain = plain_ticket(request);
    if (plain.empty()) return files.find(entry);
    entry.headers.clear();  // as it is: neither packed nor a part nor known from before
    auto whole = files.find(entry);
    return whole && whole->shared ? ticket_page(*std::move(whole), plain) : whole;
}

}  // namespace banshi::cli
