#include "engines/record/logs.h"

#include "engines/record/audit.h"
#include "engines/record/note.h"
#include "engines/record/record.h"
#include "store/store.h"

namespace banshi::record {

namespace {

struct AnchorRow {
    std::uint64_t size;
    std::int64_t trace;
};

std::optional<AnchorRow> newest_row(Transaction& tx, std::string const& log) {
    return tx.one<AnchorRow>(
        "SELECT size, trace FROM log_anchor WHERE district = ? ORDER BY size DESC LIMIT 1", log);
}

struct SignedRow {
    std::uint64_t size;
    std::string note;
};

}  // namespace

bool take_in_head(Call& city, std::string const& log) {
    // As it was signed: signatures of witnesses come later, and not on every node alike.
    auto const head = city.tx.one<SignedRow>(
        "SELECT size, note FROM log_head WHERE district = ? ORDER BY size DESC LIMIT 1", log);
    auto const before = newest_row(city.tx, log);
    if (!head || head->size == 0 || (before && before->size >= head->size)) return false;
    auto const trace = append(city, LogHead{read_note(head->note).value()});
    city.tx.run("INSERT INTO log_anchor (district, size, trace) VALUES (?, ?, ?)", log, head->size,
                trace.number);
    return true;
}

std::optional<Anchor> newest_anchor(Transaction& tx, std::string const& log) {
    auto const row = newest_row(tx, log);
    if (!row) return std::nullopt;
    return Anchor{row->size, place_of(tx, city_log, Trace{row->trace})};
}

std::vector<std::string> heads_taken_in(Transaction& tx, std::string const& origin) {
    std::vector<std::string> notes;
    tx.each<std::string>(
        "SELECT body FROM log_entry WHERE district = ? AND kind = ? ORDER BY seq",
        [&](std::string const& body) {
            auto note = public_text_field(body, "note");
            if (note.starts_with(origin + "\n")) notes.push_back(std::move(note));
        },
        city_log, LogHead::kind);
    return notes;
}

}  // namespace banshi::record
