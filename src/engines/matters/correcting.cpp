// What was registered wrongly, put right; the deed keeps what stood there before.

#include <algorithm>

#include "engines/matters/clock_rows.h"
#include "engines/matters/evaluations.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"
#include "engines/matters/telling.h"
#include "engines/matters/words.h"

namespace banshi::matters {

namespace {

std::string fact_of(std::string const& value) { return value; }
std::string fact_of(OrgId const& value) { return value.text; }

// From and to, as the ledger reads them.
template <class Value>
void put(json::object& facts, char const* name, Value& field, std::optional<Value> const& to) {
    if (!to || *to == field) return;
    facts[name] = json::array{fact_of(field), fact_of(*to)};
    field = *to;
}

Result<void> check(Book const& book, Matter const& matter, Correction const& form) {
    if (form.kind && !book.has_kind(*form.kind))
        return Refusal{Why::invalid, "matter.kind", *form.kind, "kind"};
    if (!form.category || *form.category == matter.category) return {};
    auto const* const category = book.category(*form.category);
    if (!category) return Refusal{Why::invalid, "matter.category", *form.category, "category"};
    if (category->retired)
        return Refusal{Why::invalid, "matter.category_retired", *form.category, "category"};
    return {};
}

// A petition has a limit as a whole, which it had not as what it was taken for.
void start_missing(Call& call, Matter& matter) {
    auto const clocks = clocks_of(call, matter.id);
    bool const has = std::ranges::any_of(clocks, [&](RunningClock const& clock) {
        return clock.kind == ClockKind::total && clock.round == matter.round;
    });
    if (!has && matter.accepted_at && matter.round == 1)
        start_clock(call, matter, ClockKind::total, *matter.accepted_at);
}

}  // namespace

Result<void> correct(Call& call, Matter& matter, Correction const& form, std::string const& why) {
    TRY(way(call, matter, Verb::correct));
    TRY(need(why, "matter.reason_missing", "why"));
    TRY(check(book(call.district, matter.book), matter, form));
    auto const before = matter;
    json::object facts;
    put(facts, "kind", matter.kind, form.kind);
    put(facts, "category", matter.category, form.category);
    put(facts, "street", matter.street, form.street);
    put(facts, "place", matter.place, form.place);
    if (facts.empty()) return Refusal{Why::invalid, "correct.nothing", matter.id.text};
    rows::move(call, before, matter);
    recount_answer(call, before, matter);
    auto const due = matter.due;
    relimit_clocks(call, matter);
    start_missing(call, matter);
    step(call, matter, Verb::correct, matter.state, {why, std::move(facts)});
    rows::insert_words(call, matter, words_of(matter));
    if (matter.due && matter.due != due)
        tell_reporters(
            call, matter, "due_moved",
            {{"why", why},
             {"day", written(call.district.zone().day_of(*matter.due - std::chrono::seconds{1}))}});
    return {};
}

}  // namespace banshi::matters
