#include "engines/matters/kept.h"

#include "engines/record/listed.h"

namespace banshi::matters {

namespace {

template <class Word>
std::string word_of(Word word) {
    return boost::describe::enum_to_string(word, "");
}

}  // namespace

Kept kept_of(Matter const& m) {
    Kept kept{m.id.text,
              m.book,
              m.number,
              m.kind,
              m.grade,
              m.category,
              m.street.text,
              word_of(m.visibility),
              word_of(m.state),
              m.round,
              {},
              m.deeds,
              m.unit.text,
              m.handler.text,
              m.leader,
              {},
              {},
              m.day,
              m.registered_at,
              m.accepted_at,
              m.cleared_at,
              m.due};
    if (m.outcome) kept.outcome = word_of(*m.outcome);
    if (m.merged_into) kept.merged_into = m.merged_into->text;
    if (m.previous) kept.previous = m.previous->text;
    return kept;
}

record::Hash kept_hash(Kept const& k) {
    return record::sha256({record::listed(
        "banshi-matter-v1", k.id, k.book, k.number, k.kind, k.grade, k.category, k.street,
        k.visibility, k.state, k.round, k.outcome, k.deeds, k.unit, k.handler, k.leader,
        k.merged_into, k.previous, k.day, k.registered_at, k.accepted_at, k.cleared_at, k.due)});
}

}  // namespace banshi::matters
