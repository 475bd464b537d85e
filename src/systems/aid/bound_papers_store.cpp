// Which columns of which rows an entry binds. A column that a deed may write belongs here, or into
// test/tamper/unbound.txt with its reason.

#include "systems/aid/bound_papers.h"

#include <algorithm>

namespace banshi::aid::rows {

namespace {

// How a number is asked for: as a text, or as the whole number that the column holds.
enum class By { text, whole };

// One statement for each paper: number, salt, four sealed columns, and all others as one text in
// which '\x1f' stands between two facts. It is the same on both databases.
template <By by, bool one, Words Paper, Words Alias, Words Number, Words Sealed, Words Tables,
          Words Order, Words... Columns>
struct Frame {
    static constexpr void say(auto const& add) {
        add(Words{"SELECT "});
        say_number(add);
        add(Words{", (SELECT z.salt FROM aid_salts z WHERE z.district = "});
        add(Alias);
        add(Words{".district AND z.paper = '"});
        add(Paper);
        add(Words{"' AND z.number = "});
        say_number(add);
        add(Words{"), "});
        add(Sealed);
        add(Words{", ''"});
        ((add(Words{" || '\x1f' || COALESCE(CAST("}), add(Columns), add(Words{" AS TEXT), '-')"})),
         ...);
        add(Words{" FROM "});
        add(Tables);
        add(Words{" WHERE "});
        add(Alias);
        add(Words{".district = ?"});
        if (one) {
            add(Words{" AND "});
            add(Number);
            by == By::text ? add(Words{" = ?"}) : add(Words{" = CAST(? AS BIGINT)"});
        }
        add(Words{" ORDER BY "});
        add(Number);
        add(Order);
    }
    static constexpr void say_number(auto const& add) {
        if (by == By::whole) add(Words{"CAST("});
        add(Number);
        if (by == By::whole) add(Words{" AS TEXT)"});
    }

