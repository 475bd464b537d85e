#pragma once
// Accounts 科目, transfers 记账 and lots, and the rules about them that need no table.

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/time.h"

namespace banshi::ledger {

enum class Nature {
    asset,      // 资产
    liability,  // 负债: what is owed to a purpose, such as a fund
    income,     // 收入
    expense,    // 费用
};
BOOST_DESCRIBE_ENUM(Nature, asset, liability, income, expense)

struct Account {
    std::string code;  // Assets:Bank:Aid, as other programs read it
    std::string name;  // 资产:银行:帮扶专户
    Nature nature;
    bool floored;  // never below zero, with what is held
    bool traced;   // its fen belong to lots
};

enum class Phase {
    posted,    // 已记账
    held,      // 已冻结: an amount set aside
    settled,   // 冻结后支付: what was held moves
    released,  // 已解冻: what was held stays
};
BOOST_DESCRIBE_ENUM(Phase, posted, held, settled, released)

struct Transfer {
    std::int64_t number;  // 1, 2, 3 ... without gaps
    std::string debit, credit;
    Fen fen;
    std::string kind;
    Phase phase;
    Day day;
    Instant at;
    std::string by;
    std::string text;
    std::optional<std::string> reference;
    std::optional<std::int64_t> reverses;  // the transfer that this one takes back
    std::optional<std::int64_t> resolves;  // the hold that this one ends
    std::optional<Instant> expires_at;     // of a hold
    std::int64_t trace;                    // record::Trace

    bool moves() const { return phase == Phase::posted || phase == Phase::settled; }
};

std::string number_text(std::int64_t number);  // T000017

struct Tag {
    std::string name, value;
};

struct Lot {  // 捐款批次
    std::int64_t number;
    std::string owner;  // the donor's number
    Fen fen;
    std::int64_t transfer;  // that brought it
    Day day;
};

struct Part {  // fen of a lot in a transfer
    std::int64_t lot;
    Fen fen;
    bool operator==(Part const&) const = default;
};

struct Place {  // fen of a lot that are free in an account
    std::string account;
    std::int64_t lot;
    Fen fen;
};

struct Moved {
    std::int64_t transfer;
    Fen fen;
};

struct Balance {
    Fen debits = 0, credits = 0;            // posted and settled
    Fen debits_held = 0, credits_held = 0;  // set aside
    bool operator==(Balance const&) const = default;
};

// In the sense of the account: what is in it.
Fen total(Nature, Balance const&);
// What may leave it: what is held on its way out is gone already.
Fen free_of(Nature, Balance const&);

// Assets and expenses grow by debit, the others by credit.
bool grows_by_debit(Nature);

// The accounts that a transfer takes from and gives to: often one of each, but money that comes
// into the bank for a fund is given to both.
struct Sides {
    std::vector<Account const*> takes, gives;
};
Sides sides_of(Account const& debit, Account const& credit);

// The oldest lots first, as many as the amount needs; nothing where they do not suffice.
std::optional<std::vector<Part>> oldest_first(std::vector<Part> const& free, Fen);

// What a transfer does to the balances: the one function that makes them.
void book(Transfer const&, std::map<std::string, Balance>&);

struct Breach {        // 违规: what was kept does not follow from the transfers
    std::string text;  // key into text/*.toml: "breach.ledger_balance"
    std::map<std::string, std::string> facts;
};

struct Counters {  // the last numbers given
    std::int64_t transfers = 0, lots = 0;
};

struct Books {  // all rows of a ledger
    std::vector<Account> accounts;
    std::map<std::string, Balance> balances;
    std::vector<Transfer> transfers;  // in order
    std::map<std::int64_t, std::vector<Part>> parts;
    std::vector<Lot> lots;
    std::vector<Place> places;
    Counters counters;
};
std::vector<Breach> breaches(Books const&);

}  // namespace banshi::ledger
