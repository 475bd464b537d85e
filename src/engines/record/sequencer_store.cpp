#include "engines/record/sequencer.h"

#include "engines/record/log_writer.h"
#include "store/store.h"

namespace banshi::record {

namespace {

constexpr int a_turn = 1000;

struct Waiting {
    std::int64_t id;
    std::string kind;
    Instant at;
    std::string body;
};

// Held to the end of the transaction, which is as long as it is needed.
bool is_sequencer(Transaction& tx, std::string const& district) {
    return tx.one<std::int64_t>(
                 "SELECT CASE WHEN pg_try_advisory_xact_lock(6962, hashtext(?)) THEN 1 ELSE 0 END",
                 district)
               .value() != 0;
}

}  // namespace

int sequence_outbox(Transaction& tx, std::string const& district, int limit) {
    if (tx.backend() == Backend::sqlite || !is_sequencer(tx, district)) return 0;
    auto const waiting = tx.all<Waiting>(
        "SELECT id, kind, at, body FROM log_outbox WHERE district = ? ORDER BY id LIMIT ?",
        district, limit);
    if (waiting.empty()) return 0;

    LogWriter log{tx, district};
    for (auto const& [id, kind, at, body] : waiting) log.add(kind, at, body, id);
    log.finish();
    // One snapshot serves the whole transaction, so this deletes the rows just read: a smaller id
    // that commits meanwhile is not seen and stays for the next turn.
    tx.run("DELETE FROM log_outbox WHERE district = ? AND id <= ?", district, waiting.back().id);
    return static_cast<int>(waiting.size());
}

void sequence_waiting(Store& store, std::string const& district) {
    if (store.backend() == Backend::sqlite) return;
    for (int moved = a_turn; moved == a_turn;)
        store.write_now([&](Transaction& tx) {
            moved = sequence_outbox(tx, district, a_turn);
            return moved > 0;
        });
}

std::optional<Instant> oldest_waiting(Transaction& tx, std::string const& district) {
    if (tx.backend() == Backend::sqlite) return std::nullopt;
    return tx.one<Instant>("SELECT at FROM log_outbox WHERE district = ? ORDER BY id LIMIT 1",
                           district);
}

}  // namespace banshi::record
