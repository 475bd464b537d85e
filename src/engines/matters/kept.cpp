#include "engines/matters/kept.h"

namespace banshi::matters {

namespace {

template <class Word>
std::string word_of(Word word) {
    return boost::describe::enum_to_string(word, "");
}

std::string text_of(std::string const& text) { return text; }
std::string text_of(int number) { return std::to_string(number); }
std::string text_of(Day day) { return std::to_string(day.time_since_epoch().count()); }
std::string text_of(Instant at) { return std::to_string(at.time_since_epoch().count()); }
// What is not there is told from what is empty.
template <class Value>
std::string text_of(std::optional<Value> const& value) {
    return value ? "=" + text_of(*value) : "";
}

template <class... Fields>
record::Hash hash_of(Fields const&... fields) {
    std::string text = "banshi-matter-v1";
    ((text += '\0', text += text_of(fields)), ...);
    return record::sha256({text});
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
    return hash_of(k.id, k.book, k.number, k.kind, k.grade, k.category, k.street, k.visibility,
                   k.state, k.round, k.outcome, k.deeds, k.unit, k.handler, k.leader, k.merged_into,
                   k.previous, k.day, k.registered_at, k.accepted_at, k.cleared_at, k.due);
}

}  // namespace banshi::matters
