#pragma once
// The route lists of the hall, one for each part of its table of contents.

#include "systems/system.h"

namespace banshi::hall {

std::vector<Route> booking_routes();
std::vector<Route> queue_routes();
std::vector<Route> window_routes();
std::vector<Route> manage_routes();
std::vector<Route> evaluation_routes();
std::vector<Route> report_routes();
std::vector<Route> kiosk_routes();
std::vector<Job> booking_jobs();
std::vector<Job> window_jobs();
std::vector<Job> manage_jobs();

}  // namespace banshi::hall
