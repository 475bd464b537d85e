#pragma once
// The Record 留痕 is the public log of a district: every deed adds one leaf to a Merkle tree, in
// the transaction of the deed. From it follow short proofs for one entry (凭证) and for the whole
// log having only grown. On SQLite an entry has its place at once; on PostgreSQL it waits in an
// outbox for the sequencer, for less than a second.

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engines/record/body.h"
#include "engines/record/kinds.h"
#include "engines/record/tile.h"
#include "engines/record/tree.h"
#include "store/call.h"

namespace banshi::record {

// What an append leaves in the deed's own row, to find the entry again: see place_of.
struct Trace {
    std::int64_t number = 0;
};

struct Entry {
    std::uint64_t seq = 0;
    std::string kind;
    Instant at;
    std::string body;  // as hashed
    Hash leaf;
};

struct Tip {
    std::uint64_t size = 0;
    Hash root = empty_root();
};

// Nodes are missing or no hashes: somebody was at the database. Deeds may go on, proofs and
// signatures may not.
struct DamagedLog : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Adds a leaf for the deed, at the time of the call. It is there if and only if the deed is.
template <class Kind>
Trace append(Call& call, Kind const& deed);
Trace append_body(Call&, std::string_view kind, std::string const& body);

// The person's salted commitment; the salt is made on first use.
Hash who_of(Call&, PersonId const&);
// Erases the person 删除个人信息: no entry can be tied to them any more, every proof still holds.
void forget(Transaction&, std::string const& district, PersonId const&);

// The place of the entry in the log; nothing while it waits in the outbox.
std::optional<std::uint64_t> place_of(Transaction&, std::string const& district, Trace);
// The body of the entry while it waits in the outbox; nothing before and after.
std::optional<std::string> waiting_body(Transaction&, std::string const& district, Trace);
// All that wait, in the order in which they will get their places.
struct WaitingEntry {
    std::string kind, body;
};
std::vector<WaitingEntry> waiting_entries(Transaction&, std::string const& district);

Tip tip(Transaction&, std::string const& district);

// Refused: record.no_such_entry with the present {size}.
Result<Entry> entry(Transaction&, std::string const& district, std::uint64_t seq);

// Refused: record.size_beyond_log with the present {size}, and as inclusion_proof and
// consistency_proof refuse.
Result<Proof> proof_of(Transaction&, std::string const& district, std::uint64_t seq,
                       std::uint64_t size);
Result<Proof> consistency(Transaction&, std::string const& district, std::uint64_t from,
                          std::uint64_t to);
Result<Hash> root_at(Transaction&, std::string const& district, std::uint64_t size);

// The kinds of the entries from `seq` on, in order.
std::vector<std::string> kinds_since(Transaction&, std::string const& district, std::uint64_t seq);

// The bytes of a tile: 32 a hash, or the bundle of entries. Immutable once `size` covers it, so
// `size` should be that of a signed head. Refused: tile.missing.
Result<std::string> tile_bytes(Transaction&, std::string const& district, std::uint64_t size,
                               Tile const&);

// Reads the stored nodes of the district one by one, for the functions of tree.h. It and all
// that use it throw DamagedLog where a node is missing.
ReadNode node_reader(Transaction&, std::string const& district);

template <class Kind>
Trace append(Call& call, Kind const& deed) {
    return append_body(call, Kind::kind, body_of(deed, call.now));
}

}  // namespace banshi::record
