#pragma once
// Asks the witnesses of the city to put their names to the newest heads, all side by side.

#include "cli/environment.h"
#include "engines/record/witnesses.h"

namespace banshi::cli {

// From witnesses.toml beside the districts' settings; none where there is no such file.
Result<record::Witnesses> read_witnesses(std::filesystem::path const&);

// Each witness has five seconds; what they sign is kept, what they say is noted. Gives the names
// of those that refuse the head as no continuation of what they know.
std::vector<std::string> ask_witnesses(Environment const&, record::Witnesses const&, Store&,
                                       std::string const& log);

}  // namespace banshi::cli
