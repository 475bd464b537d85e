#pragma once
// The books 帮扶款账本: the accounts of this action, the leaf of each transfer and the running
// numbers of its papers. One ledger for all campaigns of the district.

#include "engines/ledger/ledger.h"
#include "systems/aid/aid.h"

namespace banshi::aid {

inline constexpr char const* book = "aid";

namespace account {
inline constexpr char const* bank = "Assets:Bank:Aid";
inline constexpr char const* cash = "Assets:Cash:Box";
inline constexpr char const* transit = "Assets:Transit";  // taken in one sum, not yet answered
inline constexpr char const* unallocated = "Liabilities:Fund:Unallocated";
inline constexpr char const* suspense = "Liabilities:Suspense";  // not understood yet
inline constexpr char const* interest = "Income:Interest";
inline constexpr char const* fee = "Expenses:Fee";
inline constexpr char const* fund_prefix = "Liabilities:Fund:";
}  // namespace account

std::string fund_of(std::string const& family);  // F0042 -> Liabilities:Fund:F0042
// The family of a fund; nothing for every other account.
std::optional<std::string> family_of(std::string const& code);

void open_books(Call&);
void open_fund(Call&, std::string const& family);
// Codes of accounts that are missing, are nobody's, or are not of the kind they were opened as.
std::vector<std::string> accounts_that_differ(Call&);

enum class MoneyKind {
    received,   // 收到捐款
    allocated,  // 分配
    paid,       // 拨付
    reversed,   // 冲正
    booked,     // 其他记账: interest, fees, what is not understood yet
};
BOOST_DESCRIBE_ENUM(MoneyKind, received, allocated, paid, reversed, booked)
ledger::Leaf leaf_of(MoneyKind);
// The leaf as it must stand in the record for this transfer: whoever alters one of them is found.
std::string leaf_text(Call&, ledger::Transfer const&, std::vector<ledger::Part> const&);
std::string word_of(MoneyKind);  // received

// Digits of the running part of a number.
constexpr int pledge_digits = 6, receipt_digits = 6, batch_digits = 3, order_digits = 4;

// Without gaps, since it is taken in the transaction of its paper: R2021-000007.
std::string next_number(Call&, std::string const& series, int digits);

// In the sense of the account, from the figures kept beside the transfers.
Fen held_in(Call&, std::string const& code);  // all that is in it
Fen free_in(Call&, std::string const& code);  // without what is set aside

}  // namespace banshi::aid
