#pragma once
// Open311 GeoReport v2: apps and other cities' systems report problems and follow them. A second
// face of this system: nothing is possible here that its pages cannot do, and nobody's name,
// telephone or account ever leaves it. https://wiki.open311.org/GeoReport_v2
//   open311_services   what may be reported     open311_filing    report, token
//   open311_requests   follow                   open311_updates   progress, both ways
//   open311_keys       who may send

#include "systems/system.h"

namespace banshi::supervision {

Face open311_face();

}  // namespace banshi::supervision
