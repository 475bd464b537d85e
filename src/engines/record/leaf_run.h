#pragma once
// The leaves of many deeds that are done in one transaction: their places are taken together, so
// that each costs its own row alone. Until `finish`, nobody else may append in that transaction.

#include <optional>
#include <vector>

#include "engines/record/log_writer.h"
#include "engines/record/record.h"

namespace banshi::record {

class LeafRun {
public:
    explicit LeafRun(Call& call) : call_(call) {}

    // As record::append.
    template <class Kind>
    Trace append(Kind const& deed) {
        return append_body(Kind::kind, body_of(deed, call_.now));
    }
    // After the last one: without it, on SQLite, the entries have no successor.
    void finish();

private:
    Trace append_body(std::string_view kind, std::string const& body);
    std::int64_t next_place();

    Call& call_;
    std::optional<LogWriter> log_;      // SQLite
    std::vector<std::int64_t> places_;  // PostgreSQL: in the outbox, the next one last
};

}  // namespace banshi::record
