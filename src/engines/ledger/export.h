#pragma once
// The books for other people's programs 导出账本: hledger, ledger and beancount read and check them
// strictly, and all three refuse them when one fen is changed.

#include "engines/ledger/transfer.h"

namespace banshi::ledger {

struct Exported {
    Transfer transfer;
    std::vector<Tag> tags;
};
struct Export {
    std::string ledger;  // aid/2021
    std::int64_t log_size;
    std::vector<Account> accounts;
    std::vector<Exported> entries;  // all that moved until the last day, in any order
    std::optional<Day> from = {};   // what was before it is the opening balance
};

std::string journal(Export const&);    // for hledger and ledger
std::string beancount(Export const&);  // for beancount

// Free text that no program takes for something else: without ; | * ! ( ) and line ends.
std::string harmless(std::string_view text);

}  // namespace banshi::ledger
