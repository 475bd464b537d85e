// What is asked of the ledger 查账.

#include "engines/ledger/ledger.h"
#include "engines/ledger/rows.h"

namespace banshi::ledger {

namespace {

constexpr int a_turn = 10'000;

}  // namespace

std::optional<Account> find_account(Call& call, std::string const& ledger,
                                    std::string const& code) {
    return rows::find_account(call, ledger, code);
}

std::vector<Account> accounts_of(Call& call, std::string const& ledger) {
    return rows::all_accounts(call, ledger);
}

std::optional<Day> closed_until(Call& call, std::string const& ledger) {
    return rows::closed_until(call, ledger);
}

Result<Transfer> find(Call& call, std::string const& ledger, std::int64_t number) {
    auto found = rows::find(call, ledger, number);
    if (!found) return Refusal{Why::not_found, "transfer.not_found", number_text(number)};
    return *std::move(found);
}

std::optional<Transfer> find_by_reference(Call& call, std::string const& ledger,
                                          std::string const& reference) {
    return rows::find_by_reference(call, ledger, reference);
}

std::vector<Part> parts_of(Call& call, std::string const& ledger, std::int64_t number) {
    return rows::parts_of(call, ledger, number);
}

std::vector<Tag> tags_of(Call& call, std::string const& ledger, std::int64_t number) {
    return rows::tags_of(call, ledger, number);
}

bool resolved(Call& call, std::string const& ledger, std::int64_t hold) {
    return rows::resolution_of(call, ledger, hold).has_value();
}

bool reversed(Call& call, std::string const& ledger, std::int64_t number) {
    return rows::reversal_of(call, ledger, number).has_value();
}

std::vector<Transfer> expired_holds(Call& call, std::string const& ledger, int limit) {
    return rows::expired_holds(call, ledger, limit);
}

std::vector<Transfer> transfers_of(Call& call, std::string const& ledger, std::int64_t after,
                                   int limit) {
    return rows::transfers_of(call, ledger, after, limit);
}

std::vector<Transfer> transfers_at(Call& call, std::string const& ledger,
                                   std::string const& account) {
    return rows::transfers_at(call, ledger, account);
}

Balance kept_balance(Call& call, std::string const& ledger, std::string const& account) {
    return rows::balance(call, ledger, account);
}

std::optional<Lot> find_lot(Call& call, std::string const& ledger, std::int64_t lot) {
    return rows::find_lot(call, ledger, lot);
}

std::vector<Lot> lots_of(Call& call, std::string const& ledger, std::string const& owner) {
    return rows::lots_of(call, ledger, owner);
}

std::vector<Place> places_of(Call& call, std::string const& ledger, std::int64_t lot) {
    return rows::places_of(call, ledger, lot);
}

std::vector<Moved> moves_of(Call& call, std::string const& ledger, std::int64_t lot) {
    return rows::moves_of(call, ledger, lot);
}

std::vector<Breach> verify(Call& call, std::string const& ledger) {
    Books books{rows::all_accounts(call, ledger),
                rows::all_balances(call, ledger),
                {},
                rows::all_parts(call, ledger),
                rows::all_lots(call, ledger),
                rows::all_places(call, ledger),
                rows::counters_of(call, ledger)};
    for (std::int64_t after = 0;;) {
        auto const some = rows::transfers_of(call, ledger, after, a_turn);
        if (some.empty()) break;
        after = some.back().number;
        books.transfers.insert(books.transfers.end(), some.begin(), some.end());
    }
    return breaches(books);
}

}  // namespace banshi::ledger
