#pragma once
// The one place that adds leaves: reads the tip once, takes entries in, and writes the tip back.

#include <string>

#include "engines/record/tree.h"
#include "store/store.h"

namespace banshi::record {

class LogWriter {
public:
    LogWriter(Transaction&, std::string const& district);

    // Gives the entry's seq.
    std::uint64_t add(std::string_view kind, Instant at, std::string const& body,
                      std::optional<std::int64_t> outbox_id);
    // Writes the tip; without it the entries have no successor.
    void finish();

private:
    Transaction& tx_;
    std::string const& district_;
    Edge edge_;
};

// Size and edge as they lie in log_tip; an empty log where there is no row.
Edge read_edge(Transaction&, std::string const& district);

}  // namespace banshi::record
