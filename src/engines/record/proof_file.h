#pragma once
// A proof file 凭证文件 (C2SP tlog-proof) lets one person check one entry years later, off line:
// the entry's place, the hashes up to the root, and the signed checkpoint that states the root.

#include <span>
#include <string>
#include <string_view>

#include "engines/record/note.h"
#include "engines/record/tree.h"

namespace banshi::record {

struct ProofFile {
    std::uint64_t index = 0;
    Proof hashes;
    std::string checkpoint;  // verbatim, with its signatures
};

std::string written(ProofFile const&);
// Refused: proof_file.malformed.
Result<ProofFile> read_proof_file(std::string_view);

// Does the file prove that this body is in the log? Refused with the check that failed:
// proof_file.*, note.*, checkpoint.* or proof.*.
Result<SignedHead> check_proof_file(std::string_view file, std::string_view body,
                                    std::string const& origin, std::span<VerifierKey const> known);

}  // namespace banshi::record
