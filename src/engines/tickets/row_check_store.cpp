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
    "SELECT t.id, t.hall, t.number, t.state, t.day, t.due, t.booked_at, t.at_window, t.events, "
    "t.changed_at, e.sequence, e.day, e.at, e.kind, e.to_state, e.service, e.at_window, e.due, "
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
    std::string id, hall;
    std::optional<std::string> number;
    std::string state;
    Day day;
    std::optional<Instant> due, booked_at;
    std::optional<std::string> window;
    int events;
    Instant changed_at;

    std::optional<int> sequence;  // of the event; none: the visit has no event
    std::optional<Day> event_day;
    std::optional<Instant> at;
    std::optional<std::string> kind, to, service, event_window;
    std::optional<Instant> event_due;
    std::optional<std::int64_t> trace;

    std::optional<std::uint64_t> seq;  // of the leaf
    std::optional<Instant> leaf_at;
    std::optional<std::string> leaf_kind, body;
    std::optional<std::int64_t> waits;
};

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
    return says(*line.body, "q", series) && says(*line.body, "s", *line.service) &&
           says(*line.body, "w", line.event_window.value_or(""));
}

// A hold that ran out is written down later, with the time at which it did.
bool says_time(Line const& line) {
    auto const at = seconds_of(line.at), leaf = seconds_of(line.leaf_at);
    return at == leaf || (*line.kind == "expired" && at < leaf);
}

class RowCheck {
public:
    explicit RowCheck(record::Leaves& leaves) : leaves_(leaves) {}

    void see(Line line) {
        if (line.id != last_.id) begin();
        bool const owns = line.seq && leaves_.take(*line.seq);
        // One breach tells of a row; what follows from it is not told again.
        if (!blamed_) see_event(line, owns);
        last_ = std::move(line);
    }

    std::vector<record::Breach> finish() {
        begin();
        return std::move(found_);
    }

private:
    void begin() {
        if (!last_.id.empty() && !blamed_) see_row(last_);
        blamed_ = false;
        seq_ = 0;
        due_.reset();
        slot_.clear();
    }

    void see_event(Line const& line, bool owns) {
        auto const wanted = line.kind ? expected(*line.kind) : std::nullopt;
        if (!wanted) return blame("breach.ticket_events_gone", line);
        if (*line.to != boost::describe::enum_to_string(wanted->to, ""))
            return blame("breach.ticket_state", line);
        if (wanted->leaf.empty()) return;
        if (line.waits && !line.seq) return;
        if (!owns) return blame("breach.row_without_leaf", line);
        seq_ = *line.seq;
        compare(line, *wanted);
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
    bool blamed_ = false;
    std::uint64_t seq_ = 0;            // of the visit's last leaf so far
    std::optional<std::int64_t> due_;  // as the leaves have it
    std::string slot_;
    std::vector<record::Breach> found_;
};

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
        tx.each<Line>(
            tx.backend() == Backend::sqlite ? join<visits, leaf_by_place, in_order>
                                            : join<visits, leaf_by_outbox, in_order>,
            [&](Line line) { check.see(std::move(line)); }, district, after, last);
    }
    return check.finish();
}

}  // namespace banshi::tickets
