#include <map>

#include "engines/tickets/kept.h"
#include "engines/tickets/leaf.h"
#include "engines/tickets/row_check.h"
#include "store/store.h"

namespace banshi::tickets {

using record::number_field;
using record::text_field;

namespace {

// The leaf of an event: by its place, or by the number it had in the outbox, where `o` may still
// wait.
constexpr Words visits{
    "SELECT t.id, t.hall, t.queue, t.service, t.person, t.state, t.entry, t.priority, t.day, "
    "t.booked_at, t.ends_at, t.slots, t.until, t.number, t.issued_at, t.due, t.tie, "
    "t.return_number, t.at_window, t.stop, t.calls, t.returns, t.moves, t.events, t.changed_at, "
    "t.secret_hash, t.trail, t.stops_hash, e.sequence, e.hall, e.day, e.at, e.since, e.kind, "
    "e.from_state, e.to_state, e.stop, e.service, e.at_window, e.actor, e.reason, e.due, e.passed, "
    "e.seq, l.seq, l.at, l.kind, l.body, o.id FROM tickets t LEFT JOIN ticket_events e ON "
    "e.district = t.district AND e.ticket = t.id "};
constexpr Words leaf_by_place{
    "LEFT JOIN log_entry l ON l.district = e.district AND l.seq = e.seq "};
constexpr Words leaf_by_outbox{
    "LEFT JOIN log_entry l ON l.district = e.district AND l.outbox_id = e.seq "};
constexpr Words in_order{
    "LEFT JOIN log_outbox o ON o.district = e.district AND o.id = e.seq "
    "WHERE t.district = ? AND t.id > ? AND t.id <= ? ORDER BY t.id, e.sequence"};

struct Line {
    std::string id, hall, queue, service;
    std::optional<std::string> person;
    std::string state;
    std::optional<std::string> entry, priority;
    Day day;
    std::optional<Instant> booked_at, ends_at;
    int slots;
    std::optional<Instant> until;
    std::optional<std::string> number;
    std::optional<Instant> issued_at, due;
    std::int64_t tie, return_number;
    std::optional<std::string> window;
    int stop, calls, returns, moves, events;
    Instant changed_at;
    std::string secret_hash, trail, stops_hash;

    std::optional<int> sequence;  // of the event; none: the visit has no event
    std::optional<std::string> event_hall;
    std::optional<Day> event_day;
    std::optional<Instant> at, since;
    std::optional<std::string> kind, from, to;
    std::optional<int> event_stop;
    std::optional<std::string> event_service, event_window, actor, reason;
    std::optional<Instant> event_due;
    std::optional<std::string> passed;
    std::optional<std::int64_t> trace;

    std::optional<std::uint64_t> seq;  // of the leaf
    std::optional<Instant> leaf_at;
    std::optional<std::string> leaf_kind, body;
    std::optional<std::int64_t> waits;
};

// As the program names them.
struct EventRow {
    std::string hall;
    Day day;
    int sequence;
    Instant at, since;
    std::string kind;
    std::optional<std::string> from;
    std::string to;
    int stop;
    std::string service;
    std::optional<std::string> window;
    std::string actor, reason;
    std::optional<Instant> due;
    std::string passed;
};

EventRow event_of(Line const& l) {
    return {*l.event_hall,  *l.event_day, *l.sequence, *l.at,         *l.since,
            *l.kind,        l.from,       *l.to,       *l.event_stop, *l.event_service,
            l.event_window, *l.actor,     *l.reason,   l.event_due,   *l.passed};
}

struct StopRow {
    std::string ticket;
    int stop;
    std::string service, queue;
    std::optional<std::string> window, clerk;
    int served;
};
using Stops = std::map<std::string, std::vector<StopRow>, std::less<>>;

std::optional<std::int64_t> seconds_of(std::optional<Instant> at) {
    if (!at) return std::nullopt;
    return std::chrono::floor<std::chrono::seconds>(*at).time_since_epoch().count();
}

// Fields of a body that are there say this.
bool says(std::string_view body, char const* field, std::string_view value) {
    auto const said = text_field(body, field);
    return said.empty() || said == value;
}

bool says_place(Line const& line) {
    auto const series = line.hall + "/" + written(*line.event_day);
    return says(*line.body, "q", series) && says(*line.body, "s", *line.event_service) &&
           says(*line.body, "w", line.event_window.value_or(""));
}

// A hold that ran out is written down later, with the time at which it did.
bool says_time(Line const& line) {
    auto const at = seconds_of(line.at), leaf = seconds_of(line.leaf_at);
    return at == leaf || (*line.kind == "expired" && at < leaf);
}

// What the program of before wrote without a leaf.
bool was_silent(Line const& line) {
    return !line.trace && (*line.kind == "person_corrected" || *line.kind == "restored");
}

class RowCheck {
public:
    explicit RowCheck(record::Leaves& leaves) : leaves_(leaves) {}

