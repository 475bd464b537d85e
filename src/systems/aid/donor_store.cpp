#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/donor_rows.h"

namespace banshi::aid::rows {

namespace {

constexpr Words donor_columns{"number, kind, name, phone, anonymous, at"};
constexpr Words pledge_columns{"number, campaign, donor, fen, at, cancelled_at, why"};
constexpr Words instalment_columns{"pledge, serial, fen, due, paid, cancelled"};

template <Words Where>
constexpr auto select_donors =
    join<Words{"SELECT "}, donor_columns, Words{" FROM aid_donors WHERE district = ? "}, Where>;
template <Words Where>
constexpr auto select_pledges =
    join<Words{"SELECT "}, pledge_columns, Words{" FROM aid_pledges WHERE district = ? "}, Where>;

}  // namespace

void insert(Call& call, Donor const& d, std::string const& code_hash) {
    call.tx.run(join<Words{"INSERT INTO aid_donors (district, "}, donor_columns,
                     Words{", code_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), d.number, d.kind, d.name, d.phone, d.anonymous, d.at,
                code_hash);
    bind_row(call, Bound::donor, d.number);
}

void renew_code(Call& call, std::string const& donor, std::string const& code_hash) {
    call.tx.run("UPDATE aid_donors SET code_hash = ? WHERE district = ? AND number = ?", code_hash,
                call.district.name(), donor);
    bind_row(call, Bound::donor, donor);
}

std::optional<Donor> find_donor(Call& call, std::string const& number) {
    return call.tx.one<Donor>(select_donors<"AND number = ?">, call.district.name(), number);
}

std::optional<Donor> donor_by_code(Call& call, std::string const& number,
                                   std::string const& code_hash) {
    return call.tx.one<Donor>(select_donors<"AND number = ? AND code_hash = ?">,
                              call.district.name(), number, code_hash);
}

std::vector<Donor> donors_named(Call& call, std::string const& name) {
    return call.tx.all<Donor>(select_donors<"AND name = ? ORDER BY number">, call.district.name(),
                              name);
}

std::vector<Donor> donors_with_phone(Call& call) {
    return call.tx.all<Donor>(select_donors<"AND phone <> '' ORDER BY at DESC, number DESC">,
                              call.district.name());
}

bool is_in_books(Call& call, std::string const& donor) {
    auto const& district = call.district.name();
    return call.tx
        .one<std::string>(
            "SELECT donor FROM aid_donations WHERE district = ? AND donor = ? UNION "
            "SELECT donor FROM aid_cash_slips WHERE district = ? AND donor = ? UNION "
            "SELECT donor FROM aid_pledges WHERE district = ? AND donor = ? "
            "AND cancelled_at IS NULL",
            district, donor, district, donor, district, donor)
        .has_value();
}

void forget(Call& call, Donor const& d) {
    call.tx.run(
        "UPDATE aid_donors SET name = ?, phone = ?, anonymous = ? "
        "WHERE district = ? AND number = ?",
        d.name, d.phone, d.anonymous, call.district.name(), d.number);
    bind_row_anew(call, Bound::donor, d.number);
}

std::vector<DonorLine> donor_lines(Call& call) {
    return call.tx.all<DonorLine>(
        "SELECT d.number, d.kind, d.name, d.anonymous, "
        "CAST(COALESCE((SELECT SUM(p.fen) FROM aid_pledges p WHERE p.district = d.district "
        "AND p.donor = d.number AND p.cancelled_at IS NULL), 0) AS BIGINT), "
        "CAST(COALESCE((SELECT SUM(g.fen) FROM aid_donations g WHERE g.district = d.district "
        "AND g.donor = d.number AND g.reversed_at IS NULL), 0) AS BIGINT) "
        "FROM aid_donors d WHERE d.district = ? ORDER BY d.at, d.number",
        call.district.name());
}

void insert(Call& call, Pledge const& p) {
    call.tx.run(join<Words{"INSERT INTO aid_pledges (district, "}, pledge_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), p.number, p.campaign, p.donor, p.fen, p.at, p.cancelled_at,
                p.why);
    bind_row(call, Bound::pledge, p.number);
}

void cancel(Call& call, Pledge const& p) {
    call.tx.run(
        "UPDATE aid_pledges SET cancelled_at = ?, why = ? WHERE district = ? AND number = ?",
        p.cancelled_at, p.why, call.district.name(), p.number);
    bind_row(call, Bound::pledge, p.number);
}

std::optional<Pledge> find_pledge(Call& call, std::string const& number) {
    return call.tx.one<Pledge>(select_pledges<"AND number = ?">, call.district.name(), number);
}

std::vector<Pledge> pledges_of(Call& call, std::string const& donor) {
    return call.tx.all<Pledge>(select_pledges<"AND donor = ? ORDER BY number">,
                               call.district.name(), donor);
}

std::vector<Pledge> all_pledges(Call& call, std::string const& campaign) {
    return call.tx.all<Pledge>(select_pledges<"AND campaign = ? ORDER BY number">,
                               call.district.name(), campaign);
}

void insert(Call& call, Instalment const& i) {
    call.tx.run(join<Words{"INSERT INTO aid_instalments (district, "}, instalment_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), i.pledge, i.serial, i.fen, i.due, i.paid, i.cancelled);
    bind_row(call, Bound::pledge, i.pledge);
}

void update(Call& call, Instalment const& i) {
    call.tx.run(
        "UPDATE aid_instalments SET paid = ?, cancelled = ? "
        "WHERE district = ? AND pledge = ? AND serial = ?",
        i.paid, i.cancelled, call.district.name(), i.pledge, i.serial);
    bind_row(call, Bound::pledge, i.pledge);
}

std::vector<Instalment> instalments_of(Call& call, std::string const& pledge) {
    return call.tx.all<Instalment>(join<Words{"SELECT "}, instalment_columns,
                                        Words{" FROM aid_instalments WHERE district = ? "
                                              "AND pledge = ? ORDER BY serial"}>,
                                   call.district.name(), pledge);
}

std::vector<Instalment> open_instalments(Call& call, std::string const& campaign, Day until) {
    return call.tx.all<Instalment>(join<Words{"SELECT "}, instalment_columns,
                                        Words{" FROM aid_instalments i WHERE district = ? "
                                              "AND due <= ? AND paid + cancelled < fen "
                                              "AND EXISTS (SELECT 1 FROM aid_pledges p "
                                              "WHERE p.district = i.district "
                                              "AND p.number = i.pledge AND p.campaign = ?) "
                                              "ORDER BY due, pledge, serial"}>,
                                   call.district.name(), until, campaign);
}

}  // namespace banshi::aid::rows
