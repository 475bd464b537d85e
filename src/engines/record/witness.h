#pragma once
// A witness 见证人 (C2SP tlog-witness) puts its name to a head only when the log did nothing but
// grow since the last one it saw. It knows nothing of the entries and needs no database.

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/record/head_file.h"
#include "engines/record/note.h"
#include "engines/record/tree.h"

namespace banshi::record {

// What a log asks: to go from a head that the witness knows to the checkpoint given.
struct AddCheckpoint {
    std::uint64_t old_size = 0;
    Proof proof;             // of the growth; empty from size 0
    std::string checkpoint;  // verbatim
};

std::string written(AddCheckpoint const&);
// Refused: witness.malformed.
Result<AddCheckpoint> read_add_checkpoint(std::string_view);

// As the protocol answers over HTTP.
struct WitnessAnswer {
    int status;
    std::string type;
    std::string body;
};

class Witness {
public:
    // The keys of each log it trusts, by origin.
    using Logs = std::map<std::string, std::vector<VerifierKey>>;

    // The folder keeps the last head of each log, one file each.
    Witness(Signer signer, Logs logs, std::filesystem::path folder);

    // 200 with the cosignature once the head is kept on disk, else 400, 403, 404, 409 with the
    // size it knows, or 422.
    WitnessAnswer add_checkpoint(std::string_view request, Instant now);
    // The last head it put its name to; 404 where there is none. The name is hex SHA-256 of the
    // origin, as in the address.
    WitnessAnswer last_checkpoint(std::string_view origin_hash) const;

private:
    struct Asked;
    WitnessAnswer decide(Asked const&, Instant now) const;
    HeadFile file_of(std::string_view origin) const;
    std::optional<Checkpoint> last_of(std::string const& origin) const;

    Signer signer_;
    Logs logs_;
    std::filesystem::path folder_;
    mutable std::mutex one_at_a_time_;
};

}  // namespace banshi::record
