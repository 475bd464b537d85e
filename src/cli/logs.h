#pragma once
// The public logs of the city on this machine: which there are, and where their keys and heads lie.

#include "cli/environment.h"
#include "engines/record/audit.h"
#include "engines/record/logs.h"

namespace banshi::cli {

// Those of the districts, then the city's own.
std::vector<std::string> names_of_logs(City const&);

// Makes the keys that are missing; those of a log that has signed before are never made again.
void make_log_keys(Environment const&, City const&);

// More than one while a key is being changed, the oldest first.
std::vector<record::Signer> log_signers(Environment const&, std::string const& log);
// Where its oldest key lies, and where the next is to lie.
std::filesystem::path oldest_log_key(Environment const&, std::string const& log);
std::filesystem::path next_log_key(Environment const&, std::string const& log);

// With the keys that are retired by now.
record::PublicLog public_log(Environment const&, std::string const& log);
// Tells every district of the logs, for its pages.
void tell_logs(Environment const&, City&);

// What the systems of the district ask of its log. Two that share an engine bring one audit.
record::Audits audits_of(City const&, std::string const& log);

}  // namespace banshi::cli
