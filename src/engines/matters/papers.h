#pragma once
// What each leaf of a matter binds of the rows that hang on it: answers, evaluations that were
// given, levels, clocks, pauses, tasks. Left out is what changes without a deed: colours and the
// deadline of a running clock, and the sentences that lose a name when its person is erased.

#include "engines/matters/matter.h"
#include "engines/record/hash.h"
#include "engines/record/listed.h"

namespace banshi::matters {

// Rows of the program and rows as a verification reads them give the same text.
template <class Answer>
std::string answer_text(Answer const& a) {
    return record::listed("answer", a.serial, a.round, a.outcome, a.text, a.drafted_by,
                          a.drafted_at, a.approved_by, a.approved_at, a.publish_at, a.published_at,
                          a.sent_back);
}

template <class Evaluation>
std::string evaluation_text(Evaluation const& e) {
    return record::listed("evaluation", e.round, e.reporter, e.asked_at, e.expires_at,
                          e.answered_at, e.solved, e.rating, e.reason, e.channel, e.recorded_by);
}

template <class Level>
std::string level_text(Level const& l) {
    return record::listed("level", l.clock, l.level, l.round, l.unit, l.cause, l.nominal_at,
                          l.raised_at, l.ordered_by, l.why, l.order_year, l.order_number,
                          l.new_last_day, l.answered_at, l.answered_by, l.annulled_at,
                          l.annulled_by, l.annulled_why);
}

template <class Clock>
std::string clock_text(Clock const& c) {
    auto text =
        record::listed("clock", c.serial, c.round, c.kind, c.unit, c.task, c.start_at, c.length,
                       c.length_unit, c.roll, c.extension, c.extensions, c.levels_most,
                       c.rules_since, c.ordered_day, c.ended_at, c.end_cause);
    return c.ended_at ? record::listed(std::move(text), c.last_day, c.due) : text;
}

template <class Pause>
std::string pause_text(Pause const& p) {
    return record::listed("pause", p.serial, p.reason, p.from, p.to, p.opened_by, p.closed_by);
}

template <class Task>
std::string task_text(Task const& t) {
    return record::listed("task", t.serial, t.round, t.unit, t.lead, t.forced, t.dispatched_at,
                          t.dispatched_by, t.signed_at, t.handler, t.answered_at, t.ended_at);
}

// The texts above, in this order; each kind in the order of its keys.
record::Hash papers_hash(std::string const& matter, std::string const& papers);
// As the rows stand now.
record::Hash papers_hash(Call&, MatterId const&);

}  // namespace banshi::matters
