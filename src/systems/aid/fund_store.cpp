#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/fund_rows.h"

namespace banshi::aid::rows {

namespace {

constexpr Words fund_columns{
    "family, campaign, payee_name, payee_account, payee_bank, opened_at, ended_at"};
constexpr Words allocation_columns{
    "number, family, year, donor, pairing, fen, hold, at, settled, released"};

template <Words Where>
constexpr auto select_funds =
    join<Words{"SELECT "}, fund_columns, Words{" FROM aid_funds WHERE district = ? "}, Where>;
template <Words Where>
constexpr auto select_allocations = join<Words{"SELECT "}, allocation_columns,
                                         Words{" FROM aid_allocations WHERE district = ? "}, Where>;

}  // namespace

void insert(Call& call, FamilyFund const& f) {
    call.tx.run(join<Words{"INSERT INTO aid_funds (district, "}, fund_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), f.family, f.campaign, f.payee_name, f.payee_account,
                f.payee_bank, f.opened_at, f.ended_at);
    bind_row(call, Bound::fund, f.family);
}

void update(Call& call, FamilyFund const& f) {
    call.tx.run(
        "UPDATE aid_funds SET campaign = ?, payee_name = ?, payee_account = ?, payee_bank = ?, "
        "opened_at = ?, ended_at = ? WHERE district = ? AND family = ?",
        f.campaign, f.payee_name, f.payee_account, f.payee_bank, f.opened_at, f.ended_at,
        call.district.name(), f.family);
    bind_row(call, Bound::fund, f.family);
}

std::optional<FamilyFund> find_fund(Call& call, std::string const& family) {
    return call.tx.one<FamilyFund>(select_funds<"AND family = ?">, call.district.name(), family);
}

std::vector<FamilyFund> funds_of(Call& call, std::string const& campaign) {
    return call.tx.all<FamilyFund>(
        select_funds<"AND campaign = ? UNION ALL SELECT p.family, p.campaign, f.payee_name, "
                     "f.payee_account, f.payee_bank, p.opened_at, p.ended_at "
                     "FROM aid_past_funds p JOIN aid_funds f ON f.district = p.district "
                     "AND f.family = p.family WHERE p.district = ? AND p.campaign = ? ORDER BY 1">,
        call.district.name(), campaign, call.district.name(), campaign);
}

void insert_past(Call& call, FamilyFund const& f) {
    call.tx.run(
        "INSERT INTO aid_past_funds (district, family, campaign, opened_at, ended_at) "
        "VALUES (?, ?, ?, ?, ?)",
        call.district.name(), f.family, f.campaign, f.opened_at, f.ended_at);
    bind_row(call, Bound::past_fund, f.family);
}

void insert(Call& call, Allocation const& a) {
    call.tx.run(join<Words{"INSERT INTO aid_allocations (district, "}, allocation_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), a.number, a.family, a.year, a.donor, a.pairing, a.fen, a.hold,
                a.at, a.settled, a.released);
    bind_row(call, Bound::allocation, a.number);
}

void update(Call& call, Allocation const& a) {
    call.tx.run(
        "UPDATE aid_allocations SET settled = ?, released = ? WHERE district = ? AND number = ?",
        a.settled, a.released, call.district.name(), a.number);
    bind_row(call, Bound::allocation, a.number);
}

std::optional<Allocation> find_allocation(Call& call, std::string const& number) {
    return call.tx.one<Allocation>(select_allocations<"AND number = ?">, call.district.name(),
                                   number);
}

std::optional<Allocation> allocation_of(Call& call, std::int64_t hold) {
    return call.tx.one<Allocation>(select_allocations<"AND hold = ?">, call.district.name(), hold);
}

std::vector<Allocation> allocations_for(Call& call, std::string const& family, int year) {
    return call.tx.all<Allocation>(
        select_allocations<"AND family = ? AND year = ? AND released IS NULL ORDER BY number">,
        call.district.name(), family, year);
}

std::vector<Allocation> allocations_in(Call& call, int year) {
    return call.tx.all<Allocation>(
        select_allocations<"AND year = ? AND released IS NULL ORDER BY number">,
        call.district.name(), year);
}

std::vector<DonorFen> unallocated_by_donor(Call& call) {
    return call.tx.all<DonorFen>(
        "SELECT l.owner, CAST(SUM(p.fen) AS BIGINT) FROM ledger_places p "
        "JOIN ledger_lots l ON l.district = p.district AND l.ledger = p.ledger "
        "AND l.number = p.lot WHERE p.district = ? AND p.ledger = ? AND p.account = ? "
        "AND p.fen > 0 GROUP BY l.owner ORDER BY l.owner",
        call.district.name(), book, account::unallocated);
}

}  // namespace banshi::aid::rows
