#pragma once
// The rows of the ledger. They decide nothing; the database refuses what must never be.

#include "engines/ledger/ledger.h"

namespace banshi::ledger::rows {

void put_account(Call&, std::string const& ledger, Account const&);
std::optional<Account> find_account(Call&, std::string const& ledger, std::string const& code);
std::vector<Account> all_accounts(Call&, std::string const& ledger);
Balance balance(Call&, std::string const& ledger, std::string const& code);
std::map<std::string, Balance> all_balances(Call&, std::string const& ledger);
void add(Call&, std::string const& ledger, std::string const& code, Balance const& change);

// The next numbers of the ledger; its row makes deeds on the same ledger wait for each other.
std::int64_t next_transfer(Call&, std::string const& ledger);
std::int64_t next_lot(Call&, std::string const& ledger);
Counters counters_of(Call&, std::string const& ledger);

void insert(Call&, std::string const& ledger, Transfer const&);
void insert(Call&, std::string const& ledger, std::int64_t transfer, std::vector<Part> const&);
void insert(Call&, std::string const& ledger, std::int64_t transfer, std::vector<Tag> const&);
std::optional<Transfer> find(Call&, std::string const& ledger, std::int64_t number);
std::optional<Transfer> find_by_reference(Call&, std::string const& ledger,
                                          std::string const& reference);
std::optional<std::int64_t> resolution_of(Call&, std::string const& ledger, std::int64_t hold);
std::optional<std::int64_t> reversal_of(Call&, std::string const& ledger, std::int64_t number);
std::vector<Transfer> expired_holds(Call&, std::string const& ledger, int limit);
std::vector<Transfer> transfers_of(Call&, std::string const& ledger, std::int64_t after, int limit);
std::vector<Transfer> transfers_at(Call&, std::string const& ledger, std::string const& account);
std::vector<Part> parts_of(Call&, std::string const& ledger, std::int64_t number);
std::map<std::int64_t, std::vector<Part>> all_parts(Call&, std::string const& ledger);
std::vector<Tag> tags_of(Call&, std::string const& ledger, std::int64_t number);

void insert(Call&, std::string const& ledger, Lot const&);
std::optional<Lot> find_lot(Call&, std::string const& ledger, std::int64_t lot);
std::vector<Lot> lots_of(Call&, std::string const& ledger, std::string const& owner);
std::vector<Lot> all_lots(Call&, std::string const& ledger);
std::vector<Moved> moves_of(Call&, std::string const& ledger, std::int64_t lot);
// What is free in the account, the oldest lot first.
std::vector<Part> free_parts(Call&, std::string const& ledger, std::string const& account);
Fen free_part(Call&, std::string const& ledger, std::string const& account, std::int64_t lot);
void add_place(Call&, std::string const& ledger, std::string const& account, Part const& change);
std::vector<Place> places_of(Call&, std::string const& ledger, std::int64_t lot);
std::vector<Place> all_places(Call&, std::string const& ledger);

void insert_closing(Call&, std::string const& ledger, Day, std::string const& note);
std::optional<Day> closed_until(Call&, std::string const& ledger);

}  // namespace banshi::ledger::rows
