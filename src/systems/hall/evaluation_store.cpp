#include "engines/people/keys.h"
#include "store/store.h"
#include "systems/hall/evaluation_rows.h"

namespace banshi::hall::evaluations {

bool keep(Call& call, Given const& given, record::Trace leaf) {
    call.tx.announce("hall/" + given.hall.text);
    return call.tx.changed(
               "INSERT INTO hall_evaluations (district, ticket, stop, hall, day, service, "
               "at_window, grade, reasons, words, salt, at, seq) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (district, ticket, stop) DO NOTHING",
               call.district.name(), given.ticket, given.stop, given.hall, given.day, given.service,
               given.window, given.grade, given.reasons,
               people::seal_filled(given.words, call.random), given.salt, given.at,
               leaf.number) > 0;
}

bool is_given(Call& call, TicketId const& ticket, int stop) {
    return call.tx
        .one<int>(
            "SELECT stop FROM hall_evaluations WHERE district = ? AND ticket = ? AND stop = ?",
            call.district.name(), ticket, stop)
        .has_value();
}

void note_request(Call& call, tickets::Ticket const& ticket, int stop, WindowId const& window) {
    call.tx.announce("hall/" + ticket.hall.text);
    call.tx.run(
        "INSERT INTO hall_evaluation_requests (district, ticket, stop, at_window, by_whom, at) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (district, ticket, stop) DO NOTHING",
        call.district.name(), ticket.id, stop, window, call.actor.id(), call.now);
}

bool is_requested(Call& call, TicketId const& ticket, int stop) {
    return call.tx
        .one<int>(
            "SELECT stop FROM hall_evaluation_requests WHERE district = ? AND ticket = ? "
            "AND stop = ?",
            call.district.name(), ticket, stop)
        .has_value();
}

void open_follow_up(Call& call, HallId const& hall, Opened const& opened) {
    call.tx.run(
        "INSERT INTO hall_follow_ups (district, id, hall, ticket, stop, contact_by, answer_by, "
        "answer, answered_by) VALUES (?, ?, ?, ?, ?, ?, ?, '', '')",
        call.district.name(), opened.id, hall, opened.ticket, opened.stop, opened.contact_by,
        opened.answer_by);
}

namespace {

constexpr Words select{
    "SELECT f.id, f.ticket, t.number, t.person, t.day, e.grade, e.reasons, e.words, f.contact_by, "
    "f.answer_by, f.contacted_at, f.answer, f.answered_at FROM hall_follow_ups f "
    "JOIN hall_evaluations e ON e.district = f.district AND e.ticket = f.ticket "
    "AND e.stop = f.stop JOIN tickets t ON t.district = f.district AND t.id = f.ticket "};

}  // namespace

std::vector<Row> follow_ups(Call& call, HallId const& hall, int limit) {
    auto rows =
        call.tx.all<Row>(join<select,
                              "WHERE f.district = ? AND f.hall = ? AND f.answered_at IS NULL "
                              "ORDER BY f.answer_by, f.id LIMIT ?">,
                         call.district.name(), hall, limit);
    auto const answered =
        call.tx.all<Row>(join<select,
                              "WHERE f.district = ? AND f.hall = ? AND f.answered_at IS NOT NULL "
                              "ORDER BY f.answered_at DESC, f.id LIMIT ?">,
                         call.district.name(), hall, limit);
    rows.insert(rows.end(), answered.begin(), answered.end());
    return rows;
}

std::optional<Row> find_follow_up(Call& call, HallId const& hall, std::string const& id) {
    return call.tx.one<Row>(join<select, "WHERE f.district = ? AND f.hall = ? AND f.id = ?">,
                            call.district.name(), hall, id);
}

void note_contact(Call& call, std::string const& id) {
    call.tx.run("UPDATE hall_follow_ups SET contacted_at = ? WHERE district = ? AND id = ?",
                call.now, call.district.name(), id);
}

void note_answer(Call& call, std::string const& id, std::string const& answer) {
    call.tx.run(
        "UPDATE hall_follow_ups SET answer = ?, answered_by = ?, answered_at = ? "
        "WHERE district = ? AND id = ?",
        answer, call.actor.id(), call.now, call.district.name(), id);
}

std::int64_t count_late(Call& call, HallId const& hall, Day today) {
    return call.tx
        .one<std::int64_t>(
            "SELECT COUNT(*) FROM hall_follow_ups WHERE district = ? AND hall = ? "
            "AND answered_at IS NULL AND (answer_by < ? OR (contact_by < ? AND contacted_at IS "
            "NULL))",
            call.district.name(), hall, today, today)
        .value();
}

std::int64_t count_open(Call& call, HallId const& hall) {
    return call.tx
        .one<std::int64_t>(
            "SELECT COUNT(*) FROM hall_follow_ups WHERE district = ? AND hall = ? "
            "AND answered_at IS NULL",
            call.district.name(), hall)
        .value();
}

std::vector<Sum> sums(Call& call, HallId const& hall, Day from, Day to) {
    return call.tx.all<Sum>(
        "SELECT at_window, grade, COUNT(*) FROM hall_evaluations WHERE district = ? AND hall = ? "
        "AND day >= ? AND day <= ? GROUP BY at_window, grade "
        "ORDER BY LENGTH(at_window), at_window, grade",
        call.district.name(), hall, from, to);
}

std::int64_t count_graded(Call& call, HallId const& hall, Day from, Day to) {
    return call.tx
        .one<std::int64_t>(
            "SELECT COUNT(DISTINCT ticket) FROM hall_evaluations WHERE district = ? AND hall = ? "
            "AND day >= ? AND day <= ?",
            call.district.name(), hall, from, to)
        .value();
}

std::vector<ReasonsGiven> reasons(Call& call, HallId const& hall, Day from, Day to) {
    return call.tx.all<ReasonsGiven>(
        "SELECT at_window, reasons FROM hall_evaluations WHERE district = ? AND hall = ? "
        "AND day >= ? AND day <= ? AND reasons <> ''",
        call.district.name(), hall, from, to);
}

}  // namespace banshi::hall::evaluations
