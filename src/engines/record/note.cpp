#include "engines/record/note.h"

#include <algorithm>
#include <set>

#include "base/check.h"
#include "engines/record/encoding.h"

namespace banshi::record {

namespace {

// The standard asks for 16 at least; a bound keeps a hostile note from costing us time.
constexpr std::size_t most_signatures = 100;
constexpr std::string_view dash = "\u2014 ";

bool is_clean_text(std::string_view text) {
    auto const control = [](std::uint8_t byte) { return byte < 0x20 && byte != '\n'; };
    return std::none_of(text.begin(), text.end(), control) && read_utf8(text);
}

std::optional<NoteSignature> read_signature(std::string_view line) {
    NoteSignature signature;
    signature.line = std::string(line) + "\n";
    if (!line.starts_with(dash)) return std::nullopt;
    line.remove_prefix(dash.size());
    auto const blank = line.find(' ');
    if (blank == line.npos) return std::nullopt;
    signature.name = line.substr(0, blank);
    auto const bytes = read_base64(line.substr(blank + 1));
    if (!is_key_name(signature.name) || !bytes || bytes->size() <= 4) return std::nullopt;
    std::copy_n(bytes->begin(), 4, signature.key_id.begin());
    signature.bytes = bytes->substr(4);
    return signature;
}

VerifierKey const* find_key(std::span<VerifierKey const> known, NoteSignature const& signature) {
    auto const key = std::find_if(known.begin(), known.end(), [&](VerifierKey const& candidate) {
        return candidate.name == signature.name && candidate.id() == signature.key_id;
    });
    return key == known.end() ? nullptr : &*key;
}

}  // namespace

Result<Note> read_note(std::string_view whole) {
    Refusal const malformed{Why::invalid, "note.malformed"};
    if (!is_clean_text(whole)) return malformed;
    // The last empty line parts text and signatures: the text may hold empty lines itself.
    auto const parting = whole.rfind("\n\n");
    if (parting == whole.npos || whole.back() != '\n') return malformed;

    Note note;
    note.text = whole.substr(0, parting + 1);
    auto rest = whole.substr(parting + 2);
    while (auto const line = take_line(rest)) {
        auto signature = read_signature(*line);
        if (!signature || note.signatures.size() == most_signatures) return malformed;
        note.signatures.push_back(std::move(*signature));
    }
    if (note.signatures.empty()) return malformed;
    return note;
}

Result<Note> open_note(std::string_view whole, std::span<VerifierKey const> known) {
    auto note = TRY(read_note(whole));
    std::vector<NoteSignature> good;
    std::set<std::pair<std::string, std::array<std::uint8_t, 4>>> seen;
    for (auto& signature : note.signatures) {
        auto const* const key = find_key(known, signature);
        if (key == nullptr) continue;
        if (!key->verifies(note.text, signature.bytes))
            return Refusal{Why::invalid, "note.bad_signature", signature.name};
        if (seen.emplace(signature.name, signature.key_id).second) good.push_back(signature);
    }
    if (good.empty()) return Refusal{Why::invalid, "note.unsigned"};
    note.signatures = std::move(good);
    return note;
}

std::string written(Checkpoint const& checkpoint) {
    return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
           base64(checkpoint.root) + "\n";
}

Result<Checkpoint> read_checkpoint(std::string_view text) {
    Refusal const malformed{Why::invalid, "checkpoint.malformed"};
    auto const origin = take_line(text), size = take_line(text), root = take_line(text);
    if (!origin || origin->empty() || !size || !root) return malformed;
    auto const number = read_size(*size);
    auto const hash = hash_of_base64(*root);
    if (!number || !hash) return malformed;
    while (auto const extension = take_line(text))
        if (extension->empty()) return malformed;
    if (!text.empty()) return malformed;
    return Checkpoint{std::string(*origin), *number, *hash};
}

std::string sign_checkpoint(Checkpoint const& checkpoint, std::span<Signer const> signers,
                            Instant now) {
    CHECK(!signers.empty());
    auto const text = written(checkpoint);
    auto note = text + "\n";
    for (auto const& signer : signers) note += signer.sign(text, now);
    return note;
}

Result<SignedHead> open_checkpoint(std::string_view whole, std::string const& origin,
                                   std::span<VerifierKey const> known) {
    auto const note = TRY(open_note(whole, known));
    SignedHead head{TRY(read_checkpoint(note.text)), {}};
    if (head.checkpoint.origin != origin)
        return Refusal{Why::invalid, "checkpoint.other_origin", head.checkpoint.origin};

    bool signed_by_log = false;
    for (auto const& signature : note.signatures) {
        if (find_key(known, signature)->kind == KeyKind::log)
            signed_by_log = true;
        else
            head.witnesses.push_back(signature.name);
    }
    if (!signed_by_log) return Refusal{Why::invalid, "note.unsigned"};
    return head;
}

}  // namespace banshi::record
