#pragma once
// The OpenAPI 3.1 document of the systems that are switched on, from their route lists. The
// typed client of the web pages is made from it.

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "base/text.h"
#include "systems/system.h"

namespace banshi::server {

// Summaries are the texts "api.<verb>"; `districts` are the values that an address may name.
boost::json::object openapi(std::vector<System const*> const&, Texts const&,
                            std::vector<std::string> const& districts);

}  // namespace banshi::server
