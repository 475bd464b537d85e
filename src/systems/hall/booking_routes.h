#pragma once
// The addresses of booking, for the system's one list.

#include "systems/system.h"

namespace banshi::hall {

std::vector<Route> booking_routes();
std::vector<Job> booking_jobs();

}  // namespace banshi::hall
