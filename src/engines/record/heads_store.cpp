#include "engines/record/heads.h"

#include "base/check.h"
#include "engines/record/record.h"
#include "engines/record/witness.h"
#include "store/store.h"

namespace banshi::record {

namespace {

struct HeadRow {
    std::uint64_t size;
    std::string root;
    Instant at;
    std::string note;
};

Head whole(Transaction& tx, std::string const& district, HeadRow row) {
    tx.each<std::string>(
        "SELECT line FROM log_cosignature WHERE district = ? AND size = ? ORDER BY witness",
        [&](std::string const& line) { row.note += line; }, district, row.size);
    return {row.size, hash_of_hex(row.root).value_or(Hash{}), row.at, std::move(row.note)};
}

void insert_head(Transaction& tx, std::string const& district, Checkpoint const& head,
                 std::string const& note, Instant now) {
    tx.run(
        "INSERT INTO log_head (district, size, root, at, note) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (district, size) DO NOTHING",
        district, head.size, hex(head.root), now, note);
}

}  // namespace

std::optional<Head> newest_head(Transaction& tx, std::string const& district) {
    auto row = tx.one<HeadRow>(
        "SELECT size, root, at, note FROM log_head WHERE district = ? ORDER BY size DESC LIMIT 1",
        district);
    return row ? std::optional{whole(tx, district, std::move(*row))} : std::nullopt;
}

std::optional<Head> head_of_size(Transaction& tx, std::string const& district, std::uint64_t size) {
    auto row =
        tx.one<HeadRow>("SELECT size, root, at, note FROM log_head WHERE district = ? AND size = ?",
                        district, size);
    return row ? std::optional{whole(tx, district, std::move(*row))} : std::nullopt;
}

Result<std::string> proof_file(Transaction& tx, std::string const& district, std::uint64_t seq) {
    TRY(entry(tx, district, seq));
    auto const head = newest_head(tx, district);
    if (!head || head->size <= seq) return Refusal{Why::conflict, "record.not_signed_yet"};
    auto const proof = TRY(proof_of(tx, district, seq, head->size));
    return written(ProofFile{seq, proof, head->note});
}

Result<int> keep_cosignatures(Transaction& tx, std::string const& district, std::uint64_t size,
                              std::string_view lines, std::span<VerifierKey const> witnesses,
                              Instant now) {
    auto const note = tx.one<std::string>(
        "SELECT note FROM log_head WHERE district = ? AND size = ?", district, size);
    if (!note) return Refusal{Why::not_found, "head.missing"};
    auto const opened = TRY(open_note(*note + std::string(lines), witnesses));
    std::int64_t kept = 0;
    for (auto const& signature : opened.signatures)
        kept += tx.changed(
            "INSERT INTO log_cosignature (district, size, witness, at, line) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (district, size, witness) DO NOTHING",
            district, size, signature.name, now, signature.line);
    return static_cast<int>(kept);
}

Result<std::string> witness_request(Transaction& tx, std::string const& district,
                                    std::uint64_t size, std::uint64_t old_size) {
    auto const note = tx.one<std::string>(
        "SELECT note FROM log_head WHERE district = ? AND size = ?", district, size);
    if (!note) return Refusal{Why::not_found, "head.missing"};
    AddCheckpoint request{old_size, {}, *note};
    if (old_size > 0) request.proof = TRY(consistency(tx, district, old_size, size));
    return written(request);
}

// What the database says of the log, all from one moment and all of it committed: a head over
// entries that are then rolled back would bind us to a log that never was.
struct HeadSigner::Snapshot {
    Checkpoint present;
    // The head file; where that was lost, the newest head in the database is better than none.
    std::optional<Checkpoint> before;
    Proof growth;  // what the nodes say of the way from there to here
};

HeadSigner::HeadSigner(std::string district, std::string origin, std::vector<Signer> signers,
                       HeadFile file)
    : district_(std::move(district)),
      origin_(std::move(origin)),
      signers_(std::move(signers)),
      file_(std::move(file)) {
    CHECK(!signers_.empty());
}

Result<std::optional<Checkpoint>> HeadSigner::signed_before(std::string const& text) const {
    Refusal const damaged{
        Why::conflict, "log.head_file_damaged", {}, {}, {{"path", file_.path().string()}}};
    auto const note = read_note(text);
    if (!note) return damaged;
    auto const checkpoint = read_checkpoint(note.value().text);
    if (!checkpoint || checkpoint.value().origin != origin_) return damaged;
    return std::optional{checkpoint.value()};
}

Result<void> HeadSigner::consistent(Snapshot const& snapshot) const {
    auto const& [present, before, growth] = snapshot;
    if (!before || before->size == 0) return {};
    Facts const facts{{"size", std::to_string(present.size)},
                      {"signed", std::to_string(before->size)},
                      {"path", file_.path().string()}};
    if (present.size < before->size)
        return Refusal{Why::conflict, "log.behind_signed_head", {}, {}, facts};
    // Checked as any client will: it also finds entries that were added to another history.
    if (!check_consistency(before->size, present.size, before->root, present.root, growth))
        return Refusal{Why::conflict, "log.contradicts_head", {}, {}, facts};
    return {};
}

void HeadSigner::look(Transaction& tx, Snapshot& snapshot) const {
    auto const [size, root] = tip(tx, district_);
    auto const read = node_reader(tx, district_);
    snapshot.present = {origin_, size, root_of(size, read)};
    if (root != snapshot.present.root) throw DamagedLog("the log is damaged: its tip differs");
    auto& before = snapshot.before;
    if (auto const head = newest_head(tx, district_); head && !before)
        before = {origin_, head->size, head->root};
    auto const from = before ? before->size : 0;
    if (from > 0 && from <= size) snapshot.growth = consistency_proof(from, size, read).value();
}

std::string HeadSigner::signed_anew(Checkpoint const& head, Instant now) const {
    auto note = sign_checkpoint(head, signers_, now);
    for (auto const& line : further_) note += line(written(head));
    return note;
}

Result<std::string> HeadSigner::sign(Store& store, Instant now) {
    std::lock_guard const alone(one_at_a_time_);
    auto const last_note = file_.read();
    Snapshot snapshot;
    if (last_note) snapshot.before = TRY(signed_before(*last_note));
    try {
        store.read_now([&](Transaction& tx) { look(tx, snapshot); });
    } catch (DamagedLog const& damage) {
        return Refusal{Why::conflict, "log.damaged", damage.what()};
    }
    TRY(consistent(snapshot));

    bool const unchanged = last_note && snapshot.before == snapshot.present;
    auto const note = unchanged ? *last_note : signed_anew(snapshot.present, now);
    // The file first: what may become public must already be remembered.
    if (!unchanged) file_.replace(note);
    store.write_now([&](Transaction& tx) {
        insert_head(tx, district_, snapshot.present, note, now);
        return true;
    });
    return note;
}

}  // namespace banshi::record
