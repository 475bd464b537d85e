#pragma once
// What a petition's chain and visits come to; for petition*.cpp alone.

#include "systems/supervision/petitions.h"

namespace banshi::supervision {

struct Settled {
    Resolution resolution;
    bool stands;  // nothing is missing but the quiet period, or it has passed
};
Settled resolution_of(Call&, matters::Matter const&);

}  // namespace banshi::supervision
