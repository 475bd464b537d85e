#include "engines/matters/row_check.h"

#include "engines/matters/kept.h"
#include "engines/matters/paper_rows.h"
#include "engines/matters/papers.h"
#include "store/store.h"

namespace banshi::matters {

using record::number_field;
using record::text_field;

namespace {

// The leaf of a row `d`: by its place, or by the number it had in the outbox. `o` still waits
// there.
constexpr Words leaf_by_place{
    "LEFT JOIN log_entry l ON l.district = d.district AND l.seq = d.seq "};
constexpr Words leaf_by_outbox{
    "LEFT JOIN log_entry l ON l.district = d.district AND l.outbox_id = d.seq "};
constexpr Words with_outbox{"LEFT JOIN log_outbox o ON o.district = d.district AND o.id = d.seq "};

constexpr Words of_deeds{
    "SELECT m.id, m.number, m.client, d.at, d.verb, d.to_state, d.round, l.seq, l.at, l.kind, "
    "l.body, o.id FROM matter_deeds d JOIN matters m ON m.district = d.district AND "
    "m.id = d.matter "};
constexpr Words deeds_in_order{
    "WHERE d.district = ? AND d.matter > ? AND d.matter <= ? ORDER BY d.matter, d.sequence"};

constexpr Words of_matters{
    "SELECT m.id, m.book, m.number, m.kind, m.grade, m.category, m.street, m.visibility, m.state, "
    "m.round, m.outcome, m.deeds, m.unit, m.handler, m.leader, m.merged_into, m.previous, m.day, "
    "m.registered_at, m.accepted_at, m.cleared_at, m.due, d.to_state, l.seq, l.body, o.id "
    "FROM matters m LEFT JOIN matter_deeds d ON d.district = m.district AND d.matter = m.id AND "
    "d.sequence = m.deeds "};
constexpr Words matters_in_order{"WHERE m.district = ? AND m.id > ? AND m.id <= ? ORDER BY m.id"};

constexpr Words of_levels{
    "SELECT m.id, m.number, d.round, d.clock, d.level, d.cause, d.nominal_at, l.seq, l.kind, "
    "l.body, o.id FROM matter_levels d JOIN matters m ON m.district = d.district AND "
    "m.id = d.matter "};
constexpr Words levels_in_order{
    "WHERE d.district = ? AND d.matter > ? AND d.matter <= ? "
    "ORDER BY d.matter, d.clock, d.level"};

struct DeedLine {
    std::string id, number, client;
    Instant at;
    std::string verb, to;
    int round;
    std::optional<std::uint64_t> seq;
    std::optional<Instant> leaf_at;
    std::optional<std::string> kind, body;
    std::optional<std::int64_t> waits;
};

struct MatterLine {
    // As in Kept: a row is read into plain fields.
    std::string id, book, number, kind, grade, category, street, visibility, state;
    int round;
    std::optional<std::string> outcome;
    int deeds;
    std::string unit, handler, leader;
    std::optional<std::string> merged_into, previous;
    Day day;
    Instant registered_at;
    std::optional<Instant> accepted_at, cleared_at, due;

    std::optional<std::string> to;
    std::optional<std::uint64_t> seq;
    std::optional<std::string> body;
    std::optional<std::int64_t> waits;

