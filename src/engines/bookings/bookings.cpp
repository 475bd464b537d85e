#include "engines/bookings/bookings.h"

#include <algorithm>

namespace banshi::bookings {

int Offer::free(Quota quota) const {
    auto const kept_back = quota == Quota::open ? std::max(0, reserved - inside) : 0;
    return capacity - taken - kept_back;
}

}  // namespace banshi::bookings
