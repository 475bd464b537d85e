#pragma once
// The columns that an office knows in the tables of others, and moments in their cells.

#include <span>

#include "base/text.h"
#include "documents/table_file.h"

namespace banshi::documents {

struct KnownColumn {
    char const* key;
    ColumnHolds holds;
};
// With all the names that a head may have, in both languages: the sentence `ledger` + key, and
// those in the list `heads` + key.
std::vector<TableColumn> table_columns(Texts const&, std::span<KnownColumn const>,
                                       std::string const& ledger, std::string const& heads);
// What a cell with several names lists: "赵甲、钱乙，孙丙".
std::vector<std::string> several_names(std::string);
// What a cell of a day or moment says there; nothing where the table has said what is wrong.
std::optional<Instant> moment_in(std::string const& cell, Zone const&);

}  // namespace banshi::documents
