#pragma once
// The verification 核验 of a whole log: every body against its leaf, every node against the two
// below it, every signed head against the nodes, and the sense of the entries. Each breach is
// named with the entry where it shows.

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engines/record/audit.h"
#include "engines/record/logs.h"

namespace banshi::record {

struct Verdict {
    std::uint64_t entries = 0, nodes = 0, heads = 0;  // looked at
    std::uint64_t breaches = 0;                       // found
    std::vector<Breach> first_breaches;               // the first thousand of them
    std::uint64_t waiting = 0;                        // for their place in the log
    std::vector<Breach> unchecked = {};               // what nothing could be said of
};

using Progress = std::function<void(std::uint64_t done, std::uint64_t size)>;

// Reads the whole log of the call's district once, from one snapshot, in bounded memory. A head
// that none of the log's keys signed is a breach, and so is a log that holds less than the city's
// log or `remembered`, the last head that was kept outside the database, says was signed. The
// audits see every entry. So is a cosignature that its witness did not make.
Verdict verify(Call&, PublicLog const&, Audits const&, Progress const&,
               std::optional<std::string> const& remembered = {});

// A part of a log; both ends belong to it.
struct Range {
    std::uint64_t from = 0, to = std::numeric_limits<std::uint64_t>::max();
};

// What of `verify` shows within the range, told by the entries alone: their bytes and their sense.
// Heads, nodes and rows are not looked at. What a number did may stand before and behind the
// range, so the audits see the other entries too; without audits nobody reads those. Refused:
// log.no_such_range, with the fact "entries".
Result<Verdict> audit_entries(Call&, Audits const&, Range, Progress const&);

}  // namespace banshi::record
