#pragma once
// Lines of a bank's statement 银行流水, as pure values: reading them by the bank's own layout,
// telling those that are known from new ones, and the chain of balances.

#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/time.h"
#include "systems/aid/settings.h"

namespace banshi::aid {

struct BankLine {
    std::string account;
    Day booked_on;
    Fen fen;  // into the account; negative: out of it
    Fen balance_after;
    std::string name, counterparty;  // of the other side
    std::string ref;
    std::string remark;
    int row;  // in the file
};

// Refuses statement.column, statement.amount, statement.day, statement.future, statement.currency
// with the fact row; statement.empty, statement.account; csv.*.
Result<std::vector<BankLine>> read_statement(std::string_view bytes, AdapterSettings const&,
                                             std::string const& account, Day today);

// What the line is where the bank gives it no number of its own: SHA-256 in hex.
std::string key_of(BankLine const&);

struct KnownLine {
    std::string ref, key;
    Fen fen;
};
struct Sorted {
    std::vector<BankLine> fresh;
    int known = 0;
};
// A number of the bank tells a line, where it stands once in the file and was seen once at most;
// else equal lines are counted. Refuses statement.conflict with the facts ref, before, now.
Result<Sorted> sort_out(std::vector<BankLine> const&, std::vector<KnownLine> const&);

// The row where the balances do not follow from the opening one; nothing when all do.
std::optional<int> broken_at(std::vector<BankLine> const&, Fen opening);

}  // namespace banshi::aid
