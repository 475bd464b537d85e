#pragma once
// The rows behind evaluation 好差评. They decide nothing.

#include "engines/record/listed.h"
#include "engines/record/record.h"
#include "engines/tickets/tickets.h"
#include "systems/hall/report.h"

namespace banshi::hall {

BOOST_DESCRIBE_ENUM(Grade, very_satisfied, satisfied, basically_satisfied, dissatisfied,
                    very_dissatisfied)

namespace evaluations {

struct Given {
    TicketId ticket;
    int stop;
    HallId hall;
    Day day;
    ServiceId service;
    WindowId window;
    Grade grade;
    std::string reasons;  // keys, with commas
    std::string words;    // sealed in the table
    std::string salt;
    Instant at;
};
// What its leaf binds: of the program's row, or of one as a verification reads it, words opened.
template <class Row>
record::Hash bound(Row const& row) {
    return record::sealed(
        record::hash_of_hex(row.salt).value_or(record::Salt{}),
        record::listed("banshi-evaluation-v1", row.ticket, row.stop, row.hall, row.day, row.service,
                       row.window, row.grade, row.reasons, row.words, row.at));
}
// Says whether it is the first of its stop; a second one changes nothing.
bool keep(Call&, Given const&, record::Trace);
bool is_given(Call&, TicketId const&, int stop);
// That the clerk asked for it; asking again changes nothing.
void note_request(Call&, tickets::Ticket const&, int stop, WindowId const&);
bool is_requested(Call&, TicketId const&, int stop);

struct Opened {
    std::string id;
    TicketId ticket;
    int stop;
    Day contact_by;
    Day answer_by;
};
void open_follow_up(Call&, HallId const&, Opened const&);

struct Row {
    std::string id;
    TicketId ticket;
    std::string number;
    std::optional<PersonId> person;
    Day day;
    Grade grade;
    std::string reasons;
    std::string words;
    Day contact_by;
    Day answer_by;
    std::optional<Instant> contacted_at;
    std::string answer;
    std::optional<Instant> answered_at;
};
// Open ones first, the most urgent first; then the answered ones, the latest first.
std::vector<Row> follow_ups(Call&, HallId const&, int limit);
std::optional<Row> find_follow_up(Call&, HallId const&, std::string const& id);
void note_contact(Call&, std::string const& id);
void note_answer(Call&, std::string const& id, std::string const& answer);
// Open ones whose contact or answer was due before the day.
std::int64_t count_late(Call&, HallId const&, Day today);
std::int64_t count_open(Call&, HallId const&);

// Sums, by window and grade: never who gave which.
struct Sum {
    WindowId window;
    Grade grade;
    std::int64_t count;
};
std::vector<Sum> sums(Call&, HallId const&, Day from, Day to);
// Visits with at least one grade.
std::int64_t count_graded(Call&, HallId const&, Day from, Day to);
struct ReasonsGiven {
    WindowId window;
    std::string reasons;
};
std::vector<ReasonsGiven> reasons(Call&, HallId const&, Day from, Day to);

}  // namespace evaluations
}  // namespace banshi::hall
