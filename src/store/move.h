#pragma once
// Moves all rows of a city from SQLite to an empty PostgreSQL: all of them, or none.

#include <map>

#include "store/store.h"

namespace banshi {

struct MovedTable {
    std::string name;
    std::int64_t rows;
};

// Where the two databases keep the same thing in two ways.
struct MoveRules {
    std::map<std::string, std::string> columns;  // table.column: what is read in its place
    std::function<void(Transaction& target)> finish;
};

// Called with each batch of a table: rows written, of so many.
using MoveProgress =
    std::function<void(std::string const& table, std::int64_t written, std::int64_t rows)>;

// The target holds tables; nothing was touched.
struct NotEmpty : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// One transaction of the target, in which the rows of each table are counted before it commits; a
// program that is started on the target meanwhile waits for it. Whatever goes wrong is thrown, and
// leaves the target as empty as it was. The source takes no writes as long as it lasts.
std::vector<MovedTable> move_database(std::string const& sqlite_url, std::string const& postgres,
                                      MoveRules const&, MoveProgress const&);

}  // namespace banshi
