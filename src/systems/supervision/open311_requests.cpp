// What was reported and how it goes: one request, or many, newest first.

#include <algorithm>

#include "engines/files/files.h"
#include "engines/matters/lists.h"
#include "engines/matters/texts.h"
#include "engines/people/keys.h"
#include "systems/supervision/open311_rows.h"
#include "systems/supervision/open311_talk.h"
#include "systems/supervision/words.h"

namespace banshi::supervision::open311 {

namespace {

using matters::Matter;

json::value degrees(std::optional<std::int64_t> const& value) {
    if (!value) return nullptr;
    return static_cast<double>(*value) / 1e7;
}

json::value time(Call const& call, Instant at) {
    return json::value(written(std::chrono::floor<Seconds>(at), call.district.zone()));
}

// The first photo that everybody may see.
json::value photo_of(Call& call, Matter const& matter) {
    for (auto const* part : {"report/", "matter/"})
        for (auto const& file : files::list_published(call, part + matter.id.text))
            if (file.width > 0) {
                auto site = call.district.address();
                site.resize(site.size() - call.district.name().size());
                return json::value(site + "api/v1/" + call.district.name() + "/matters/" +
                                   matter.number + "/files/" + file.id.text);
            }
    return nullptr;
}

json::object shown(Visit const& visit, Matter const& matter, Standing const& standing) {
    auto& call = visit.call;
    auto const remote = rows::find_remote(call, matter.id);
    bool const promised = !standing.closed && matter.due && !matter.stopped;
    return {
        {"service_request_id", matter.number},
        {"status", standing.closed ? "closed" : "open"},
        {"status_notes", text_or_null(standing.notes)},
        {"service_name", category_name(call, matter.category)},
        {"service_code", matter.category},
        {"description", text_or_null(matters::is_released(call, matter) ? matter.text : "")},
        {"agency_responsible",
         text_or_null(matter.unit.empty() ? "" : unit_name(call, matter.unit))},
        {"service_notice", text_or_null(promise_of(call, matter))},
        {"requested_datetime", time(call, matter.registered_at)},
        {"updated_datetime", time(call, standing.changed)},
        {"expected_datetime", promised ? time(call, *matter.due - Seconds{1}) : nullptr},
        {"address", text_or_null(matter.place)},
        {"address_id", text_or_null(remote ? remote->address_id : "")},
        {"zipcode", nullptr},
        {"lat", degrees(matter.latitude)},
        {"long", degrees(matter.longitude)},
        {"media_url", photo_of(call, matter)},
    };
}

struct Wanted {
    std::vector<std::string> codes;
    bool open, closed;
};

Result<Wanted> wanted(Visit const& visit) {
    Wanted out{visit.parameters.list("service_code"), false, false};
    auto const states = visit.parameters.list("status");
    for (auto const& written : states) {
        auto const state = lower(written);
        if (state != "open" && state != "closed") return wrong("open311.status", "status", written);
        (state == "open" ? out.open : out.closed) = true;
    }
    if (states.empty()) out.open = out.closed = true;
    for (auto const& code : out.codes)
        if (!visit.call.district.policy<Settings>().book.category(code))
            return not_found("open311.service_not_found", "service_code", code);
    return out;
}

bool fits(Wanted const& wanted, Matter const& matter) {
    return wanted.codes.empty() ||
           std::ranges::find(wanted.codes, matter.category) != wanted.codes.end();
}

// Walks the list page by page until the page that is asked for is full, and one more is known.
Told walk(Visit const& visit, Wanted const& wanted, Window const& window, PageAsked const& page) {
    auto& call = visit.call;
    matters::Filter filter{.book = book_name, .from = window.from, .to = window.to};
    if (wanted.codes.size() == 1) filter.category = wanted.codes.front();
    Told told{"service_requests", "request", json::array{}};
    auto left = static_cast<std::int64_t>(page.page - 1) * page.size;
    std::optional<matters::Place> after;
    do {
        auto const some =
            matters::list_page(call, filter, {}, matters::Order::newest, after, page.size);
        for (auto const& matter : some.matters) {
            if (!fits(wanted, matter) || !is_public(matter)) continue;
            auto const standing = standing_of(call, matter);
            if (!(standing.closed ? wanted.closed : wanted.open)) continue;
            if (left-- > 0) continue;
            auto& list = told.value.as_array();
            if (list.size() == static_cast<std::size_t>(page.size)) {
                told.next_page = page.page + 1;
                return told;
            }
            list.push_back(shown(visit, matter, standing));
            told.changed = std::max(told.changed.value_or(standing.changed), standing.changed);
        }
        after = some.next;
    } while (after);
    return told;
}

}  // namespace

Told requests(Visit const& visit) {
    auto const ids = visit.parameters.list("service_request_id");
    if (!ids.empty()) {
        Told told{"service_requests", "request", json::array{}};
        for (auto const& id : ids) {
            auto const matter = public_matter(visit.call, id);
            if (!matter || told.value.as_array().size() == 1000) continue;
            auto const standing = standing_of(visit.call, matter.value());
            told.value.as_array().push_back(shown(visit, matter.value(), standing));
        }
        return told;
    }
    auto const filter = TRY(wanted(visit));
    auto const window = TRY(window_of(visit, most_days));
    auto const page = TRY(page_of(visit));
    return walk(visit, filter, window, page);
}

Told request(Visit const& visit) {
    auto const matter = TRY(public_matter(visit.call, visit.address.name));
    auto const standing = standing_of(visit.call, matter);
    Told told{"service_requests", "request", json::array{shown(visit, matter, standing)}};
    told.changed = standing.changed;
    return told;
}

Told token(Visit const& visit) {
    auto& call = visit.call;
    auto const& name = visit.address.name;
    auto const remote = rows::find_remote_by_token(call, people::token_hash(name));
    if (!remote) return not_found("open311.token_not_found", "token", name);
    auto const matter = TRY(matters::find(call, remote->matter));
    json::object shown;
    if (matter.numbered()) shown["service_request_id"] = matter.number;
    shown["token"] = name;
    return {"service_requests", "request", json::array{std::move(shown)}};
}

}  // namespace banshi::supervision::open311
