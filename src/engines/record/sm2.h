#pragma once
// A second signature of the log by SM2 with SM3 国密 (GB/T 32918, GB/T 32905), where regulations
// ask for it. It stands beside the Ed25519 signature as a line of a kind of its own, which clients
// that do not know it pass over (C2SP signed-note, type ff). The tree stays SHA-256.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace banshi::record {

class Sm2Signer {
public:
    // Makes the key and its file, which its owner alone can read; never overwrites.
    static Sm2Signer make(std::filesystem::path const&, std::string name);
    // Throws std::runtime_error when the file is missing, malformed, or open to others.
    static Sm2Signer load(std::filesystem::path const&, std::string name);

    // name+hex(id)+base64(ff || "sm2-with-sm3" || 00 || point of 65 bytes)
    std::string verifier() const;
    // One signature line with its newline.
    std::string sign(std::string_view text) const;

private:
    Sm2Signer(std::string name, std::shared_ptr<void> key);
    std::string type_and_key() const;

    std::string name_;
    std::shared_ptr<void> key_;  // EVP_PKEY, kept out of this header
};

// Did this key sign the text, with one of these lines? Refused: key.malformed, note.unsigned,
// note.bad_signature.
Result<void> check_sm2(std::string_view verifier, std::string_view note);

}  // namespace banshi::record
