#include "engines/ledger/rows.h"
#include "store/store.h"

namespace banshi::ledger::rows {

namespace {

constexpr Words account_columns{"code, name, nature, floored, traced"};
constexpr Words transfer_columns{
    "number, debit, credit, fen, kind, phase, day, at, by_whom, text, reference, reverses, "
    "resolves, expires_at, trace"};

template <Words Where>
constexpr auto select_transfers = join<Words{"SELECT "}, transfer_columns,
                                       Words{" FROM ledger_transfers WHERE district = ? "
                                             "AND ledger = ? "},
                                       Where>;

}  // namespace

void put_account(Call& call, std::string const& ledger, Account const& a) {
    call.tx.run(
        "INSERT INTO ledger_accounts (district, ledger, code, name, nature, floored, traced, "
        "debits, credits, debits_held, credits_held) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0) "
        "ON CONFLICT (district, ledger, code) DO UPDATE SET name = excluded.name",
        call.district.name(), ledger, a.code, a.name, a.nature, a.floored, a.traced);
}

std::optional<Account> find_account(Call& call, std::string const& ledger,
                                    std::string const& code) {
    return call.tx.one<Account>(join<Words{"SELECT "}, account_columns,
                                     Words{" FROM ledger_accounts WHERE district = ? "
                                           "AND ledger = ? AND code = ?"}>,
                                call.district.name(), ledger, code);
}

std::vector<Account> all_accounts(Call& call, std::string const& ledger) {
    return call.tx.all<Account>(join<Words{"SELECT "}, account_columns,
                                     Words{" FROM ledger_accounts WHERE district = ? "
                                           "AND ledger = ? ORDER BY code"}>,
                                call.district.name(), ledger);
}

Balance balance(Call& call, std::string const& ledger, std::string const& code) {
    return call.tx
        .one<Balance>(
            "SELECT debits, credits, debits_held, credits_held FROM ledger_accounts "
            "WHERE district = ? AND ledger = ? AND code = ?",
            call.district.name(), ledger, code)
        .value_or(Balance{});
}

std::map<std::string, Balance> all_balances(Call& call, std::string const& ledger) {
    struct Row {
        std::string code;
        Fen debits, credits, debits_held, credits_held;
    };
    std::map<std::string, Balance> balances;
    call.tx.each<Row>(
        "SELECT code, debits, credits, debits_held, credits_held FROM ledger_accounts "
        "WHERE district = ? AND ledger = ?",
        [&](Row const& row) {
            balances[row.code] = {row.debits, row.credits, row.debits_held, row.credits_held};
        },
        call.district.name(), ledger);
    return balances;
}

void add(Call& call, std::string const& ledger, std::string const& code, Balance const& change) {
    call.tx.run(
        "UPDATE ledger_accounts SET debits = debits + ?, credits = credits + ?, "
        "debits_held = debits_held + ?, credits_held = credits_held + ? "
        "WHERE district = ? AND ledger = ? AND code = ?",
        change.debits, change.credits, change.debits_held, change.credits_held,
        call.district.name(), ledger, code);
}

std::int64_t next_transfer(Call& call, std::string const& ledger) {
    return call.tx
        .one<std::int64_t>(
            "INSERT INTO ledger_books (district, ledger, transfers, lots) VALUES (?, ?, 1, 0) "
            "ON CONFLICT (district, ledger) DO UPDATE SET transfers = ledger_books.transfers + 1 "
            "RETURNING transfers",
            call.district.name(), ledger)
        .value();
}

std::int64_t next_lot(Call& call, std::string const& ledger) {
    return call.tx
        .one<std::int64_t>(
            "UPDATE ledger_books SET lots = lots + 1 WHERE district = ? AND ledger = ? "
            "RETURNING lots",
            call.district.name(), ledger)
        .value();
}

Counters counters_of(Call& call, std::string const& ledger) {
    return call.tx
        .one<Counters>("SELECT transfers, lots FROM ledger_books WHERE district = ? AND ledger = ?",
                       call.district.name(), ledger)
        .value_or(Counters{});
}

void insert(Call& call, std::string const& ledger, Transfer const& t) {
    call.tx.run(join<Words{"INSERT INTO ledger_transfers (district, ledger, "}, transfer_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), ledger, t.number, t.debit, t.credit, t.fen, t.kind, t.phase,
                t.day, t.at, t.by, t.text, t.reference, t.reverses, t.resolves, t.expires_at,
                t.trace);
}

