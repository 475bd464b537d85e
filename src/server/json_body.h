#pragma once
// JSON as strangers send it.

#include <boost/json.hpp>

#include "base/result.h"

namespace banshi::server {

// Refuses request.no_json, and request.repeated with the key that an object has twice: readers
// differ in which of the two they take, so whoever looked at the text before us may have seen the
// other one.
Result<boost::json::value> read_json(std::string_view text);

}  // namespace banshi::server
