#include "engines/ledger/rows.h"
#include "store/store.h"

namespace banshi::ledger::rows {

namespace {

constexpr Words lot_columns{"number, owner, fen, transfer, day"};

template <Words Where>
constexpr auto select_lots =
    join<Words{"SELECT "}, lot_columns,
         Words{" FROM ledger_lots WHERE district = ? AND ledger = ? "}, Where>;

}  // namespace

void insert(Call& call, std::string const& ledger, std::int64_t transfer,
            std::vector<Part> const& parts) {
    for (auto const& part : parts)
        call.tx.run(
            "INSERT INTO ledger_parts (district, ledger, transfer, lot, fen) "
            "VALUES (?, ?, ?, ?, ?)",
            call.district.name(), ledger, transfer, part.lot, part.fen);
}

std::vector<Part> parts_of(Call& call, std::string const& ledger, std::int64_t number) {
    return call.tx.all<Part>(
        "SELECT lot, fen FROM ledger_parts WHERE district = ? AND ledger = ? AND transfer = ? "
        "ORDER BY lot",
        call.district.name(), ledger, number);
}

std::map<std::int64_t, std::vector<Part>> all_parts(Call& call, std::string const& ledger) {
    struct Row {
        std::int64_t transfer, lot;
        Fen fen;
    };
    std::map<std::int64_t, std::vector<Part>> parts;
    call.tx.each<Row>(
        "SELECT transfer, lot, fen FROM ledger_parts WHERE district = ? AND ledger = ? "
        "ORDER BY transfer, lot",
        [&](Row const& row) {
            parts[row.transfer].push_back({row.lot, row.fen});
        },
        call.district.name(), ledger);
    return parts;
}

void insert(Call& call, std::string const& ledger, Lot const& lot) {
    call.tx.run(
        "INSERT INTO ledger_lots (district, ledger, number, owner, fen, transfer, day) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), ledger, lot.number, lot.owner, lot.fen, lot.transfer, lot.day);
}

std::optional<Lot> find_lot(Call& call, std::string const& ledger, std::int64_t lot) {
    return call.tx.one<Lot>(select_lots<"AND number = ?">, call.district.name(), ledger, lot);
}

std::vector<Lot> lots_of(Call& call, std::string const& ledger, std::string const& owner) {
    return call.tx.all<Lot>(select_lots<"AND owner = ? ORDER BY number">, call.district.name(),
                            ledger, owner);
}

std::vector<Lot> all_lots(Call& call, std::string const& ledger) {
    return call.tx.all<Lot>(select_lots<"ORDER BY number">, call.district.name(), ledger);
}

std::vector<Moved> moves_of(Call& call, std::string const& ledger, std::int64_t lot) {
    return call.tx.all<Moved>(
        "SELECT transfer, fen FROM ledger_parts WHERE district = ? AND ledger = ? AND lot = ? "
        "ORDER BY transfer",
        call.district.name(), ledger, lot);
}

std::vector<Part> free_parts(Call& call, std::string const& ledger, std::string const& account) {
    return call.tx.all<Part>(
        "SELECT lot, fen FROM ledger_places WHERE district = ? AND ledger = ? AND account = ? "
        "AND fen > 0 ORDER BY lot",
        call.district.name(), ledger, account);
}

Fen free_part(Call& call, std::string const& ledger, std::string const& account, std::int64_t lot) {
    return call.tx
        .one<Fen>(
            "SELECT fen FROM ledger_places WHERE district = ? AND ledger = ? AND account = ? "
            "AND lot = ?",
            call.district.name(), ledger, account, lot)
        .value_or(0);
}

// A change that takes away finds its row: what is not there cannot be taken.
void add_place(Call& call, std::string const& ledger, std::string const& account,
               Part const& change) {
    if (change.fen < 0) {
        call.tx.run(
            "UPDATE ledger_places SET fen = fen + ? WHERE district = ? AND ledger = ? "
            "AND account = ? AND lot = ?",
            change.fen, call.district.name(), ledger, account, change.lot);
        return;
    }
    call.tx.run(
        "INSERT INTO ledger_places (district, ledger, account, lot, fen) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (district, ledger, account, lot) "
        "DO UPDATE SET fen = ledger_places.fen + excluded.fen",
        call.district.name(), ledger, account, change.lot, change.fen);
}

std::vector<Place> places_of(Call& call, std::string const& ledger, std::int64_t lot) {
    return call.tx.all<Place>(
        "SELECT account, lot, fen FROM ledger_places WHERE district = ? AND ledger = ? "
        "AND lot = ? AND fen > 0 ORDER BY account",
        call.district.name(), ledger, lot);
}

std::vector<Place> all_places(Call& call, std::string const& ledger) {
    return call.tx.all<Place>(
        "SELECT account, lot, fen FROM ledger_places WHERE district = ? AND ledger = ? "
        "ORDER BY account, lot",
        call.district.name(), ledger);
}

}  // namespace banshi::ledger::rows