void insert(Call& call, std::string const& ledger, std::int64_t transfer,
            std::vector<Tag> const& tags) {
    for (auto const& tag : tags)
        call.tx.run(
            "INSERT INTO ledger_tags (district, ledger, transfer, name, value) "
            "VALUES (?, ?, ?, ?, ?)",
            call.district.name(), ledger, transfer, tag.name, tag.value);
}

std::optional<Transfer> find(Call& call, std::string const& ledger, std::int64_t number) {
    return call.tx.one<Transfer>(select_transfers<"AND number = ?">, call.district.name(), ledger,
                                 number);
}

std::optional<Transfer> find_by_reference(Call& call, std::string const& ledger,
                                          std::string const& reference) {
    return call.tx.one<Transfer>(select_transfers<"AND reference = ?">, call.district.name(),
                                 ledger, reference);
}

std::optional<std::int64_t> resolution_of(Call& call, std::string const& ledger,
                                          std::int64_t hold) {
    return call.tx.one<std::int64_t>(
        "SELECT number FROM ledger_transfers WHERE district = ? AND ledger = ? AND resolves = ?",
        call.district.name(), ledger, hold);
}

std::optional<std::int64_t> reversal_of(Call& call, std::string const& ledger,
                                        std::int64_t number) {
    return call.tx.one<std::int64_t>(
        "SELECT number FROM ledger_transfers WHERE district = ? AND ledger = ? AND reverses = ?",
        call.district.name(), ledger, number);
}

std::vector<Transfer> expired_holds(Call& call, std::string const& ledger, int limit) {
    return call.tx.all<Transfer>(
        select_transfers<"AND expires_at <= ? AND NOT EXISTS (SELECT 1 FROM ledger_transfers later "
                         "WHERE later.district = ledger_transfers.district "
                         "AND later.ledger = ledger_transfers.ledger "
                         "AND later.resolves = ledger_transfers.number) "
                         "ORDER BY expires_at, number LIMIT ?">,
        call.district.name(), ledger, call.now, limit);
}

std::vector<Transfer> transfers_of(Call& call, std::string const& ledger, std::int64_t after,
                                   int limit) {
    return call.tx.all<Transfer>(select_transfers<"AND number > ? ORDER BY number LIMIT ?">,
                                 call.district.name(), ledger, after, limit);
}

std::vector<Transfer> transfers_at(Call& call, std::string const& ledger,
                                   std::string const& account) {
    return call.tx.all<Transfer>(select_transfers<"AND (debit = ? OR credit = ?) ORDER BY number">,
                                 call.district.name(), ledger, account, account);
}

std::vector<Tag> tags_of(Call& call, std::string const& ledger, std::int64_t number) {
    return call.tx.all<Tag>(
        "SELECT name, value FROM ledger_tags WHERE district = ? AND ledger = ? AND transfer = ? "
        "ORDER BY name, value",
        call.district.name(), ledger, number);
}

void insert_closing(Call& call, std::string const& ledger, Day day, std::string const& note) {
    call.tx.run(
        "INSERT INTO ledger_closings (district, ledger, day, at, by_whom, note) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        call.district.name(), ledger, day, call.now, call.actor.id(), note);
}

std::optional<Day> closed_until(Call& call, std::string const& ledger) {
    return call.tx.one<Day>(
        "SELECT day FROM ledger_closings WHERE district = ? AND ledger = ? "
        "ORDER BY day DESC LIMIT 1",
        call.district.name(), ledger);
}

}  // namespace banshi::ledger::rows
