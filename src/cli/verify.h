#pragma once
// The logs of the city, read from end to end.

#include "cli/environment.h"
#include "engines/record/verify.h"

namespace banshi::cli {

record::Verdict verify_log(Environment const&, City const&, Store&, std::string const& log,
                           record::Progress const&);

// Whether what was found is kept in the database, for its pages and alarms.
enum class Keeping { kept, told };
// Prints what was looked at and the first breaches; an empty district stands for all. Says
// whether there was none.
bool verify_logs(Environment const&, City const&, Store&, std::string const& district, Keeping);

// Prints what the entries of a range show to be wrong, and says whether nothing is. Refused:
// log.no_such_range.
Result<bool> audit_log(Environment const&, City const&, Store&, std::string const& log,
                       record::Range);

}  // namespace banshi::cli
