#include "engines/record/witnesses.h"

#include "store/store.h"

namespace banshi::record {

std::vector<VerifierKey> Witnesses::keys() const {
    std::vector<VerifierKey> keys;
    for (auto const& each : all) keys.push_back(each.key);
    return keys;
}

std::vector<Cosignature> cosignatures(Transaction& tx, std::string const& log, std::uint64_t size) {
    return tx.all<Cosignature>(
        "SELECT witness, size, at FROM log_cosignature WHERE district = ? AND size = ? "
        "ORDER BY witness",
        log, size);
}

std::optional<Cosignature> newest_of(Transaction& tx, std::string const& log,
                                     std::string const& witness) {
    return tx.one<Cosignature>(
        "SELECT witness, size, at FROM log_cosignature WHERE district = ? AND witness = ? "
        "ORDER BY size DESC LIMIT 1",
        log, witness);
}

std::optional<Witnessed> newest_witnessed(Transaction& tx, std::string const& log, int needed) {
    return tx.one<Witnessed>(
        "SELECT h.size, h.at FROM log_head h WHERE h.district = ? AND "
        "(SELECT COUNT(*) FROM log_cosignature c WHERE c.district = h.district "
        "AND c.size = h.size) >= ? ORDER BY h.size DESC LIMIT 1",
        log, needed);
}

void note_answer(Transaction& tx, std::string const& log, WitnessTalk const& talk) {
    tx.run(
        "INSERT INTO log_witness (district, witness, at, answer) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district, witness) DO UPDATE SET at = excluded.at, answer = excluded.answer",
        log, talk.witness, talk.at, talk.answer);
}

std::vector<WitnessTalk> last_answers(Transaction& tx, std::string const& log) {
    return tx.all<WitnessTalk>(
        "SELECT witness, at, answer FROM log_witness WHERE district = ? ORDER BY witness", log);
}

}  // namespace banshi::record
