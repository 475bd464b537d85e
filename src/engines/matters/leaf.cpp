#include "engines/matters/leaf.h"

#include "engines/matters/clocks.h"
#include "engines/matters/kept.h"
#include "engines/record/record.h"

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

}  // namespace

std::int64_t append_leaf(Call& call, Matter const& matter, Verb verb) {
    auto const n = name_of(matter);
    auto const h = kept_hash(kept_of(matter));
    if (verb == Verb::file)
        return record::append(call, record::CaseRegistered{n, matter.book, matter.kind, h}).number;
    if (verb == Verb::clear)
        return record::append(call, record::CaseCleared{n, matter.round, mark(*matter.outcome), h})
            .number;
    bool const quiet = is_quiet(call, matter, verb);
    auto const told = quiet ? Verb::progress : verb;
    auto const stands = quiet ? State::working : matter.state;
    return record::append(call, record::CaseMoved{n, mark(told), mark(stands), matter.round, h})
        .number;
}

std::int64_t append_leaf(Call& call, Matter const& matter, LevelRow const& level) {
    return record::append(
               call, record::CaseEscalated{name_of(matter), matter.round, level.clock, level.level,
                                           mark(level.cause), level.nominal_at})
        .number;
}

}  // namespace banshi::matters
