#pragma once
// The route lists of the advice platform, one for each part of its table of contents.

#include "systems/system.h"

namespace banshi::voices {

std::vector<Route> member_routes();
std::vector<Route> writing_routes();
std::vector<Route> office_routes();
std::vector<Route> list_routes();
std::vector<Route> inquiry_routes();
std::vector<Route> digest_routes();
std::vector<Route> ledger_routes();
std::vector<Route> import_routes();
std::vector<Job> voice_jobs();
std::vector<Job> import_jobs();

}  // namespace banshi::voices
