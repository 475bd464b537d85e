#include "systems/aid/bound_rows.h"

#include <algorithm>

#include "engines/people/keys.h"
#include "store/store.h"

namespace banshi::aid::rows {

namespace {

// Stands between two facts; none of them has it in it.
constexpr char unit_separator = '\x1f';
constexpr Words fact_begins{" || '\x1f' || COALESCE(CAST("};
constexpr Words fact_ends{" AS TEXT), '-')"};
constexpr Words sql_select{"SELECT "};
constexpr Words sql_comma{", "};
constexpr Words sql_open{", ''"};
constexpr Words sql_from{" FROM "};

// Number, since when, three sealed columns, and all others as one text: the same on both
// databases.
template <Words Key, Words Order, Words Number, Words Since, Words Sealed, Words From,
          Words... Columns>
constexpr auto facts_sql = [] {
    constexpr auto fixed = sql_select.size + Number.size + sql_comma.size + Since.size +
                           sql_comma.size + Sealed.size + sql_open.size + sql_from.size +
                           From.size + Key.size + Order.size;
    std::array<char, (fixed + ... + (fact_begins.size + Columns.size + fact_ends.size))> out{};
    auto* at = out.data();
    auto const add = [&](auto const&... words) {
        ((at = std::copy_n(words.text, words.size, at)), ...);
    };
    add(sql_select, Number, sql_comma, Since, sql_comma, Sealed, sql_open);
    (add(fact_begins, Columns, fact_ends), ...);
    add(sql_from, From, Key, Order);
    return out;
}();

// All of a district, and those of one number; lines of one number stand together.
struct Statements {
    Sql all, one;
};
template <Words Key, Words Order, Words... Parts>
constexpr Statements statements{facts_sql<"", Order, Parts...>, facts_sql<Key, Order, Parts...>};

constexpr struct {
    Bound what;
    Statements sql;
} all_bound[]{
    {Bound::donor, statements<" AND d.number = ?", " ORDER BY d.number", "d.number", "d.at",
                              "d.phone, '', ''", "aid_donors d WHERE d.district = ?", "d.kind",
                              "d.name", "d.anonymous", "d.code_hash">},
    {Bound::pledge,
     statements<" AND p.number = ?", " ORDER BY p.number, i.serial", "p.number", "p.at",
                "'', '', ''",
                "aid_pledges p LEFT JOIN aid_instalments i ON i.district = p.district "
                "AND i.pledge = p.number WHERE p.district = ?",
                "p.campaign", "p.donor", "p.fen", "p.at", "p.cancelled_at", "p.why", "i.serial",
                "i.fen", "i.due", "i.paid", "i.cancelled">},
    {Bound::donation,
     statements<" AND d.lot = CAST(? AS BIGINT)", " ORDER BY d.lot, r.number",
                "CAST(d.lot AS TEXT)", "d.at", "'', '', ''",
                "aid_donations d LEFT JOIN aid_receipts r ON r.district = d.district "
                "AND r.lot = d.lot WHERE d.district = ?",
                "d.donor", "d.campaign", "d.pledge", "d.fen", "d.way", "d.day", "d.transfer",
                "d.source", "d.reversed_at", "d.why", "r.number", "r.state", "r.day", "r.at",
                "r.by_whom", "r.handler", "r.why">},
    {Bound::slip,
     statements<" AND s.number = ?", " ORDER BY s.number", "s.number", "s.counted_at", "'', '', ''",
                "aid_cash_slips s WHERE s.district = ?", "s.donor", "s.pledge", "s.fen",
                "s.counted_by", "s.counted_name", "s.signed_at", "s.signed_by", "s.lot">},
    {Bound::fund,
     statements<" AND f.family = ?", " ORDER BY f.family", "f.family", "f.opened_at",
                "f.payee_name, f.payee_account, ''", "aid_funds f WHERE f.district = ?",
                "f.campaign", "f.payee_bank", "f.ended_at">},
    {Bound::family,
     statements<" AND f.number = ?", " ORDER BY f.number, s.serial", "f.number", "f.at",
                "f.facts, f.payee, ''",
                "aid_families f LEFT JOIN aid_family_steps s ON s.district = f.district "
                "AND s.family = f.number AND s.state IN ('active', 'suspended', 'graduated', "
                "'died', 'moved', 'finished') WHERE f.district = ?",
                "f.campaign", "f.person", "f.street", "f.category", "f.visited_on", "s.at",
                "s.by_whom", "s.state", "s.why">},
    {Bound::score, statements<" AND s.family = ?", " ORDER BY s.family, s.campaign", "s.family",
                              "s.at", "'', '', ''",
                              "aid_scores s WHERE s.district = ? AND (s.drawn IS NOT NULL "
                              "OR s.ruling <> '')",
                              "s.campaign", "s.drawn", "s.ruling", "s.points", "s.by_whom">},
    {Bound::pairing,
     statements<" AND p.number = ?", " ORDER BY p.number, s.donor", "p.number", "p.at",
                "'', '', ''",
                "aid_pairings p LEFT JOIN aid_pairing_shares s ON s.district = p.district "
                "AND s.pairing = p.number WHERE p.district = ?",
                "p.campaign", "p.family", "p.state", "p.family_agreed_at", "p.why", "p.proposed_by",
                "s.donor", "s.fen_per_year", "s.agreed_at">},
    {Bound::visit, statements<" AND v.number = ?", " ORDER BY v.number", "v.number", "0",
                              "'', '', ''", "aid_visits v WHERE v.district = ?", "v.campaign",
                              "v.family", "v.kind", "v.state", "v.year", "v.planned_on", "v.chosen",
                              "v.done_on", "v.received", "v.rightly", "v.note", "v.by_whom">},
    {Bound::campaign,
     statements<" AND c.number = ?", " ORDER BY c.number, s.at, s.state", "c.number",
                "c.prepared_at", "'', '', ''",
                "aid_campaigns c LEFT JOIN aid_campaign_steps s ON s.district = c.district "
                "AND s.campaign = c.number WHERE c.district = ?",
                "c.name", "c.state", "c.first_year", "c.years", "c.families", "c.fen_a_family",
                "s.state", "s.at", "s.by_whom", "s.note">},
    {Bound::selection,
     statements<" AND s.campaign = ?", " ORDER BY s.campaign, d.serial", "s.campaign",
                "s.planned_at", "'', '', ''",
                "aid_selections s LEFT JOIN aid_decisions d ON d.district = s.district "
                "AND d.campaign = s.campaign WHERE s.district = ?",
                "s.places", "s.by_street", "s.weights", "s.scored_at", "s.draw", "s.notice_from",
                "s.notice_to", "s.selected_at", "s.planned_by", "s.proposed_by", "s.proposed_name",
                "s.publicised_by", "s.publicised_name", "s.decided_by", "s.decided_name",
                "d.family", "d.what", "d.reason", "d.voters", "d.at", "d.by_whom">},
    {Bound::money_decision,
     statements<" AND d.number = ?", " ORDER BY d.number", "d.number", "d.at", "'', '', ''",
                "aid_money_decisions d WHERE d.district = ?", "d.about", "d.year", "d.families",
                "d.family", "d.fen", "d.reason", "d.voters", "d.by_whom">},
    {Bound::objection,
     statements<" AND o.objection = ?", " ORDER BY o.objection", "o.objection", "o.at",
                "o.phone, '', ''", "aid_objections o WHERE o.district = ?", "o.campaign",
                "o.family", "o.text", "o.answered_at", "o.upheld", "o.answer">},
    {Bound::batch, statements<" AND b.number = ?", " ORDER BY b.number", "b.number", "b.drafted_at",
                              "'', '', ''", "aid_batches b WHERE b.district = ?", "b.year",
                              "b.state", "b.orders", "b.fen", "b.drafted_by", "b.checked_by",
                              "b.approved_by", "b.drafted_at", "b.sent_at", "b.hash", "b.why">},
    {Bound::closing,
     statements<" AND c.day = CAST(? AS BIGINT)", " ORDER BY c.day", "CAST(c.day AS TEXT)", "c.at",
                "'', '', ''", "ledger_closings c WHERE c.district = ? AND c.ledger = 'aid'", "c.at",
                "c.by_whom", "c.note">},
};

Statements const& statements_of(Bound what) {
    return std::ranges::find(all_bound, what, [](auto const& each) { return each.what; })->sql;
}

struct FactLine {
    std::string number;
    Instant since;
    std::string first, second, third;  // sealed
    std::string open;
};

// What cannot be opened was written by hand: it stands as it is, and no entry says it.
std::string opened(std::string const& sealed) {
    try {
        return sealed.empty() ? "" : people::unseal(sealed);
    } catch (std::exception const&) { return sealed; }
}

// Takes the lines of one number together.
class Folding {
public:
    explicit Folding(std::function<void(RowFacts const&)> const& see) : see_(see) {}

