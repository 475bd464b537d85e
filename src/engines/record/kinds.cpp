#include "engines/record/kinds.h"

namespace banshi::record {

Mark series(HallId const& hall, Day day) { return hall.text + "/" + banshi::written(day); }

}  // namespace banshi::record
