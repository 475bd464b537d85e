#include "store/store.h"
#include "systems/hall/ticket_rows.h"

namespace banshi::hall::lists {

namespace {

constexpr Words select{
    "SELECT t.id, COALESCE(t.number, ''), t.day, t.service, t.entry, t.state, t.person, "
    "t.booked_at, t.issued_at, "
    "(SELECT MIN(e.at) FROM ticket_events e WHERE e.district = t.district AND e.ticket = t.id "
    "AND e.kind = 'called'), t.at_window, "
    "(SELECT CAST(COALESCE(SUM(e.at - e.since), 0) AS BIGINT) FROM ticket_events e "
    "WHERE e.district = t.district AND e.ticket = t.id AND e.from_state = 'waiting'), "
    "(SELECT CAST(COALESCE(SUM(e.at - e.since), 0) AS BIGINT) FROM ticket_events e "
    "WHERE e.district = t.district AND e.ticket = t.id AND e.from_state = 'serving') "
    "FROM tickets t "};

template <class Word>
std::string word_of(std::optional<Word> const& word) {
    return word ? boost::describe::enum_to_string(*word, "") : "";
}

}  // namespace

std::vector<Row> page(Call& call, ListTickets const& form, Place const& after, int limit) {
    auto const state = word_of(form.state), entry = word_of(form.entry);
    auto const service = form.service ? form.service->text : "";
    auto const among = word_of(form.among);
    // Places that were only held and given back are no visits.
    return call.tx.all<Row>(
        join<select,
             "WHERE t.district = ? AND t.hall = ? AND t.day >= ? AND t.day <= ? "
             "AND (t.day > ? OR t.id > ?) AND t.state <> 'held' "
             "AND NOT (t.state = 'cancelled' AND t.person IS NULL) "
             "AND ? IN ('', t.state) AND ? IN ('', t.entry) AND ? IN ('', t.service) "
             "AND CASE ? WHEN 'booked' THEN t.booked_at IS NOT NULL AND t.person IS NOT NULL "
             "WHEN 'issued' THEN t.number IS NOT NULL "
             "WHEN 'called' THEN EXISTS (SELECT 1 FROM ticket_events e WHERE "
             "e.district = t.district AND e.ticket = t.id AND e.kind = 'called') "
             "WHEN 'still_open' THEN t.state IN ('booked', 'waiting', 'called', 'serving', "
             "'parked', 'missed') ELSE 1 = 1 END "
             "ORDER BY t.day, t.id LIMIT ?">,
        call.district.name(), form.hall, std::max(form.from, after.day), form.to, after.day,
        after.ticket, state, entry, service, among, limit);
}

std::optional<Row> find(Call& call, HallId const& hall, TicketId const& ticket) {
    return call.tx.one<Row>(join<select, "WHERE t.district = ? AND t.hall = ? AND t.id = ?">,
                            call.district.name(), hall, ticket);
}

}  // namespace banshi::hall::lists
