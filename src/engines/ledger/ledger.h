#pragma once
// The Ledger 账本: double entry in whole fen. A transfer moves an amount from one account to
// another and is never altered; what was wrong is put right by a further one. Money can be held
// before it moves. The fen of a donor are a lot 捐款批次: in accounts that trace lots, each
// transfer says which lots it moves, so that every fen is followed from the giver to the end.
//
// The engine has no routes and asks for no rights. Points and goods may use it as money does.

#include <functional>

#include "base/money.h"
#include "engines/ledger/transfer.h"
#include "engines/record/record.h"
#include "store/call.h"

namespace banshi::ledger {

// Adds the leaf of a transfer to the record, in the words of the office; for its tag "log".
using Leaf = std::function<record::Trace(Call&, Transfer const&, std::vector<Part> const&)>;

// What a transfer is asked to be.
struct Move {
    std::string debit, credit;
    Fen fen;
    std::string kind;  // a word of the office: donation, payment
    Day day;           // it is booked on
    std::string text;
    std::string reference;         // the paper behind it; one transfer each. Empty: none
    std::vector<Part> parts = {};  // the lots to move; empty: the oldest first
    std::vector<Tag> tags = {};
    Leaf leaf = {};
};

struct Done {
    Transfer transfer;
    std::vector<Part> parts;
};

// Opens the account, or gives it its new name; safe to repeat. What it is cannot change.
void open_account(Call&, std::string const& ledger, Account const&);
std::optional<Account> find_account(Call&, std::string const& ledger, std::string const& code);
// By code.
std::vector<Account> accounts_of(Call&, std::string const& ledger);

// All that write refuse: transfer.amount, transfer.accounts, transfer.repeated (reference known),
// ledger.no_account, balance.short with the facts account, available, missing (all in yuan),
// lot.short, period.closed with the fact day.

// Moves at once.
Result<Done> post(Call&, std::string const& ledger, Move const&);
// A donation: the same, and its fen become a new lot of this owner.
Result<Done> receive(Call&, std::string const& ledger, Move const&, std::string const& owner);
// Sets the amount aside 冻结: it counts against the floor, and moves when it is settled.
Result<Done> hold(Call&, std::string const& ledger, Move const&, Instant expires_at);

struct Resolve {
    std::int64_t transfer;  // number of the hold, or of the transfer to reverse
    std::string kind;
    Day day;
    std::string text;
    std::string reference;
    std::vector<Tag> tags = {};
    Leaf leaf = {};
};
// 支付 and 解冻: each hold ends once. Refuse transfer.not_held, hold.resolved, hold.expired.
Result<Done> settle(Call&, std::string const& ledger, Resolve const&);
Result<Done> release(Call&, std::string const& ledger, Resolve const&);
// 冲正: the same amount back, once. Refuses transfer.not_reversible, transfer.reversed.
Result<Done> reverse(Call&, std::string const& ledger, Resolve const&);

// Nothing can be booked on this day or before any more 结账. Refuses period.closed.
Result<void> close_until(Call&, std::string const& ledger, Day, std::string const& note);
std::optional<Day> closed_until(Call&, std::string const& ledger);

// ---- reading

Result<Transfer> find(Call&, std::string const& ledger, std::int64_t number);
std::optional<Transfer> find_by_reference(Call&, std::string const& ledger,
                                          std::string const& reference);
std::vector<Part> parts_of(Call&, std::string const& ledger, std::int64_t number);
std::vector<Tag> tags_of(Call&, std::string const& ledger, std::int64_t number);
bool resolved(Call&, std::string const& ledger, std::int64_t hold);
bool reversed(Call&, std::string const& ledger, std::int64_t number);
// Holds that ran out and were not resolved.
std::vector<Transfer> expired_holds(Call&, std::string const& ledger, int limit);
// In order of their numbers, from `after` on.
std::vector<Transfer> transfers_of(Call&, std::string const& ledger, std::int64_t after, int limit);
// Touching the account, in order.
std::vector<Transfer> transfers_at(Call&, std::string const& ledger, std::string const& account);

// The balance is one function over transfers (`balance_of` of transfer.h); this is the figure kept
// beside them, which verify() compares.
Balance kept_balance(Call&, std::string const& ledger, std::string const& account);

std::optional<Lot> find_lot(Call&, std::string const& ledger, std::int64_t lot);
std::vector<Lot> lots_of(Call&, std::string const& ledger, std::string const& owner);
// What of the lot is free in which account.
std::vector<Place> places_of(Call&, std::string const& ledger, std::int64_t lot);
// The transfers that moved fen of the lot, with how many, in order.
std::vector<Moved> moves_of(Call&, std::string const& ledger, std::int64_t lot);

// Replays every transfer from the first and compares all that is kept beside them.
std::vector<Breach> verify(Call&, std::string const& ledger);

}  // namespace banshi::ledger
