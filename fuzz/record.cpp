// What others publish of the record and we read: notes, heads, proofs, keys, draws.

#include "engines/draws/published.h"
#include "engines/record/encoding.h"
#include "engines/record/key.h"
#include "engines/record/proof_file.h"
#include "engines/record/tile.h"
#include "engines/record/witness.h"
#include "fuzz.h"

void banshi::fuzz::one(std::string_view bytes) {
    if (auto const note = record::read_note(bytes))
        (void)record::read_checkpoint(note.value().text);
    if (auto const head = record::read_checkpoint(bytes))
        must(record::read_checkpoint(record::written(head.value())).value() == head.value());
    if (auto const file = record::read_proof_file(bytes)) {
        auto const again = record::read_proof_file(record::written(file.value()));
        must(again && again.value().index == file.value().index &&
             again.value().hashes == file.value().hashes);
    }
    (void)record::read_verifier_key(bytes);
    (void)record::read_tile_path(bytes);
    (void)record::read_add_checkpoint(bytes);
    (void)record::read_hex(bytes);
    (void)record::read_base64(bytes);
    if (auto const draw = draws::read_published(bytes))
        must(draws::written(draws::read_published(draws::written(draw.value())).value()) ==
             draws::written(draw.value()));
}
