#include "server/perform.h"

#include "engines/people/keys.h"
#include "store/idempotency.h"

namespace banshi::server {

Result<Performed> perform(Call& call, Deed const& deed, json::object const& request,
                          shape::Source source, std::string const& key) {
    if (key.empty() || deed.secret) return Performed{TRY(deed.serve(call, request, source))};

    // Keyed, for a request may hold an ID number, which a plain hash would not hide.
    auto const print = people::lookup_hash(deed.verb, json::serialize(request));
    if (auto const kept = idempotency::find(call, key)) {
        if (kept->request != print)
            return Refusal{Why::invalid, "idempotency.key_reused", key, "Idempotency-Key"};
        auto const told = deed.sealed ? people::unseal(kept->answer) : kept->answer;
        return Performed{{json::parse(told), {}}, true};
    }
    auto answer = TRY(deed.serve(call, request, source));
    if (!answer.file) {
        auto const told = json::serialize(answer.body);
        auto const kept = deed.sealed ? people::seal(told, call.random) : told;
        idempotency::keep(call, key, {print, kept});
    }
    return Performed{std::move(answer)};
}

}  // namespace banshi::server
