#pragma once
// The leaf of a deed in the public record: number, deed, round and where it stands now. No word
// that a person wrote is in it.

#include "engines/matters/matter.h"

namespace banshi::record {
class LeafRun;
}

namespace banshi::matters {

struct LevelRow;

std::int64_t append_leaf(Call&, Matter const&, Verb);
std::int64_t append_leaf(Call&, Matter const&, LevelRow const&);
// As one of many, before what hangs on it is there.
std::int64_t append_leaf(Call&, record::LeafRun&, Matter const&, Verb);
std::int64_t append_leaf(record::LeafRun&, Matter const&, LevelRow const&);

}  // namespace banshi::matters
