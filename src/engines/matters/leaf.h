#pragma once
// The leaf of a deed in the public record: number, deed, round and where it stands now. No word
// that a person wrote is in it.

#include "engines/matters/matter.h"

namespace banshi::matters {

struct LevelRow;

std::int64_t append_leaf(Call&, Matter const&, Verb);
std::int64_t append_leaf(Call&, Matter const&, LevelRow const&);

}  // namespace banshi::matters