    void see(Line line) {
        if (line.id != last_.id) begin();
        if (!blamed_ && line.sequence.value_or(0) != ++sequence_)
            blame("breach.ticket_events_gone", line);
        bool const owns = line.seq && leaves_.take(*line.seq);
        // One breach tells of a row; what follows from it is not told again.
        if (!blamed_) see_event(line, owns);
        last_ = std::move(line);
    }

    // Of the visits that come next.
    void see_stops(Stops stops) {
        begin();
        last_ = {};
        stops_ = std::move(stops);
    }

    std::vector<record::Breach> finish() {
        begin();
        return std::move(found_);
    }

private:
    void begin() {
        if (!last_.id.empty() && !blamed_) see_row(last_);
        blamed_ = bound_ = waits_ = false;
        sequence_ = 0;
        trail_.clear();
        seq_ = 0;
        due_.reset();
        slot_.clear();
    }

    void see_event(Line const& line, bool owns) {
        auto const wanted = line.kind ? expected(*line.kind) : std::nullopt;
        if (!wanted) return blame("breach.ticket_events_gone", line);
        if (*line.to != boost::describe::enum_to_string(wanted->to, ""))
            return blame("breach.ticket_state", line);
        // Nothing is held any more once it is told of.
        if (wanted->leaf.empty())
            return seq_ > 0 || bound_ ? blame("breach.row_without_leaf", line) : void();
        if (was_silent(line) && !bound_) return;
        waits_ = line.waits && !line.seq;
        if (waits_) return;
        if (!owns) return blame("breach.row_without_leaf", line);
        seq_ = *line.seq;
        compare(line, *wanted);
        if (text_field(*line.body, "b").empty()) return;
        bound_ = true;
        auto const event = event_of(line);
        trail_ = trail_after(trail_, event, event);
    }

    void compare(Line const& line, Expected const& wanted) {
        auto const& body = *line.body;
        if (*line.leaf_kind != wanted.leaf) return blame("breach.ticket_state", line);
        if (!says(body, "n", line.number.value_or("")) || !says(body, "t", line.id))
            return blame("breach.ticket_number", line);
        if (!says_place(line)) return blame("breach.ticket_place", line);
        if (!says_time(line)) return blame("breach.ticket_time", line);
        if (auto const due = number_field(body, "due")) due_ = due;
        if (due_ && seconds_of(line.event_due) != due_) return blame("breach.ticket_due", line);
        // Who is sent on may be put first there.
        if (*line.kind == "transferred") due_.reset();
        if (auto const at = body.find("\"slots\":[\""); at != body.npos)
            slot_ = body.substr(at + 10);
    }

    // The row against its last event.
    void see_row(Line const& line) {
        if (line.sequence != line.events) return blame("breach.ticket_events_gone", line);
        if (line.state != *line.to) return blame("breach.ticket_state", line);
        if (line.changed_at != *line.at) return blame("breach.ticket_time", line);
        if (line.day != *line.event_day) return blame("breach.ticket_place", line);
        bool const at_window = line.state == "called" || line.state == "serving";
        if (at_window && line.window != line.event_window)
            return blame("breach.ticket_place", line);
        if (*line.kind != "transferred" && line.due != line.event_due)
            return blame("breach.ticket_due", line);
        auto const booked = line.booked_at ? written(*line.booked_at, Zone{"UTC"}) : "";
        if (!slot_.empty() && !slot_.starts_with(booked + "\""))
            return blame("breach.ticket_slot", line);
        if (!waits_) see_bound(line);
    }

