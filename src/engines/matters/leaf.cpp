#include "engines/matters/leaf.h"

#include "engines/matters/clocks.h"
#include "engines/matters/kept.h"
#include "engines/matters/papers.h"
#include "engines/record/leaf_run.h"

namespace banshi::matters {

namespace {

template <class Word>
record::Mark mark(Word word) {
    return boost::describe::enum_to_string(word, "");
}

// A draft, and what a clerk has yet to number, go by their id.
record::Mark name_of(Matter const& matter) {
    return matter.numbered() ? record::Mark(matter.number) : record::Mark(matter.id);
}

// Where answers wait for their day, none is told of before it: it is work in progress.
bool is_quiet(Call& call, Matter const& matter, Verb verb) {
    bool const near = verb == Verb::send_back || matter.state == State::answered ||
                      matter.state == State::approved;
    return near && book(call.district, matter.book).rules_on(matter.day).publishes;
}

record::CaseEscalated escalated(Matter const& matter, LevelRow const& level) {
    return {name_of(matter), matter.round,      level.clock,
            level.level,     mark(level.cause), level.nominal_at};
}

template <class Append>
std::int64_t leaf_of(Call& call, Matter const& matter, Verb verb, std::optional<record::Hash> p,
                     Append const& append) {
    auto const n = name_of(matter);
    auto const h = kept_hash(kept_of(matter));
    if (verb == Verb::file)
        return append(record::CaseRegistered{n, matter.book, matter.kind, h}).number;
    if (verb == Verb::clear)
        return append(record::CaseCleared{n, matter.round, mark(*matter.outcome), h, p}).number;
    bool const quiet = is_quiet(call, matter, verb);
    auto const told = quiet ? Verb::progress : verb;
    auto const stands = quiet ? State::working : matter.state;
    return append(record::CaseMoved{n, mark(told), mark(stands), matter.round, h, p}).number;
}

}  // namespace

std::int64_t append_leaf(Call& call, Matter const& matter, Verb verb) {
    // What is new has nothing yet but its clocks.
    auto const p = verb == Verb::file ? std::nullopt : std::optional{papers_hash(call, matter.id)};
    return leaf_of(call, matter, verb, p,
                   [&](auto const& deed) { return record::append(call, deed); });
}

std::int64_t append_leaf(Call& call, record::LeafRun& leaves, Matter const& matter, Verb verb) {
    return leaf_of(call, matter, verb, {}, [&](auto const& deed) { return leaves.append(deed); });
}

std::int64_t append_leaf(Call& call, Matter const& matter, LevelRow const& level) {
    return record::append(call, escalated(matter, level)).number;
}

std::int64_t append_leaf(record::LeafRun& leaves, Matter const& matter, LevelRow const& level) {
    return leaves.append(escalated(matter, level)).number;
}

}  // namespace banshi::matters
