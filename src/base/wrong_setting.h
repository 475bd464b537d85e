#pragma once
// A setting of the right shape whose value will not do.

#include <optional>
#include <string>
#include <utility>

#include "base/config.h"

namespace banshi::config {

// The field ("roles[0].id") and what it may be; none where all is well.
using Wrong = std::optional<std::pair<std::string, std::string>>;

// config.value, with file, line, field and what is allowed.
Refusal refused(Wrong const&, std::string_view toml, std::string const& file,
                json::object const& schema);

}  // namespace banshi::config
