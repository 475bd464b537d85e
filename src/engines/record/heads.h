#pragma once
// Signed heads 签名树头 of a log: the size and root that the log stands by. Never are two signed
// that contradict each other, also not after yesterday's backup was restored: then deeds go on,
// signing is refused, and the alarm says why.

#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "engines/record/head_file.h"
#include "engines/record/note.h"
#include "engines/record/proof_file.h"

namespace banshi {
class Store;
class Transaction;
}  // namespace banshi

namespace banshi::record {

struct Head {
    std::uint64_t size = 0;
    Hash root;
    Instant at;
    std::string note;  // as signed, with the cosignatures that came since
};

// Announced by whoever wants a head over what stands now.
inline constexpr char const* wanted_topic = "record/wanted";

// The newest head, and the one of exactly this size.
std::optional<Head> newest_head(Transaction&, std::string const& district);
std::optional<Head> head_of_size(Transaction&, std::string const& district, std::uint64_t size);

// The proof file of an entry under the newest head. Refused: record.no_such_entry;
// record.not_signed_yet when no head covers it so far.
Result<std::string> proof_file(Transaction&, std::string const& district, std::uint64_t seq);

// Keeps those signature lines of witnesses that verify for the head of this size, and gives how
// many. Refused: head.missing, note.malformed, note.bad_signature, note.unsigned.
Result<int> keep_cosignatures(Transaction&, std::string const& district, std::uint64_t size,
                              std::string_view lines, std::span<VerifierKey const> witnesses,
                              Instant now);

// What to post to a witness that knows the log at the old size. Refused: head.missing for a size
// that was not signed, and as consistency_proof refuses.
Result<std::string> witness_request(Transaction&, std::string const& district, std::uint64_t size,
                                    std::uint64_t old_size);

// Signs the heads of one log. One object a log and process; safe from many threads.
class HeadSigner {
public:
    // More than one signer while a key is being changed: the new one signs beside the old.
    HeadSigner(std::string district, std::string origin, std::vector<Signer> signers,
               HeadFile file);

    // A further signature below the log's own: gives the line for the text. Before the first sign.
    using Further = std::function<std::string(std::string_view text)>;
    void add(Further further) { further_.push_back(std::move(further)); }

    std::string const& log() const { return district_; }
    std::string const& origin() const { return origin_; }

    // Signs what is committed and gives the checkpoint; that of before when nothing was added.
    // Never call it from inside a transaction of the store. Refused, and nothing signed:
    //   log.behind_signed_head  the database holds less than was signed: {size} of {signed}
    //   log.contradicts_head    its nodes do not give the root that was signed at {signed}
    //   log.damaged             nodes are missing or the tip differs; the verification names them
    //   log.head_file_damaged   the file {path} is no checkpoint of this log
    Result<std::string> sign(Store&, Instant now);

private:
    struct Snapshot;
    Result<std::optional<Checkpoint>> signed_before(std::string const& note) const;
    void look(Transaction&, Snapshot&) const;
    std::string signed_anew(Checkpoint const&, Instant now) const;
    Result<void> consistent(Snapshot const&) const;

    std::string district_, origin_;
    std::vector<Signer> signers_;
    std::vector<Further> further_;
    HeadFile file_;
    std::mutex one_at_a_time_;
};

}  // namespace banshi::record