    void see_bound(Line const& line) {
        auto const bound = line.body ? text_field(*line.body, "b") : std::string_view{};
        if (bound.empty()) return;
        if (line.trail != trail_) return blame("breach.ticket_event", line);
        if (bound != hex(kept_hash(line))) return blame("breach.ticket_kept", line);
        auto const stops = stops_.find(line.id);
        auto const hash =
            hash_of_stops(stops == stops_.end() ? std::vector<StopRow>{} : stops->second);
        if (!line.stops_hash.empty() && line.stops_hash != hash) blame("breach.ticket_stops", line);
    }

    void blame(char const* text, Line const& line) {
        blamed_ = true;
        auto const seq = line.seq.value_or(seq_);
        found_.push_back({text,
                          seq,
                          {{"queue", line.hall},
                           {"day", written(line.day)},
                           {"number", line.number.value_or(line.id)}}});
    }

    record::Leaves& leaves_;
    Line last_{};
    Stops stops_;
    bool blamed_ = false;
    bool bound_ = false;  // by a leaf so far
    bool waits_ = false;  // the last leaf, for its place
    int sequence_ = 0;
    std::string trail_;
    std::uint64_t seq_ = 0;            // of the visit's last leaf so far
    std::optional<std::int64_t> due_;  // as the leaves have it
    std::string slot_;
    std::vector<record::Breach> found_;
};

Stops stops_between(Transaction& tx, std::string const& district, std::string const& after,
                    std::string const& last) {
    Stops stops;
    tx.each<StopRow>(
        "SELECT ticket, stop, service, queue, at_window, clerk, served FROM ticket_stops "
        "WHERE district = ? AND ticket > ? AND ticket <= ? ORDER BY ticket, stop",
        [&](StopRow row) { stops[row.ticket].push_back(std::move(row)); }, district, after, last);
    return stops;
}

// Events and stops of visits that are not there.
void see_orphans(Transaction& tx, std::string const& district, std::vector<record::Breach>& found) {
    tx.each<std::string>(
        "SELECT s.ticket FROM ticket_stops s WHERE s.district = ? AND NOT EXISTS (SELECT 1 FROM "
        "tickets t WHERE t.district = s.district AND t.id = s.ticket) UNION "
        "SELECT e.ticket FROM ticket_events e WHERE e.district = ? AND NOT EXISTS (SELECT 1 FROM "
        "tickets t WHERE t.district = e.district AND t.id = e.ticket) ORDER BY 1",
        [&](std::string const& ticket) {
            found.push_back({"breach.ticket_gone", 0, {{"number", ticket}}});
        },
        district, district);
}

}  // namespace

std::vector<record::Breach> check_rows(Transaction& tx, std::string const& district,
                                       record::Leaves& leaves) {
    RowCheck check{leaves};
    // In parts, since a database may hand over all that it was asked for at once.
    for (std::string after, last;; after = last) {
        last = tx.one<std::string>(
                     "SELECT COALESCE(MAX(id), '') FROM (SELECT id FROM tickets WHERE district = ? "
                     "AND id > ? ORDER BY id LIMIT 5000) part",
                     district, after)
                   .value();
        if (last.empty()) break;
        check.see_stops(stops_between(tx, district, after, last));
        tx.each<Line>(
            tx.backend() == Backend::sqlite ? join<visits, leaf_by_place, in_order>
                                            : join<visits, leaf_by_outbox, in_order>,
            [&](Line line) { check.see(std::move(line)); }, district, after, last);
    }
    auto found = check.finish();
    see_orphans(tx, district, found);
    return found;
}

}  // namespace banshi::tickets
