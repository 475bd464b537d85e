#include "engines/record/witness.h"

#include <stdexcept>

#include "engines/record/encoding.h"

namespace banshi::record {

namespace {

constexpr std::string_view old_word = "old ";
// A longer proof belongs to no tree below 2^63 leaves.
constexpr std::size_t most_hashes = 63;

WitnessAnswer plain(int status, std::string body = {}) {
    return {status, "text/plain; charset=utf-8", std::move(body)};
}

WitnessAnswer knows_size(std::uint64_t size) {
    return {409, "text/x.tlog.size", std::to_string(size) + "\n"};
}

}  // namespace

std::string written(AddCheckpoint const& request) {
    auto text = std::string(old_word) + std::to_string(request.old_size) + "\n";
    for (auto const& hash : request.proof) text += base64(hash) + "\n";
    return text + "\n" + request.checkpoint;
}

Result<AddCheckpoint> read_add_checkpoint(std::string_view text) {
    Refusal const malformed{Why::invalid, "witness.malformed"};
    auto const first = take_line(text);
    if (!first || !first->starts_with(old_word)) return malformed;
    auto const old_size = read_size(first->substr(old_word.size()));
    if (!old_size) return malformed;

    AddCheckpoint request{*old_size, {}, {}};
    auto line = take_line(text);
    for (; line && !line->empty(); line = take_line(text)) {
        auto const hash = hash_of_base64(*line);
        if (!hash || request.proof.size() == most_hashes) return malformed;
        request.proof.push_back(*hash);
    }
    if (!line) return malformed;
    request.checkpoint = text;
    return request;
}

Witness::Witness(Signer signer, Logs logs, std::filesystem::path folder)
    : signer_(std::move(signer)), logs_(std::move(logs)), folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
}

HeadFile Witness::file_of(std::string_view origin) const {
    return HeadFile{folder_ / hex(sha256({origin}))};
}

// A witness that forgot what it saw must not start anew: it says so instead.
std::optional<Checkpoint> Witness::last_of(std::string const& origin) const {
    auto const text = file_of(origin).read();
    if (!text) return std::nullopt;
    auto const note = read_note(*text);
    auto const checkpoint = note ? read_checkpoint(note.value().text) : note.refusal();
    if (!checkpoint)
        throw std::runtime_error(file_of(origin).path().string() + ": not a checkpoint");
    return checkpoint.value();
}

struct Witness::Asked {
    AddCheckpoint request;
    Note note;
    Checkpoint checkpoint;
};

WitnessAnswer Witness::decide(Asked const& asked, Instant now) const {
    auto const& [request, note, checkpoint] = asked;
    auto const last = last_of(checkpoint.origin);
    auto const known_size = last ? last->size : 0;
    if (request.old_size != known_size) return knows_size(known_size);

    auto const known_root = last ? last->root : empty_root();
    bool const grew =
        request.old_size == 0
            ? request.proof.empty() && (checkpoint.size != 0 || checkpoint.root == empty_root())
            : bool(check_consistency(request.old_size, checkpoint.size, known_root, checkpoint.root,
                                     request.proof));
    if (!grew) return plain(422);
    auto const line = signer_.sign(note.text, now);
    file_of(checkpoint.origin).replace(request.checkpoint + line);
    return plain(200, line);
}

WitnessAnswer Witness::add_checkpoint(std::string_view text, Instant now) {
    auto const request = read_add_checkpoint(text);
    if (!request) return plain(400);
    auto const note = read_note(request.value().checkpoint);
    auto const checkpoint = note ? read_checkpoint(note.value().text) : note.refusal();
    if (!checkpoint) return plain(400);

    auto const log = logs_.find(checkpoint.value().origin);
    if (log == logs_.end()) return plain(404);
    if (!open_checkpoint(request.value().checkpoint, log->first, log->second)) return plain(403);
    if (request.value().old_size > checkpoint.value().size) return plain(400);

    // Compared and kept under one lock: a later head is never overwritten by an earlier one.
    std::lock_guard const alone(one_at_a_time_);
    return decide({request.value(), note.value(), checkpoint.value()}, now);
}

WitnessAnswer Witness::last_checkpoint(std::string_view origin_hash) const {
    std::lock_guard const alone(one_at_a_time_);
    for (auto const& [origin, keys] : logs_)
        if (hex(sha256({origin})) == origin_hash)
            if (auto note = file_of(origin).read()) return plain(200, std::move(*note));
    return plain(404);
}

}  // namespace banshi::record
