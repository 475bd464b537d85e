#pragma once
// Statements whose outcome nobody looks at, on their way to PostgreSQL without waiting for it. They
// run in the order in which they were sent; what went wrong is told when the next one is waited
// for. Rows that are inserted with nothing else between them go together, many in one statement:
// most of the work on a row is that of a statement.

#include <soci/soci.h>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/cells.h"
#include "store/store.h"

namespace banshi {

class Pipeline {
public:
    explicit Pipeline(soci::session& sql) : sql_(sql) {}

    void send(Sql sql, std::span<cells::In const> in);
    // Waits for all that was sent; throws soci::soci_error with the first that failed.
    void wait();
    // Forgets what was sent and how it went, before a rollback.
    void give_up() noexcept;

private:
    using Values = std::vector<std::optional<std::string>>;
    struct Rows {  // of one INSERT, not yet sent
        Sql sql;
        std::size_t count;
        Values values;
    };
    void hold(Sql sql, Values row);
    void send_held();
    void send_rows(Rows& rows);
    void send_now(Sql sql, std::size_t rows, std::span<Values::value_type const> values);
    void settle();
    std::string const& prepared(Sql sql, std::size_t rows);

    soci::session& sql_;
    std::map<std::pair<char const*, std::size_t>, std::string> names_;  // by statement and rows
    std::vector<Rows> held_;
    int sent_ = 0;
};

}  // namespace banshi
