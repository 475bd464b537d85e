#include "engines/matters/retention.h"

#include <set>

#include "engines/matters/clock_rows.h"
#include "engines/matters/follower_rows.h"
#include "engines/matters/retention_rows.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/matters/texts.h"

namespace banshi::matters {

namespace {

// Who is forgotten may be named in what the office wrote: once the name is gone, nothing can mask
// it any more.
void mask_words(Call& call, Matter const& matter) {
    PublicWords const words(call, matter);
    for (auto const& deed : rows::deeds_of(call, matter.id))
        if (auto const masked = words.of(deed.why); masked != deed.why)
            rows::reword(call, deed, masked);
    for (auto level : rows::levels_of(call, matter.id)) {
        level.answer = words.of(level.answer);
        rows::update(call, level);
    }
    for (auto task : rows::tasks_of(call, matter.id)) {
        task.answer = words.of(task.answer);
        task.grounds = words.of(task.grounds);
        rows::update(call, task);
    }
}

}  // namespace

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
    mask_words(call, matter);
    rows::forget_reporters(call, matter.id);
    rows::forget_originals(call, matter.id);
    rows::drop_followers(call, matter.id);
    step(call, matter, Verb::forget, matter.state, {.why = why});
    return {};
}

void forget_reporter(Call& call, std::string const& book, PersonId const& person,
                     std::string const& phone_lookup) {
    std::set<MatterId> theirs;
    for (auto const& id : rows::reported_by(call, person, "")) theirs.insert(id);
    for (auto const& id : rows::reported_from(call, phone_lookup)) theirs.insert(id);
    for (auto const& id : theirs)
        if (auto const matter = rows::find(call, id).value();
            matter.book == book && type_of(matter.state) == StateType::closed)
            mask_words(call, matter);
    rows::forget_reporter(call, book, person, phone_lookup);
}

}  // namespace banshi::matters
