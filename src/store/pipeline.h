#pragma once
// Statements whose outcome nobody looks at, on their way to PostgreSQL without waiting for it. They
// run in the order in which they were sent; what went wrong is told when the next one is waited
// for.

#include <soci/soci.h>

#include <memory>
#include <string>
#include <unordered_map>

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
    std::string const& prepared(Sql sql);

    soci::session& sql_;
    std::unordered_map<char const*, std::string> names_;
    int sent_ = 0;
};

}  // namespace banshi