    static constexpr std::size_t size = [] {
        std::size_t all = 0;
        say([&](auto const& words) { all += words.size; });
        return all;
    }();
    static constexpr auto text = [] {
        std::array<char, size> out{};
        auto* at = out.data();
        say([&](auto const& words) { at = std::copy_n(words.text, words.size, at); });
        return out;
    }();
};

template <By by, Words... Parts>
constexpr Statements paper{Frame<by, false, Parts...>::text, Frame<by, true, Parts...>::text};

constexpr Words none{"'', '', '', ''"};

constexpr struct {
    Bound what;
    Statements sql;
} papers[]{
    {Bound::donor, paper<By::text, "donor", "d", "d.number", "d.phone, '', '', ''", "aid_donors d",
                         "", "d.kind", "d.name", "d.anonymous", "d.at", "d.code_hash">},
    {Bound::pledge, paper<By::text, "pledge", "p", "p.number", none,
                          "aid_pledges p LEFT JOIN aid_instalments i ON i.district = p.district "
                          "AND i.pledge = p.number",
                          ", i.serial", "p.campaign", "p.donor", "p.fen", "p.at", "p.cancelled_at",
                          "p.why", "i.serial", "i.fen", "i.due", "i.paid", "i.cancelled">},
    {Bound::donation,
     paper<By::whole, "donation", "d", "d.lot", none,
           "aid_donations d LEFT JOIN aid_receipts r ON r.district = d.district AND r.lot = d.lot",
           // By the bare column SQLite would read all receipts in their order, and not those of the
           // lot.
           ", COALESCE(r.number, '')", "d.donor", "d.campaign", "d.pledge", "d.fen", "d.way",
           "d.day", "d.transfer", "d.source", "d.at", "d.reversed_at", "d.why", "r.number",
           "r.state", "r.day", "r.at", "r.by_whom", "r.handler", "r.why", "r.trace">},
    {Bound::slip, paper<By::text, "slip", "s", "s.number", none, "aid_cash_slips s", "", "s.donor",
                        "s.pledge", "s.fen", "s.counted_by", "s.counted_name", "s.counted_at",
                        "s.signed_at", "s.signed_by", "s.lot">},
    {Bound::fund,
     paper<By::text, "fund", "f", "f.family", "f.payee_name, f.payee_account, '', ''",
           "aid_funds f", "", "f.campaign", "f.payee_bank", "f.opened_at", "f.ended_at">},
    {Bound::family, paper<By::text, "family", "f", "f.number", "f.facts, f.payee, '', ''",
                          "aid_families f LEFT JOIN aid_family_steps s ON s.district = f.district "
                          "AND s.family = f.number",
                          ", s.serial", "f.campaign", "f.person", "f.street", "f.category",
                          "f.state", "f.salt", "f.at", "f.visited_on", "f.serial", "s.serial",
                          "s.at", "s.by_whom", "s.state", "s.why">},
    {Bound::score, paper<By::text, "score", "s", "s.family", "s.snapshot, '', '', ''",
                         "aid_scores s", ", s.campaign", "s.campaign", "s.street", "s.weights",
                         "s.points", "s.hash", "s.at", "s.drawn", "s.ruling", "s.by_whom">},
    {Bound::pairing,
     paper<By::text, "pairing", "p", "p.number", none,
           "aid_pairings p LEFT JOIN aid_pairing_shares s ON s.district = p.district "
           "AND s.pairing = p.number",
           ", s.donor", "p.campaign", "p.family", "p.state", "p.at", "p.family_agreed_at", "p.why",
           "p.proposed_by", "s.donor", "s.fen_per_year", "s.agreed_at">},
    {Bound::visit, paper<By::text, "visit", "v", "v.number", none, "aid_visits v", "", "v.campaign",
                         "v.family", "v.kind", "v.state", "v.year", "v.planned_on", "v.chosen",
                         "v.done_on", "v.received", "v.rightly", "v.note", "v.by_whom">},
    {Bound::campaign,
     paper<By::text, "campaign", "c", "c.number", none,
           "aid_campaigns c LEFT JOIN aid_campaign_steps s ON s.district = c.district "
           "AND s.campaign = c.number",
           ", s.at, s.state", "c.name", "c.state", "c.first_year", "c.years", "c.families",
           "c.fen_a_family", "c.prepared_at", "s.state", "s.at", "s.by_whom", "s.note">},
    {Bound::selection,
     paper<By::text, "selection", "s", "s.campaign", none,
           "aid_selections s LEFT JOIN aid_decisions d ON d.district = s.district "
           "AND d.campaign = s.campaign",
           ", d.serial", "s.places", "s.by_street", "s.weights", "s.planned_at", "s.scored_at",
           "s.draw", "s.notice_from", "s.notice_to", "s.selected_at", "s.planned_by",
           "s.proposed_at", "s.proposed_by", "s.proposed_name", "s.publicised_by",
           "s.publicised_name", "s.decided_by", "s.decided_name", "d.serial", "d.family", "d.what",
           "d.reason", "d.voters", "d.at", "d.by_whom">},
    {Bound::money_decision,
     paper<By::text, "money_decision", "d", "d.number", none, "aid_money_decisions d", "",
           "d.about", "d.year", "d.families", "d.family", "d.fen", "d.reason", "d.voters", "d.at",
           "d.by_whom">},
    {Bound::objection,
     paper<By::text, "objection", "o", "o.objection", "o.phone, '', '', ''", "aid_objections o", "",
           "o.campaign", "o.family", "o.text", "o.at", "o.answered_at", "o.upheld", "o.answer">},
    {Bound::batch,
     paper<By::text, "batch", "b", "b.number", none, "aid_batches b", "", "b.year", "b.state",
           "b.orders", "b.fen", "b.drafted_by", "b.checked_by", "b.approved_by", "b.drafted_at",
           "b.sent_at", "b.hash", "b.why", "b.file">},
    {Bound::closing, paper<By::whole, "closing", "c", "c.day", none,
                           "(SELECT * FROM ledger_closings WHERE ledger = 'aid') c", "", "c.at",
                           "c.by_whom", "c.note">},
    {Bound::transfer,
     paper<By::whole, "transfer", "t", "t.number", none,
           "(SELECT * FROM ledger_transfers WHERE ledger = 'aid') t LEFT JOIN ledger_tags g "
           "ON g.district = t.district AND g.ledger = t.ledger AND g.transfer = t.number",
           ", g.name, g.value", "t.at", "t.kind", "t.trace", "g.name", "g.value">},
    {Bound::allocation,
     paper<By::text, "allocation", "a", "a.number", none, "aid_allocations a", "", "a.family",
           "a.year", "a.donor", "a.pairing", "a.fen", "a.hold", "a.at", "a.settled", "a.released">},
    {Bound::order, paper<By::text, "order", "o", "o.number", none, "aid_orders o", "", "o.batch",
                         "o.family", "o.year", "o.fen", "o.state", "o.replaces", "o.reason",
                         "o.hold", "o.paid", "o.paid_on", "o.bank_ref">},
    {Bound::answer,
     paper<By::text, "answer", "a", "substr(a.hash, 1, 8)", none,
           "aid_answers a LEFT JOIN aid_answer_lines l ON l.district = a.district "
           "AND l.answer = a.hash",
           ", a.hash, l.serial", "a.hash", "a.name", "a.state", "a.paid", "a.refused", "a.rejected",
           "a.at", "a.by_whom", "l.serial", "l.order_no", "l.result", "l.reason", "l.bank_ref",
           "l.booked_on", "l.fen", "l.state", "l.trouble">},
    {Bound::statement,
     paper<By::text, "statement", "f", "substr(f.hash, 1, 8)", none, "aid_statement_files f",
           ", f.hash", "f.hash", "f.name", "f.adapter", "f.state", "f.fresh", "f.known",
           "f.broken_row", "f.at", "f.by_whom", "f.bytes">},
    {Bound::line,
     paper<By::whole, "line", "l", "l.number", "l.name, l.counterparty, l.remark, ''",
           "aid_statement_lines l", "", "l.file", "l.account", "l.booked_on", "l.fen",
           "l.balance_after", "l.ref", "l.line_key", "l.state", "l.what", "l.why", "l.transfer">},
    {Bound::relative, paper<By::text, "relative", "r", "r.family", none, "aid_relatives r",
                            ", r.who", "r.who", "r.at", "r.by_whom">},
    {Bound::wish, paper<By::text, "wish", "w", "w.donor", none, "aid_wishes w", "", "w.street",
                        "w.pupil", "w.most", "w.at", "w.by_whom">},
    {Bound::forbidden, paper<By::text, "forbidden", "f", "f.donor", none, "aid_forbidden_pairs f",
                             ", f.family", "f.family", "f.why", "f.at", "f.by_whom">},
    {Bound::promise, paper<By::whole, "promise", "p", "p.year", none, "aid_promises p", "",
                           "p.families", "p.at", "p.by_whom">},
    {Bound::import, paper<By::text, "import", "i", "i.number", none, "aid_imports i", "",
                          "i.campaign", "i.name", "i.added", "i.changed", "i.unchanged", "i.at",
                          "i.by_whom", "i.undone_at", "i.undone_by", "i.undone_why">},
    {Bound::replaced,
     paper<By::text, "replaced", "r", "r.family", "r.facts, r.payee, r.phone_was, r.phone_is",
           "aid_replaced r", ", r.import", "r.import", "r.serial", "r.did", "r.person", "r.street",
           "r.category">},
    {Bound::sample,
     paper<By::text, "sample", "s", "s.campaign", none, "aid_samples s", ", s.year", "s.year",
           "s.log_size", "s.seed", "s.chosen", "s.others", "s.at", "s.by_whom">},
    {Bound::confirmation,
     paper<By::text, "confirmation", "c", "c.family", none, "aid_confirmations c", ", c.year",
           "c.year", "c.fen", "c.in_full", "c.at">},
    {Bound::payee, paper<By::text, "payee", "p", "p.order_no", "p.name, p.account, '', ''",
                         "aid_order_payees p", "", "p.bank">},
    {Bound::past_fund, paper<By::text, "past_fund", "p", "p.family", none, "aid_past_funds p",
                             ", p.campaign", "p.campaign", "p.opened_at", "p.ended_at">},
    {Bound::report,
     paper<By::text, "report", "r", "r.number", none,
           "aid_reports r LEFT JOIN aid_report_versions v ON v.district = r.district "
           "AND v.report = r.number",
           ", v.version", "r.campaign", "r.kind", "r.day", "v.version", "v.text", "v.party",
           "v.fen", "v.why", "v.at", "v.by_whom">},
};

}  // namespace

Statements statements_of(Bound what) {
    return std::ranges::find(papers, what, [](auto const& each) { return each.what; })->sql;
}

}  // namespace banshi::aid::rows
