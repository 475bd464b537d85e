#include "engines/matters/retention.h"

#include "engines/matters/follower_rows.h"
#include "engines/matters/retention_rows.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"

namespace banshi::matters {

std::vector<Matter> forgettable(Call& call, std::string const& book, std::string const& kind,
                                Instant before, int limit) {
    std::vector<Matter> out;
    for (auto const& id : rows::forgettable(call, book, kind, before, limit))
        out.push_back(rows::find(call, id).value());
    return out;
}

Result<void> forget(Call& call, Matter& matter, std::string const& why) {
    TRY(way(call, matter, Verb::forget));
    TRY(need(why, "matter.reason_missing", "why"));
    rows::forget_reporters(call, matter.id);
    rows::forget_originals(call, matter.id);
    rows::drop_followers(call, matter.id);
    step(call, matter, Verb::forget, matter.state, {.why = why});
    return {};
}

void forget_reporter(Call& call, std::string const& book, PersonId const& person,
                     std::string const& phone_lookup) {
    rows::forget_reporter(call, book, person, phone_lookup);
}

}  // namespace banshi::matters
