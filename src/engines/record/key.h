#pragma once
// Ed25519 keys as signed notes know them (C2SP signed-note, tlog-cosignature): a name, a short
// id and 32 bytes. One key signs for one purpose: as the log itself 日志 or as a witness 见证人.

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/random.h"
#include "base/result.h"
#include "base/time.h"

namespace banshi::record {

enum class KeyKind : std::uint8_t { log = 0x01, witness = 0x04 };

using Seed = std::array<std::uint8_t, 32>;

// The public half, spread in advance to everyone who shall check.
struct VerifierKey {
    std::string name;
    KeyKind kind = KeyKind::log;
    std::array<std::uint8_t, 32> bytes{};

    bool operator==(VerifierKey const&) const = default;
    std::array<std::uint8_t, 4> id() const;
    // `signature` without the key's id: 64 bytes of a log, 8 of time and 64 of a witness.
    bool verifies(std::string_view text, std::string_view signature) const;
};

// name+hex(id)+base64(kind || key). Reading refuses key.malformed.
std::string written(VerifierKey const&);
Result<VerifierKey> read_verifier_key(std::string_view);

// Not empty, valid UTF-8, no blanks of any alphabet, no plus sign, no control characters.
bool is_key_name(std::string_view);

// The secret half.
class Signer {
public:
    Signer(std::string name, KeyKind, Seed const&);

    VerifierKey const& verifier() const { return verifier_; }
    // One signature line with its newline. `now` counts for a witness only: a log's signature
    // bears no time.
    std::string sign(std::string_view text, Instant now) const;

private:
    std::string signature(std::string_view text) const;

    VerifierKey verifier_;
    std::shared_ptr<void> key_;  // EVP_PKEY, kept out of this header
};

// The key file holds the name, the kind and the seed, readable by its owner alone (0600).
// Making one never overwrites: std::system_error when the file exists or cannot be written.
Signer make_key_file(std::filesystem::path const&, std::string name, KeyKind, Random&);
// Throws std::runtime_error when the file is missing, malformed, or open to others.
Signer load_key_file(std::filesystem::path const&);

}  // namespace banshi::record
