#include "server/perform.h"

#include <map>

#include "base/calendar.h"
#include "engines/people/keys.h"
#include "store/idempotency.h"

namespace banshi::server {

// What is said in the words of the request stays the same in whatever order it was written.
static json::value in_order(json::value const& value) {
    if (auto const* list = value.if_array()) {
        json::array out;
        for (auto const& each : *list) out.push_back(in_order(each));
        return out;
    }
    auto const* object = value.if_object();
    if (!object) return value;
    std::map<std::string_view, json::value> sorted;
    for (auto const& [name, each] : *object) sorted.emplace(name, in_order(each));
    json::object out;
    for (auto& [name, each] : sorted) out.emplace(name, std::move(each));
    return out;
}

static Result<Answer> serve(Call& call, Deed const& deed, json::object const& request,
                            shape::Source source) try {
    return deed.serve(call, request, source);
} catch (MissingYear const& missing) {
    return Refusal{Why::conflict,
                   "calendar.year_missing",
                   missing.what(),
                   "",
                   {{"year", std::to_string(missing.year)}}};
}

Result<Performed> perform(Call& call, Deed const& deed, json::object const& request,
                          shape::Source source, std::string const& key) {
    if (key.empty() || deed.secret) return Performed{TRY(serve(call, deed, request, source))};

    // Keyed, for a request may hold an ID number, which a plain hash would not hide.
    auto const print = people::lookup_hash(deed.verb, json::serialize(in_order(request)));
    if (auto const kept = idempotency::find(call, key)) {
        if (kept->request != print)
            return Refusal{Why::invalid, "idempotency.key_reused", key, "Idempotency-Key"};
        auto const told = deed.sealed ? people::unseal(kept->answer) : kept->answer;
        return Performed{{json::parse(told), {}}, true};
    }
    auto answer = TRY(serve(call, deed, request, source));
    if (!answer.file) {
        auto const told = json::serialize(answer.body);
        auto const kept = deed.sealed ? people::seal(told, call.random) : told;
        idempotency::keep(call, key, {print, kept});
    }
    return Performed{std::move(answer)};
}

}  // namespace banshi::server
