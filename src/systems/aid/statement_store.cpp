#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/statement_rows.h"

namespace banshi::aid::rows {

namespace {

constexpr Words file_columns{"hash, name, adapter, state, fresh, known, broken_row, at, by_whom"};
constexpr Words line_columns{
    "number, file, account, booked_on, fen, balance_after, name, counterparty, ref, remark, "
    "line_key, state, what, why, transfer"};

template <Words Where>
constexpr auto select_files = join<Words{"SELECT "}, file_columns,
                                   Words{" FROM aid_statement_files WHERE district = ? "}, Where>;
template <Words Where>
constexpr auto select_lines = join<Words{"SELECT "}, line_columns,
                                   Words{" FROM aid_statement_lines WHERE district = ? "}, Where>;

}  // namespace

void insert(Call& call, StatementFile const& f, std::string const& base64) {
    call.tx.run(join<Words{"INSERT INTO aid_statement_files (district, "}, file_columns,
                     Words{", bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), f.hash, f.name, f.adapter, f.state, f.fresh, f.known,
                f.broken_row, f.at, f.by, base64);
    bind_row(call, Bound::statement, f.hash.substr(0, bound_hash));
}

void update(Call& call, StatementFile const& f) {
    call.tx.run(
        "UPDATE aid_statement_files SET state = ?, fresh = ?, known = ?, broken_row = ? "
        "WHERE district = ? AND hash = ?",
        f.state, f.fresh, f.known, f.broken_row, call.district.name(), f.hash);
    bind_row(call, Bound::statement, f.hash.substr(0, bound_hash));
}

std::optional<StatementFile> find_file(Call& call, std::string const& hash) {
    return call.tx.one<StatementFile>(select_files<"AND hash = ?">, call.district.name(), hash);
}

std::string bytes_of(Call& call, std::string const& hash) {
    return call.tx
        .one<std::string>("SELECT bytes FROM aid_statement_files WHERE district = ? AND hash = ?",
                          call.district.name(), hash)
        .value();
}

std::vector<StatementFile> all_files(Call& call) {
    return call.tx.all<StatementFile>(select_files<"ORDER BY at DESC, hash">, call.district.name());
}

std::int64_t next_line(Call& call) {
    return call.tx
               .one<std::int64_t>(
                   "SELECT number FROM aid_statement_lines WHERE district = ? "
                   "ORDER BY number DESC LIMIT 1",
                   call.district.name())
               .value_or(0) +
           1;
}

void insert(Call& call, StatementLine const& l) {
    call.tx.run(join<Words{"INSERT INTO aid_statement_lines (district, "}, line_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), l.number, l.file, l.account, l.booked_on, l.fen,
                l.balance_after, l.name, l.counterparty, l.ref, l.remark, l.key, l.state, l.what,
                l.why, l.transfer);
    bind_row(call, Bound::line, std::to_string(l.number));
}

void update(Call& call, StatementLine const& l) {
    call.tx.run(
        "UPDATE aid_statement_lines SET state = ?, what = ?, why = ? "
        "WHERE district = ? AND number = ?",
        l.state, l.what, l.why, call.district.name(), l.number);
    bind_row(call, Bound::line, std::to_string(l.number));
}

std::optional<StatementLine> find_line(Call& call, std::int64_t number) {
    return call.tx.one<StatementLine>(select_lines<"AND number = ?">, call.district.name(), number);
}

std::vector<StatementLine> lines(Call& call, std::optional<MatchState> state) {
    if (!state)
        return call.tx.all<StatementLine>(select_lines<"ORDER BY number DESC LIMIT 500">,
                                          call.district.name());
    return call.tx.all<StatementLine>(select_lines<"AND state = ? ORDER BY number DESC LIMIT 500">,
                                      call.district.name(), *state);
}

std::vector<KnownLine> known_lines(Call& call, std::string const& account) {
    return call.tx.all<KnownLine>(
        "SELECT ref, line_key, fen FROM aid_statement_lines WHERE district = ? AND account = ?",
        call.district.name(), account);
}

std::optional<StatementLine> last_line(Call& call, std::string const& account) {
    return call.tx.one<StatementLine>(select_lines<"AND account = ? ORDER BY number DESC LIMIT 1">,
                                      call.district.name(), account);
}

std::optional<StatementLine> line_matched_with(Call& call, std::string const& what) {
    return call.tx.one<StatementLine>(select_lines<"AND what = ? ORDER BY number LIMIT 1">,
                                      call.district.name(), what);
}

std::vector<DayClosing> day_closings(Call& call, std::string const& account) {
    return call.tx.all<DayClosing>(
        "SELECT booked_on, balance_after FROM aid_statement_lines l WHERE district = ? "
        "AND account = ? AND NOT EXISTS (SELECT 1 FROM aid_statement_lines m "
        "WHERE m.district = l.district AND m.account = l.account "
        "AND m.booked_on = l.booked_on AND m.number > l.number) ORDER BY booked_on DESC",
        call.district.name(), account);
}

}  // namespace banshi::aid::rows
