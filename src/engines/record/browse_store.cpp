#include "engines/record/browse.h"
#include "store/store.h"

namespace banshi::record {

static constexpr std::uint64_t most_looked_at = 5'000;

Stretch entries_below(Transaction& tx, std::string const& log, std::uint64_t before,
                      std::string const& kind, int most) {
    struct Row {
        std::uint64_t seq;
        std::string kind;
        Instant at;
        std::string body, leaf;
    };
    Stretch out;
    auto const lowest = before > most_looked_at ? before - most_looked_at : 0;
    tx.each<Row>(
        "SELECT seq, kind, at, body, leaf FROM log_entry WHERE district = ? AND seq >= ? "
        "AND seq < ? AND substr(kind, 1, length(CAST(? AS TEXT))) = ? ORDER BY seq DESC LIMIT ?",
        [&](Row const& row) {
            out.entries.push_back(
                {row.seq, row.kind, row.at, row.body, hash_of_hex(row.leaf).value_or(Hash{})});
        },
        log, lowest, before, kind, kind, most);
    auto const reached =
        static_cast<int>(out.entries.size()) == most ? out.entries.back().seq : lowest;
    if (reached > 0) out.further = reached;
    return out;
}

// Entries stand in the order of their times, but for the few seconds by which clocks differ.
std::uint64_t place_at(Transaction& tx, std::string const& log, Instant at) {
    std::uint64_t low = 0, high = tip(tx, log).size;
    while (low < high) {
        auto const middle = low + (high - low) / 2;
        auto const found = entry(tx, log, middle);
        if (found && found.value().at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::vector<ListedHead> heads_below(Transaction& tx, std::string const& log, std::uint64_t size,
                                    int most) {
    return tx.all<ListedHead>(
        "SELECT h.size, h.root, h.at, (SELECT COUNT(*) FROM log_cosignature c "
        "WHERE c.district = h.district AND c.size = h.size) FROM log_head h "
        "WHERE h.district = ? AND h.size < ? ORDER BY h.size DESC LIMIT ?",
        log, size, most);
}

void note_erasure(Call& call, std::string const& reason) {
    call.tx.run(
        "INSERT INTO log_erasure (district, id, at, account, reason) VALUES (?, ?, ?, ?, ?)",
        call.district.name(), banshi::fresh<Id<struct ErasureKind>>(call.now, call.random),
        call.now, call.actor.id(), reason);
}

}  // namespace banshi::record
