#include "engines/record/log_writer.h"
#include "engines/record/record.h"
#include "store/store.h"

namespace banshi::record {

Trace append_body(Call& call, std::string_view kind, std::string const& body) {
    auto const& district = call.district.name();
    if (call.tx.backend() == Backend::postgres)
        return {call.tx
                    .one<std::int64_t>(
                        "INSERT INTO log_outbox (district, kind, at, body) VALUES (?, ?, ?, ?) "
                        "RETURNING id",
                        district, kind, call.now, body)
                    .value()};
    LogWriter log{call.tx, district};
    auto const seq = log.add(kind, call.now, body, std::nullopt);
    log.finish();
    return {static_cast<std::int64_t>(seq)};
}

std::optional<std::uint64_t> place_of(Transaction& tx, std::string const& district, Trace trace) {
    if (tx.backend() == Backend::sqlite) return static_cast<std::uint64_t>(trace.number);
    return tx.one<std::uint64_t>("SELECT seq FROM log_entry WHERE district = ? AND outbox_id = ?",
                                 district, trace.number);
}

std::optional<std::string> waiting_body(Transaction& tx, std::string const& district, Trace trace) {
    if (tx.backend() == Backend::sqlite) return std::nullopt;
    return tx.one<std::string>("SELECT body FROM log_outbox WHERE district = ? AND id = ?",
                               district, trace.number);
}

std::vector<WaitingEntry> waiting_entries(Transaction& tx, std::string const& district) {
    return tx.all<WaitingEntry>("SELECT kind, body FROM log_outbox WHERE district = ? ORDER BY id",
                                district);
}

static std::optional<Salt> find_salt(Transaction& tx, std::string const& district,
                                     PersonId const& person) {
    auto const text = tx.one<std::string>(
        "SELECT salt FROM who_salt WHERE district = ? AND person = ?", district, person);
    return text ? hash_of_hex(*text) : std::nullopt;
}

Hash who_of(Call& call, PersonId const& person) {
    auto const& district = call.district.name();
    if (auto const known = find_salt(call.tx, district, person)) return who(*known, person);
    Salt salt;
    call.random.fill(salt.bytes);
    call.tx.run("INSERT INTO who_salt (district, person, salt) VALUES (?, ?, ?)", district, person,
                hex(salt));
    return who(salt, person);
}

void forget(Transaction& tx, std::string const& district, PersonId const& person) {
    tx.run("DELETE FROM who_salt WHERE district = ? AND person = ?", district, person);
}

Tip tip(Transaction& tx, std::string const& district) {
    auto const edge = read_edge(tx, district);
    return {edge.size(), edge.root()};
}

static std::uint64_t size_of(Transaction& tx, std::string const& district) {
    return tx.one<std::uint64_t>("SELECT size FROM log_tip WHERE district = ?", district)
        .value_or(0);
}

static Refusal beyond(char const* text, std::uint64_t size) {
    return {Why::invalid, text, {}, {}, {{"size", std::to_string(size)}}};
}

Result<Entry> entry(Transaction& tx, std::string const& district, std::uint64_t seq) {
    struct Row {
        std::string kind;
        Instant at;
        std::string body, leaf;
    };
    auto const row = tx.one<Row>(
        "SELECT kind, at, body, leaf FROM log_entry WHERE district = ? AND seq = ?", district, seq);
    if (!row) return beyond("record.no_such_entry", size_of(tx, district));
    return Entry{seq, row->kind, row->at, row->body, hash_of_hex(row->leaf).value_or(Hash{})};
}

std::vector<std::string> kinds_since(Transaction& tx, std::string const& district,
                                     std::uint64_t seq) {
    return tx.all<std::string>(
        "SELECT kind FROM log_entry WHERE district = ? AND seq >= ? ORDER BY seq", district, seq);
}

ReadNode node_reader(Transaction& tx, std::string const& district) {
    return [&tx, district](Node node) {
        auto const text =
            node.level == 0
                ? tx.one<std::string>("SELECT leaf FROM log_entry WHERE district = ? AND seq = ?",
                                      district, node.index)
                : tx.one<std::string>(
                      "SELECT hash FROM log_node WHERE district = ? AND level = ? AND idx = ?",
                      district, node.level, node.index);
        auto const hash = text ? hash_of_hex(*text) : std::nullopt;
        if (!hash)
            throw DamagedLog("the log is damaged: node " + std::to_string(node.level) + "/" +
                             std::to_string(node.index) + " is missing");
        return *hash;
    };
}

static Result<void> within_log(Transaction& tx, std::string const& district, std::uint64_t size) {
    auto const present = size_of(tx, district);
    if (size > present) return beyond("record.size_beyond_log", present);
    return {};
}

Result<Proof> proof_of(Transaction& tx, std::string const& district, std::uint64_t seq,
                       std::uint64_t size) {
    TRY(within_log(tx, district, size));
    return inclusion_proof(seq, size, node_reader(tx, district));
}

Result<Proof> consistency(Transaction& tx, std::string const& district, std::uint64_t from,
                          std::uint64_t to) {
    TRY(within_log(tx, district, to));
    return consistency_proof(from, to, node_reader(tx, district));
}

Result<Hash> root_at(Transaction& tx, std::string const& district, std::uint64_t size) {
    TRY(within_log(tx, district, size));
    return root_of(size, node_reader(tx, district));
}

static std::string bundle(Transaction& tx, std::string const& district, std::uint64_t first,
                          std::uint64_t end) {
    std::string bytes;
    auto next = first;
    tx.each<std::string>(
        "SELECT body FROM log_entry WHERE district = ? AND seq >= ? AND seq < ? ORDER BY seq",
        [&](std::string const& body) { bytes += bundled(body), ++next; }, district, first, end);
    if (next != end) throw DamagedLog("the log is damaged: a bundle has holes");
    return bytes;
}

static std::string hashes_of(Transaction& tx, std::string const& district, Node first,
                             std::uint64_t count) {
    std::string bytes;
    auto const end = first.index + count;
    auto const add = [&](std::string const& text) {
        bytes += text_of(hash_of_hex(text).value_or(Hash{}));
    };
    if (first.level == 0)
        tx.each<std::string>(
            "SELECT leaf FROM log_entry WHERE district = ? AND seq >= ? AND seq < ? ORDER BY seq",
            add, district, first.index, end);
    else
        tx.each<std::string>(
            "SELECT hash FROM log_node WHERE district = ? AND level = ? AND idx >= ? AND idx < ? "
            "ORDER BY idx",
            add, district, first.level, first.index, end);
    if (bytes.size() != count * Hash{}.bytes.size())
        throw DamagedLog("the log is damaged: a tile has holes");
    return bytes;
}

Result<std::string> tile_bytes(Transaction& tx, std::string const& district, std::uint64_t size,
                               Tile const& tile) {
    if (!has_tile(size, tile)) return Refusal{Why::not_found, "tile.missing", tile_path(tile)};
    TRY(within_log(tx, district, size));
    auto const first = tile.index * tile_width;
    if (tile.level == entries_level) return bundle(tx, district, first, first + tile.width);
    return hashes_of(tx, district, tile_node(tile, 0), tile.width);
}

}  // namespace banshi::record
