#pragma once
// Which page stands at which address: one file an audience, found by the first words of the path.

#include "cli/city.h"
#include "server/static_files.h"

namespace banshi::cli {

// "/" the list of districts (from /districts.json), "/{district}/kiosk/..",
// "/{district}/screen/..",
// "/{district}/console/..", every other address of a district the citizen's page.
std::optional<server::Reply> page(server::StaticFiles const&, City const&, server::Request const&);

}  // namespace banshi::cli
