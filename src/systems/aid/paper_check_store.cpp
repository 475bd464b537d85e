#include "systems/aid/paper_check.h"

#include <cstdlib>

#include "store/store.h"
#include "systems/aid/books.h"

namespace banshi::aid {

namespace {

using Number = std::optional<std::int64_t>;
using Text = std::optional<std::string>;

class PaperCheck {
public:
    explicit PaperCheck(Call& call) : tx_(call.tx), district_(call.district.name()) {}

    std::vector<std::string> run() {
        look_at_donations();
        look_at_allocations();
        look_at_orders();
        look_at_batches();
        look_at_answers();
        look_at_lines();
        return std::move(found_);
    }

private:
    // Giver and day stand with the donation, its lot, its transfer and its tag.
    void look_at_donations() {
        struct Row {
            std::string receipt, donor;
            std::int64_t day, receipt_day, transfer;
            Text owner;
            Number lot_day, lot_transfer, booked_on;
            Text tag;
        };
        each<Row>(
            "SELECT r.number, d.donor, d.day, r.day, d.transfer, l.owner, l.day, l.transfer, "
            "t.day, "
            "g.value FROM aid_receipts r JOIN aid_donations d ON d.district = r.district "
            "AND d.lot = r.lot LEFT JOIN ledger_lots l ON l.district = d.district "
            "AND l.ledger = 'aid' AND l.number = d.lot LEFT JOIN ledger_transfers t "
            "ON t.district = d.district AND t.ledger = 'aid' AND t.number = d.transfer "
            "LEFT JOIN ledger_tags g ON g.district = d.district AND g.ledger = 'aid' "
            "AND g.transfer = d.transfer AND g.name = 'donor' WHERE r.district = ? "
            "ORDER BY r.number",
            [this](Row const& row) {
                bool const same = row.owner == row.donor && row.tag == row.donor &&
                                  row.lot_transfer == row.transfer && row.lot_day == row.day &&
                                  row.booked_on == row.day && row.receipt_day == row.day;
                if (!same) found_.push_back(row.receipt);
            });
    }

    // Read from the holds, so that one whose allocation is gone is seen too.
    void look_at_allocations() {
        struct Row {
            std::int64_t transfer;
            std::string paper, fund;
            Fen held;
            Text number, family, donor;
            std::optional<Fen> fen;
            Number settled, released;
            Text phase, tag, payee;
            Number ended;
        };
        each<Row>(
            "SELECT t.number, COALESCE(t.reference, ''), t.credit, t.fen, a.number, a.family, "
            "a.donor, a.fen, a.settled, a.released, e.phase, g.value, f.family, e.number "
            "FROM ledger_transfers t "
            "LEFT JOIN aid_allocations a ON a.district = t.district AND a.hold = t.number "
            "LEFT JOIN ledger_transfers e ON e.district = t.district AND e.ledger = 'aid' "
            "AND e.resolves = t.number LEFT JOIN ledger_tags g ON g.district = t.district "
            "AND g.ledger = 'aid' AND g.transfer = t.number AND g.name = 'donor' "
            "LEFT JOIN aid_funds f ON f.district = t.district AND f.family = a.family "
            "WHERE t.district = ? AND t.ledger = 'aid' AND t.phase = 'held' "
            "AND t.kind = 'allocated' ORDER BY t.number",
            [this](Row const& row) {
                auto const ended = row.settled ? row.settled : row.released;
                bool const as_ended =
                    !row.phase || (*row.phase == "settled") == row.settled.has_value();
                bool const same = row.number == row.paper && row.family && row.payee &&
                                  fund_of(*row.family) == row.fund && row.fen == row.held &&
                                  row.donor == row.tag.value_or("") && ended == row.ended &&
                                  as_ended;
                if (!same) found_.push_back(row.paper);
            });
    }