    Kept kept() const {
        return {id,         book,        number,   kind,    grade,         category,    street,
                visibility, state,       round,    outcome, deeds,         unit,        handler,
                leader,     merged_into, previous, day,     registered_at, accepted_at, cleared_at,
                due};
    }
};

struct LevelLine {
    std::string id, number;
    int round, clock, level;
    std::string cause;
    Instant nominal;
    std::optional<std::uint64_t> seq;
    std::optional<std::string> kind, body;
    std::optional<std::int64_t> waits;
};

std::int64_t seconds_of(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

// Work on an answer that waits for its day stands in the record as progress.
bool may_be_quiet(DeedLine const& deed) {
    return deed.verb == "send_back" || deed.to == "answered" || deed.to == "approved";
}

bool says_deed(std::string_view body, DeedLine const& deed) {
    if (*deed.kind == "case.registered") return deed.verb == "file";
    if (number_field(body, "r") != deed.round) return false;
    if (*deed.kind == "case.cleared") return deed.verb == "clear" && deed.to == "cleared";
    if (*deed.kind != "case.moved" || deed.verb == "file" || deed.verb == "clear") return false;
    auto const verb = text_field(body, "v"), state = text_field(body, "s");
    if (verb == deed.verb && state == deed.to) return true;
    return verb == "progress" && state == "working" && may_be_quiet(deed);
}

// The past of a matter that was brought in has the times of its old ledger.
bool says_time(DeedLine const& deed) {
    auto const at = seconds_of(deed.at), leaf = seconds_of(*deed.leaf_at);
    return at == leaf || (deed.client == "import" && at < leaf);
}

class RowCheck {
public:
    RowCheck(Transaction& tx, std::string const& district, record::Leaves& leaves)
        : tx_(tx), district_(district), leaves_(leaves) {}

    // In parts, since a database may hand over all that it was asked for at once.
    std::vector<record::Breach> run() {
        for (std::string after, last;; after = last) {
            last = tx_.one<std::string>(
                          "SELECT COALESCE(MAX(id), '') FROM (SELECT id FROM matters WHERE "
                          "district = ? AND id > ? ORDER BY id LIMIT 2000) part",
                          district_, after)
                       .value();
            if (last.empty()) return std::move(found_);
            check_part(after, last);
        }
    }

private:
    void check_part(std::string const& after, std::string const& last) {
        bool const by_place = tx_.backend() == Backend::sqlite;
        papers_ = papers_between(tx_, district_, after, last);
        tx_.each<DeedLine>(
            by_place ? join<of_deeds, leaf_by_place, with_outbox, deeds_in_order>
                     : join<of_deeds, leaf_by_outbox, with_outbox, deeds_in_order>,
            [this](DeedLine const& deed) { see(deed); }, district_, after, last);
        tx_.each<MatterLine>(
            by_place ? join<of_matters, leaf_by_place, with_outbox, matters_in_order>
                     : join<of_matters, leaf_by_outbox, with_outbox, matters_in_order>,
            [this](MatterLine const& matter) { see(matter); }, district_, after, last);
        tx_.each<LevelLine>(
            by_place ? join<of_levels, leaf_by_place, with_outbox, levels_in_order>
                     : join<of_levels, leaf_by_outbox, with_outbox, levels_in_order>,
            [this](LevelLine const& level) { see(level); }, district_, after, last);
    }

    void see(DeedLine const& deed) {
        auto const& name = deed.number.empty() ? deed.id : deed.number;
        if (!answers(name, deed.seq, deed.waits)) return;
        if (!says_deed(*deed.body, deed))
            blame("breach.matter_deed", *deed.seq, name);
        else if (!says_time(deed))
            blame("breach.matter_time", *deed.seq, name);
    }

    void see(MatterLine const& line) {
        auto const& name = line.number.empty() ? line.id : line.number;
        if (!line.to) return blame("breach.matter_deeds_gone", 0, name);
        if (!line.seq) return;  // waits, or was named with its deed
        auto const said = text_field(*line.body, "n");
        auto const hash = text_field(*line.body, "h");
        if (said != name)
            found_.push_back({"breach.matter_number",
                              *line.seq,
                              {{"number", name}, {"said", std::string(said)}}});
        else if (line.state != *line.to)
            blame("breach.matter_state", *line.seq, name);
        else if (!hash.empty() && hash != record::hex(kept_hash(line.kept())))
            blame("breach.matter_kept", *line.seq, name);
        else if (!are_bound(line))
            blame("breach.matter_papers", *line.seq, name);
    }

    bool are_bound(MatterLine const& line) const {
        auto const found = papers_.find(line.id);
        auto const papers = found == papers_.end() ? Papers{} : found->second;
        // Nobody has worked on what was only filed.
        if (line.deeds == 1) return !papers.worked;
        auto const hash = text_field(*line.body, "p");
        return hash.empty() || hash == record::hex(papers_hash(line.id, papers.text));
    }

    void see(LevelLine const& level) {
        auto const& name = level.number.empty() ? level.id : level.number;
        if (!answers(name, level.seq, level.waits)) return;
        auto const& body = *level.body;
        bool const same =
            *level.kind == "case.escalated" && number_field(body, "r") == level.round &&
            number_field(body, "c") == level.clock && number_field(body, "l") == level.level &&
            text_field(body, "cause") == level.cause &&
            number_field(body, "nominal") == seconds_of(level.nominal);
        if (!same) blame("breach.matter_level", *level.seq, name);
    }

    // Is there a leaf to compare the row with? What was done this very second may wait for its own.
    bool answers(std::string const& name, std::optional<std::uint64_t> seq,
                 std::optional<std::int64_t> waits) {
        if (!seq && waits) return false;
        if (seq && leaves_.take(*seq)) return true;
        blame("breach.row_without_leaf", seq.value_or(0), name);
        return false;
    }

    void blame(char const* text, std::uint64_t seq, std::string const& number) {
        found_.push_back({text, seq, {{"number", number}}});
    }

    Transaction& tx_;
    std::string const& district_;
    record::Leaves& leaves_;
    std::map<std::string, Papers, std::less<>> papers_;
    std::vector<record::Breach> found_;
};

}  // namespace

std::vector<record::Breach> check_rows(Transaction& tx, std::string const& district,
                                       record::Leaves& leaves) {
    return RowCheck{tx, district, leaves}.run();
}

}  // namespace banshi::matters
