#include "engines/record/log_writer.h"

#include <bit>

#include "engines/record/record.h"

namespace banshi::record {

static constexpr std::size_t hex_length = 64;

static std::string edge_text(Edge const& edge) {
    std::string text;
    for (auto const& hash : edge.hashes()) text += hex(hash);
    return text;
}

Edge read_edge(Transaction& tx, std::string const& district) {
    struct Row {
        std::uint64_t size;
        std::string edge;
    };
    auto const row = tx.one<Row>("SELECT size, edge FROM log_tip WHERE district = ?", district);
    if (!row) return {};
    std::vector<Hash> hashes;
    for (std::size_t at = 0; at < row->edge.size(); at += hex_length) {
        auto const hash = hash_of_hex(std::string_view(row->edge).substr(at, hex_length));
        if (!hash) throw DamagedLog("log_tip is damaged: its edge is no list of hashes");
        hashes.push_back(*hash);
    }
    if (std::popcount(row->size) != static_cast<int>(hashes.size()))
        throw DamagedLog("log_tip is damaged: its edge does not fit its size");
    return {row->size, std::move(hashes)};
}

LogWriter::LogWriter(Transaction& tx, std::string const& district)
    : tx_(tx), district_(district), edge_(read_edge(tx, district)) {}

std::uint64_t LogWriter::add(std::string_view kind, Instant at, std::string const& body,
                             std::optional<std::int64_t> outbox_id) {
    auto const seq = edge_.size();
    auto const complete = edge_.append(leaf_hash(body));
    tx_.run(
        "INSERT INTO log_entry (district, seq, kind, at, body, leaf, outbox_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        district_, seq, kind, at, body, hex(complete.front().hash), outbox_id);
    for (auto made = complete.begin() + 1; made != complete.end(); ++made)
        tx_.run("INSERT INTO log_node (district, level, idx, hash) VALUES (?, ?, ?, ?)", district_,
                made->node.level, made->node.index, hex(made->hash));
    return seq;
}

void LogWriter::finish() {
    auto const edge = edge_text(edge_);
    auto const changed = tx_.changed("UPDATE log_tip SET size = ?, edge = ? WHERE district = ?",
                                     edge_.size(), edge, district_);
    if (changed == 0)
        tx_.run("INSERT INTO log_tip (district, size, edge) VALUES (?, ?, ?)", district_,
                edge_.size(), edge);
}

}  // namespace banshi::record
