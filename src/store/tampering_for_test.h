#pragma once
// What somebody at the database may do to the rows that are there, asked from the schema itself, so
// that a new column is altered too without a line for it anywhere.

#include <string>
#include <vector>

#include "store/store.h"

namespace banshi::tampering {

struct Column {
    std::string table, name;
    bool is_number;
    bool is_last_of_key;  // of a key or a unique index
};
std::vector<Column> all_columns(Transaction&);
bool is_empty(Transaction&, std::string const& table);

struct Forgery {
    std::string what;  // "aid_donors.name", "aid_donors deleted", "aid_donors forged"
    std::string sql;
};
// Of the first row and of the last one: each column altered, the row deleted, a copy added.
std::vector<Forgery> forgeries_of(std::vector<Column> const&, Backend);

// The guards that tables have against accidents: whoever owns the database drops them.
void drop_guards(Transaction&);
// How many rows it changed.
std::int64_t commit(Transaction&, Forgery const&);

// What need not be named, and why: lines of "aid_donors.name  reason"; a star stands for the rest.
class Reasons {
public:
    explicit Reasons(std::string const& path);
    // Is there one? It is needed then.
    bool excuse(std::string const& what);
    std::vector<std::string> unneeded(std::string const& begins) const;

private:
    struct Reason {
        std::string of;
        bool needed;
    };
    std::vector<Reason> reasons_;
};

}  // namespace banshi::tampering
