#include "systems/aid/aid.h"

namespace banshi::aid {

Day today(Call const& call) { return call.district.zone().day_of(call.now); }

Result<void> may(Call& call, Right const& right) {
    return people::may(call, right, people::node(call.district));
}

}  // namespace banshi::aid
