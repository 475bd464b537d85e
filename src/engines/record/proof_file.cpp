#include "engines/record/proof_file.h"

#include "engines/record/encoding.h"

namespace banshi::record {

static constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1";
// A tree of 2^63 leaves has no longer path.
static constexpr std::size_t longest_proof = 63;

std::string written(ProofFile const& file) {
    auto text = std::string(first_line) + "\nindex " + std::to_string(file.index) + "\n";
    for (auto const& hash : file.hashes) text += base64(hash) + "\n";
    return text + "\n" + file.checkpoint;
}

Result<ProofFile> read_proof_file(std::string_view text) {
    static constexpr std::string_view extra = "extra ", index = "index ";
    Refusal const malformed{Why::invalid, "proof_file.malformed"};
    if (take_line(text) != first_line) return malformed;

    auto line = take_line(text);
    // Extra data is not authenticated, so nothing here may depend on it.
    if (line && line->starts_with(extra)) {
        if (!read_base64(line->substr(extra.size()))) return malformed;
        line = take_line(text);
    }
    if (!line || !line->starts_with(index)) return malformed;
    auto const number = read_size(line->substr(index.size()));
    if (!number) return malformed;

    ProofFile file{*number, {}, {}};
    for (line = take_line(text); line && !line->empty(); line = take_line(text)) {
        auto const hash = hash_of_base64(*line);
        if (!hash || file.hashes.size() == longest_proof) return malformed;
        file.hashes.push_back(*hash);
    }
    if (!line) return malformed;
    file.checkpoint = text;
    return file;
}

Result<SignedHead> check_proof_file(std::string_view text, std::string_view body,
                                    std::string const& origin, std::span<VerifierKey const> known) {
    auto const file = TRY(read_proof_file(text));
    auto const head = TRY(open_checkpoint(file.checkpoint, origin, known));
    TRY(check_inclusion(file.index, head.checkpoint.size, leaf_hash(body), file.hashes,
                        head.checkpoint.root));
    return head;
}

}  // namespace banshi::record
