#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/payment_rows.h"

namespace banshi::aid::rows {

namespace {

constexpr Words batch_columns{
    "number, year, state, orders, fen, drafted_by, checked_by, approved_by, drafted_at, sent_at, "
    "hash, why"};
constexpr Words order_columns{
    "number, batch, family, year, fen, state, replaces, reason, hold, paid, paid_on, bank_ref"};
constexpr Words answer_columns{"hash, name, state, paid, refused, rejected, at, by_whom"};

template <Words Where>
constexpr auto select_batches =
    join<Words{"SELECT "}, batch_columns, Words{" FROM aid_batches WHERE district = ? "}, Where>;
template <Words Where>
constexpr auto select_orders =
    join<Words{"SELECT "}, order_columns, Words{" FROM aid_orders WHERE district = ? "}, Where>;
template <Words Where>
constexpr auto select_answers =
    join<Words{"SELECT "}, answer_columns, Words{" FROM aid_answers WHERE district = ? "}, Where>;

}  // namespace

void insert(Call& call, Batch const& b) {
    call.tx.run(join<Words{"INSERT INTO aid_batches (district, "}, batch_columns,
                     Words{", file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"}>,
                call.district.name(), b.number, b.year, b.state, b.orders, b.fen, b.drafted_by,
                b.checked_by, b.approved_by, b.drafted_at, b.sent_at, b.hash, b.why);
    bind_row(call, Bound::batch, b.number);
}

void update(Call& call, Batch const& b) {
    call.tx.run(
        "UPDATE aid_batches SET state = ?, checked_by = ?, approved_by = ?, sent_at = ?, "
        "hash = ?, why = ? WHERE district = ? AND number = ?",
        b.state, b.checked_by, b.approved_by, b.sent_at, b.hash, b.why, call.district.name(),
        b.number);
    bind_row(call, Bound::batch, b.number);
}

std::optional<Batch> find_batch(Call& call, std::string const& number) {
    return call.tx.one<Batch>(select_batches<"AND number = ?">, call.district.name(), number);
}

std::vector<Batch> batches_of(Call& call, int year) {
    return call.tx.all<Batch>(select_batches<"AND year = ? ORDER BY number DESC">,
                              call.district.name(), year);
}

void keep_file(Call& call, std::string const& batch, std::string const& base64) {
    call.tx.run("UPDATE aid_batches SET file = ? WHERE district = ? AND number = ?", base64,
                call.district.name(), batch);
    bind_row(call, Bound::batch, batch);
}

std::optional<std::string> file_of(Call& call, std::string const& batch) {
    return call.tx.one<std::string>(
        "SELECT file FROM aid_batches WHERE district = ? AND number = ? AND file IS NOT NULL",
        call.district.name(), batch);
}

void insert(Call& call, Order const& o) {
    call.tx.run(join<Words{"INSERT INTO aid_orders (district, "}, order_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), o.number, o.batch, o.family, o.year, o.fen, o.state,
                o.replaces, o.reason, o.hold, o.paid, o.paid_on, o.bank_ref);
    bind_row(call, Bound::order, o.number);
}

void update(Call& call, Order const& o) {
    call.tx.run(
        "UPDATE aid_orders SET state = ?, reason = ?, hold = ?, paid = ?, paid_on = ?, "
        "bank_ref = ? WHERE district = ? AND number = ?",
        o.state, o.reason, o.hold, o.paid, o.paid_on, o.bank_ref, call.district.name(), o.number);
    bind_row(call, Bound::order, o.number);
}

void insert(Call& call, OrderPayee const& p) {
    call.tx.run(
        "INSERT INTO aid_order_payees (district, order_no, name, account, bank) "
        "VALUES (?, ?, ?, ?, ?)",
        call.district.name(), p.order, p.name, p.account, p.bank);
    bind_row(call, Bound::payee, p.order);
}

std::optional<OrderPayee> find_payee(Call& call, std::string const& order) {
    struct Row {
        std::string name, account, bank;
    };
    auto const row = call.tx.one<Row>(
        "SELECT name, account, bank FROM aid_order_payees WHERE district = ? AND order_no = ?",
        call.district.name(), order);
    return row ? std::optional(OrderPayee{order, row->name, row->account, row->bank})
               : std::nullopt;
}

std::optional<Order> find_order(Call& call, std::string const& number) {
    return call.tx.one<Order>(select_orders<"AND number = ?">, call.district.name(), number);
}

std::vector<Order> orders_in(Call& call, std::string const& batch) {
    return call.tx.all<Order>(select_orders<"AND batch = ? ORDER BY number">, call.district.name(),
                              batch);
}

std::vector<Order> orders_of(Call& call, std::string const& family, int year) {
    return call.tx.all<Order>(select_orders<"AND family = ? AND year = ? ORDER BY number">,
                              call.district.name(), family, year);
}

std::vector<Order> orders_of_year(Call& call, int year) {
    return call.tx.all<Order>(select_orders<"AND year = ? ORDER BY number">, call.district.name(),
                              year);
}

std::optional<Order> order_paid_by(Call& call, std::int64_t transfer) {
    return call.tx.one<Order>(select_orders<"AND paid = ?">, call.district.name(), transfer);
}

std::optional<Order> order_held_by(Call& call, std::int64_t hold) {
    return call.tx.one<Order>(select_orders<"AND hold = ?">, call.district.name(), hold);
}

void insert(Call& call, Answer const& a) {
    call.tx.run(join<Words{"INSERT INTO aid_answers (district, "}, answer_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), a.hash, a.name, a.state, a.paid, a.refused, a.rejected, a.at,
                a.by);
    bind_row(call, Bound::answer, a.hash.substr(0, bound_hash));
}

std::optional<Answer> find_answer(Call& call, std::string const& hash) {
    return call.tx.one<Answer>(select_answers<"AND hash = ?">, call.district.name(), hash);
}

std::vector<Answer> all_answers(Call& call) {
    return call.tx.all<Answer>(select_answers<"ORDER BY at DESC, hash">, call.district.name());
}

void insert(Call& call, std::string const& answer, int serial, AnswerLine const& l) {
    call.tx.run(
        "INSERT INTO aid_answer_lines (district, answer, serial, order_no, result, reason, "
        "bank_ref, booked_on, fen, state, trouble) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), answer, serial, l.order, l.result, l.reason, l.bank_ref, l.booked_on,
        l.fen, l.state, l.trouble);
    bind_row(call, Bound::answer, answer.substr(0, bound_hash));
}

std::vector<AnswerLine> lines_of(Call& call, std::string const& answer) {
    return call.tx.all<AnswerLine>(
        "SELECT order_no, result, reason, bank_ref, booked_on, fen, state, trouble "
        "FROM aid_answer_lines WHERE district = ? AND answer = ? ORDER BY serial",
        call.district.name(), answer);
}

}  // namespace banshi::aid::rows
