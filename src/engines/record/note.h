#pragma once
// Signed notes and checkpoints 签名树头 (C2SP signed-note, tlog-checkpoint): a few lines of text
// that state the size and the root of a log, and below them who signed for it.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/record/hash.h"
#include "engines/record/key.h"

namespace banshi::record {

struct NoteSignature {
    std::string name;
    std::array<std::uint8_t, 4> key_id{};
    std::string bytes;  // what follows the id
    std::string line;   // as it stood, with its newline
};

struct Note {
    std::string text;  // what is signed, with its last newline
    std::vector<NoteSignature> signatures;
};

// Reads without believing. Refused: note.malformed.
Result<Note> read_note(std::string_view);

// A note with only those signatures that a known key made. Signatures of unknown keys are
// passed over. Refused: note.malformed; note.bad_signature when a known key's signature is wrong;
// note.unsigned when no known key signed.
Result<Note> open_note(std::string_view, std::span<VerifierKey const> known);

struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Hash root;
    bool operator==(Checkpoint const&) const = default;
};

std::string written(Checkpoint const&);
// From the text of a note. Further lines, which the standard allows and we never write, are
// passed over. Refused: checkpoint.malformed.
Result<Checkpoint> read_checkpoint(std::string_view text);

// The whole checkpoint as published: its text, an empty line, one line a signer.
std::string sign_checkpoint(Checkpoint const&, std::span<Signer const> signers, Instant now);

// A checkpoint that the log itself signed, and the names of the known witnesses 见证人 beside it.
struct SignedHead {
    Checkpoint checkpoint;
    std::vector<std::string> witnesses;
};

// Opens the note with the known keys of the log and of witnesses. Witnesses alone do not make a
// head. Refused as above; note.unsigned without a signature of the log; checkpoint.other_origin.
Result<SignedHead> open_checkpoint(std::string_view note, std::string const& origin,
                                   std::span<VerifierKey const> known);

}  // namespace banshi::record
