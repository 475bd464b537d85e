#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/donation_rows.h"

namespace banshi::aid::rows {

namespace {

constexpr Words donation_columns{
    "lot, donor, campaign, pledge, fen, way, day, transfer, source, at, reversed_at, why"};
constexpr Words receipt_columns{"number, lot, state, day, at, by_whom, handler, why, trace"};
constexpr Words slip_columns{
    "number, donor, pledge, fen, counted_by, counted_name, counted_at, signed_at"};

template <Words Where>
constexpr auto select_donations = join<Words{"SELECT "}, donation_columns,
                                       Words{" FROM aid_donations WHERE district = ? "}, Where>;
template <Words Where>
constexpr auto select_receipts =
    join<Words{"SELECT "}, receipt_columns, Words{" FROM aid_receipts WHERE district = ? "}, Where>;
template <Words Where>
constexpr auto select_slips =
    join<Words{"SELECT "}, slip_columns, Words{" FROM aid_cash_slips WHERE district = ? "}, Where>;

}  // namespace

void insert(Call& call, Donation const& d) {
    call.tx.run(join<Words{"INSERT INTO aid_donations (district, "}, donation_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), d.lot, d.donor, d.campaign, d.pledge, d.fen, d.way, d.day,
                d.transfer, d.source, d.at, d.reversed_at, d.why);
    bind_row(call, Bound::donation, std::to_string(d.lot));
}

void reverse(Call& call, Donation const& d) {
    call.tx.run("UPDATE aid_donations SET reversed_at = ?, why = ? WHERE district = ? AND lot = ?",
                d.reversed_at, d.why, call.district.name(), d.lot);
    bind_row(call, Bound::donation, std::to_string(d.lot));
}

std::optional<Donation> find_donation(Call& call, std::int64_t lot) {
    return call.tx.one<Donation>(select_donations<"AND lot = ?">, call.district.name(), lot);
}

std::vector<Donation> donations_of(Call& call, std::string const& donor) {
    return call.tx.all<Donation>(select_donations<"AND donor = ? ORDER BY lot">,
                                 call.district.name(), donor);
}

std::vector<Donation> donations_in(Call& call, std::string const& campaign) {
    return call.tx.all<Donation>(select_donations<"AND campaign = ? ORDER BY lot">,
                                 call.district.name(), campaign);
}

void insert(Call& call, Receipt const& r) {
    call.tx.run(join<Words{"INSERT INTO aid_receipts (district, "}, receipt_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), r.number, r.lot, r.state, r.day, r.at, r.by, r.handler, r.why,
                r.trace);
    bind_row(call, Bound::donation, std::to_string(r.lot));
}

void spoil(Call& call, Receipt const& r) {
    call.tx.run("UPDATE aid_receipts SET state = ?, why = ? WHERE district = ? AND number = ?",
                r.state, r.why, call.district.name(), r.number);
    bind_row(call, Bound::donation, std::to_string(r.lot));
}

std::optional<Receipt> find_receipt(Call& call, std::string const& number) {
    return call.tx.one<Receipt>(select_receipts<"AND number = ?">, call.district.name(), number);
}

std::vector<Receipt> receipts_of(Call& call, std::int64_t lot) {
    return call.tx.all<Receipt>(select_receipts<"AND lot = ? ORDER BY number">,
                                call.district.name(), lot);
}

std::vector<Receipt> receipts_like(Call& call, std::string const& from, std::string const& to) {
    return call.tx.all<Receipt>(select_receipts<"AND number >= ? AND number < ? ORDER BY number">,
                                call.district.name(), from, to);
}

void insert(Call& call, CashSlip const& s) {
    call.tx.run(join<Words{"INSERT INTO aid_cash_slips (district, "}, slip_columns,
                     Words{", lot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"}>,
                call.district.name(), s.slip, s.donor, s.pledge, s.fen, s.counted_by,
                s.counted_name, s.counted_at, s.signed_at);
    bind_row(call, Bound::slip, s.slip);
}

void sign(Call& call, CashSlip const& s, std::int64_t lot) {
    call.tx.run(
        "UPDATE aid_cash_slips SET signed_at = ?, signed_by = ?, lot = ? "
        "WHERE district = ? AND number = ?",
        s.signed_at, call.actor.id(), lot, call.district.name(), s.slip);
    bind_row(call, Bound::slip, s.slip);
}

std::optional<CashSlip> find_slip(Call& call, std::string const& number) {
    return call.tx.one<CashSlip>(select_slips<"AND number = ?">, call.district.name(), number);
}

std::vector<CashSlip> unsigned_slips(Call& call) {
    return call.tx.all<CashSlip>(select_slips<"AND signed_at IS NULL ORDER BY number">,
                                 call.district.name());
}

}  // namespace banshi::aid::rows
