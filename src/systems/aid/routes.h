#pragma once
// The routes of this system, by subject.

#include <vector>

#include "systems/system.h"

namespace banshi::aid {

std::vector<Route> campaign_routes();
std::vector<Route> donation_routes();
std::vector<Route> payment_routes();
std::vector<Route> statement_routes();
std::vector<Route> audit_routes();
std::vector<Route> family_routes();
std::vector<Route> selection_routes();
std::vector<Route> pairing_routes();
std::vector<Route> visit_routes();
std::vector<Route> report_routes();
std::vector<Job> aid_jobs();
std::vector<Job> report_jobs();

}  // namespace banshi::aid