    void take(FactLine const& line) {
        if (facts_.number != line.number) {
            end();
            facts_ = {line.number, line.since, ""};
        }
        facts_.text += line.open;
        for (auto const* sealed : {&line.first, &line.second, &line.third})
            facts_.text += unit_separator + opened(*sealed);
        facts_.text += '\n';
    }
    void end() {
        if (!facts_.text.empty()) see_(facts_);
    }

private:
    std::function<void(RowFacts const&)> const& see_;
    RowFacts facts_{};
};

}  // namespace

std::optional<RowFacts> facts_of(Call& call, Bound what, std::string const& number) {
    std::optional<RowFacts> found;
    std::function<void(RowFacts const&)> const keep = [&](RowFacts const& facts) { found = facts; };
    Folding folding(keep);
    call.tx.each<FactLine>(
        statements_of(what).one, [&](FactLine const& line) { folding.take(line); },
        call.district.name(), number);
    folding.end();
    return found;
}

void each_fact(Call& call, Bound what, std::function<void(RowFacts const&)> const& see) {
    Folding folding(see);
    call.tx.each<FactLine>(
        statements_of(what).all, [&](FactLine const& line) { folding.take(line); },
        call.district.name());
    folding.end();
}

std::optional<record::Salt> find_salt(Call& call, std::string const& paper,
                                      std::string const& number) {
    auto const text = call.tx.one<std::string>(
        "SELECT salt FROM aid_salts WHERE district = ? AND paper = ? AND number = ?",
        call.district.name(), paper, number);
    return text ? record::hash_of_hex(*text) : std::nullopt;
}

std::map<std::string, record::Salt> salts_of(Call& call, std::string const& paper) {
    struct Row {
        std::string number, salt;
    };
    std::map<std::string, record::Salt> salts;
    for (auto const& row :
         call.tx.all<Row>("SELECT number, salt FROM aid_salts WHERE district = ? AND paper = ?",
                          call.district.name(), paper))
        if (auto const salt = record::hash_of_hex(row.salt)) salts.emplace(row.number, *salt);
    return salts;
}

void put_salt(Call& call, std::string const& paper, std::string const& number,
              record::Salt const& salt) {
    call.tx.run(
        "INSERT INTO aid_salts (district, paper, number, salt) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district, paper, number) DO UPDATE SET salt = excluded.salt",
        call.district.name(), paper, number, hex(salt));
}

}  // namespace banshi::aid::rows
