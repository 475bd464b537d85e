#pragma once
// What must hold of the rows whatever happened, read past the program by the database's own tool.

#include <string>
#include <vector>

namespace banshi::simulation {

// Names those statements of test/invariants/*.sql that found something, with its first row.
std::vector<std::string> broken_invariants(std::string const& database);

}  // namespace banshi::simulation
