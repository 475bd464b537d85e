#pragma once
// The route lists of supervision, one for each part of its table of contents.

#include "systems/system.h"

namespace banshi::supervision {

std::vector<Route> filing_routes();
std::vector<Route> office_routes();
std::vector<Route> ledger_routes();
std::vector<Route> list_routes();
std::vector<Route> reception_routes();
std::vector<Route> client_routes();
std::vector<Route> evidence_routes();
std::vector<Route> works_routes();
std::vector<Route> petition_routes();
std::vector<Route> duty_routes();
std::vector<Route> debt_routes();
std::vector<Job> matter_jobs();
std::vector<Job> retention_jobs();

}  // namespace banshi::supervision
