#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/matters/telling.h"

namespace banshi::matters {

namespace {

// Going up from `into`, do we meet `gone`?
Result<bool> hangs_on(Call& call, Matter into, MatterId const& gone) {
    while (into.id != gone) {
        if (!into.merged_into) return false;
        into = TRY(find(call, *into.merged_into));
    }
    return true;
}

// Who sees it: what everybody reads must not bring out what the office alone knows.
Visibility circle_of(Visibility visibility) {
    return visibility == Visibility::anonymous ? Visibility::open : visibility;
}

}  // namespace

Result<void> merge(Call& call, Matter& into, Matter& gone, std::string const& why) {
    if (into.id == gone.id) return Refusal{Why::invalid, "merge.self", into.id.text, "into"};
    auto const to = TRY(way(call, gone, Verb::merge));
    TRY(need(why, "matter.reason_missing", "why"));
    if (TRY(hangs_on(call, into, gone.id)))
        return Refusal{Why::invalid, "merge.cycle", into.id.text, "into"};
    if (circle_of(into.visibility) != circle_of(gone.visibility))
        return Refusal{Why::invalid, "merge.kind", into.id.text, "into", {{"number", into.number}}};
    // An answer that was approved is not theirs any more.
    if (type_of(into.state) != StateType::open || into.state == State::approved)
        return Refusal{
            Why::conflict, "merge.closed", into.id.text, "into", {{"number", into.number}}};
    join_clocks(call, into, gone);
    rows::copy_reporters(call, gone.id, into.id);
    // Before the other hangs on it: who follows that one hears of it by their own number.
    step(call, into, Verb::merge, into.state, {why, {{"gone", gone.number}}});
    gone.merged_into = into.id;
    step(call, gone, Verb::merge, to, {why, {{"into", into.number}}});
    tell_reporters(call, gone, "merged", {{"into", into.number}});
    return {};
}

Result<void> unmerge(Call& call, Matter& gone, std::string const& why) {
    TRY(way(call, gone, Verb::unmerge));
    TRY(need(why, "matter.reason_missing", "why"));
    auto into = TRY(find(call, gone.merged_into.value()));
    auto const before = rows::latest_deed(call, gone.id, Verb::merge);
    part_clocks(call, into, gone);
    rows::drop_copied_reporters(call, into.id, gone.id);
    gone.merged_into.reset();
    step(call, gone, Verb::unmerge, before.value().from.value(), {why, {{"from", into.number}}});
    step(call, into, Verb::unmerge, into.state, {why, {{"gone", gone.number}}});
    tell_reporters(call, gone, "parted", {{"from", into.number}});
    return {};
}

}  // namespace banshi::matters