    void look_at_orders() {
        struct Row {
            std::string number, family, state;
            Fen fen;
            Number paid, paid_on;
            std::optional<Fen> moved;
            Number booked_on;
            Text debit, tag;
            Number back;
        };
        each<Row>(
            "SELECT o.number, o.family, o.state, o.fen, o.paid, o.paid_on, t.fen, t.day, t.debit, "
            "g.value, b.number FROM aid_orders o LEFT JOIN ledger_transfers t "
            "ON t.district = o.district AND t.ledger = 'aid' AND t.number = o.paid "
            "LEFT JOIN ledger_tags g ON g.district = o.district AND g.ledger = 'aid' "
            "AND g.transfer = o.paid AND g.name = 'voucher' LEFT JOIN ledger_transfers b "
            "ON b.district = o.district AND b.ledger = 'aid' AND b.reverses = o.paid "
            "WHERE o.district = ? ORDER BY o.number",
            [this](Row const& row) {
                bool const paid = row.state == "paid";
                bool const as_said = paid == (row.paid && !row.back);
                bool const same =
                    !row.paid || (row.moved == row.fen && row.tag == row.number &&
                                  row.booked_on == row.paid_on && row.debit == fund_of(row.family));
                if (!as_said || !same) found_.push_back(row.number);
            });
    }

    void look_at_batches() {
        struct Row {
            std::string number;
            std::int64_t orders;
            Fen fen;
            std::int64_t counted;
            Fen sum;
        };
        each<Row>(
            "SELECT b.number, b.orders, b.fen, COUNT(o.number), "
            "CAST(COALESCE(SUM(o.fen), 0) AS BIGINT) FROM aid_batches b LEFT JOIN aid_orders o "
            "ON o.district = b.district AND o.batch = b.number WHERE b.district = ? "
            "GROUP BY b.number, b.orders, b.fen ORDER BY b.number",
            [this](Row const& row) {
                if (row.orders != row.counted || row.fen != row.sum) found_.push_back(row.number);
            });
    }

    // A file of answers is called by its name; two may have the same. It counts as paid what was
    // known to be.
    void look_at_answers() {
        struct Row {
            std::string name;
            std::int64_t paid, refused, rejected, lines_paid, lines_refused, lines;
        };
        each<Row>(
            "SELECT a.name, a.paid, a.refused, a.rejected, "
            "COUNT(CASE WHEN l.state IN ('paid', 'known') THEN 1 END), "
            "COUNT(CASE WHEN l.state = 'refused' THEN 1 END), COUNT(l.serial) FROM aid_answers a "
            "LEFT JOIN aid_answer_lines l ON l.district = a.district AND l.answer = a.hash "
            "WHERE a.district = ? GROUP BY a.hash, a.name, a.paid, a.refused, a.rejected "
            "ORDER BY a.hash",
            [this](Row const& row) {
                bool const same = row.paid == row.lines_paid && row.refused == row.lines_refused &&
                                  row.paid + row.refused + row.rejected == row.lines;
                if (!same) found_.push_back(row.name);
            });
    }

    // What a line brought or took is what was booked for it.
    void look_at_lines() {
        struct Row {
            std::int64_t number;
            Fen fen;
            std::string state, what;
            std::optional<Fen> moved;
        };
        each<Row>(
            "SELECT s.number, s.fen, s.state, s.what, t.fen FROM aid_statement_lines s "
            "LEFT JOIN ledger_transfers t ON t.district = s.district AND t.ledger = 'aid' "
            "AND t.number = s.transfer WHERE s.district = ? AND s.transfer > 0 ORDER BY s.number",
            [this](Row const& row) {
                bool const as_said = (row.state == "ignored") == (row.what == "ignored");
                if (row.moved != std::abs(row.fen) || !as_said)
                    found_.push_back(std::to_string(row.number));
            });
    }

    template <class Row, class See>
    void each(Sql sql, See const& see) {
        for (auto const& row : tx_.all<Row>(sql, district_)) see(row);
    }

    Transaction& tx_;
    std::string const& district_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> papers_that_differ(Call& call) { return PaperCheck(call).run(); }

}  // namespace banshi::aid
