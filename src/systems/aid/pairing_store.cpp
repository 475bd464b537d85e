#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/pairing.h"

namespace banshi::aid::rows {

namespace {

constexpr Words pairing_columns{"number, campaign, family, state, at, family_agreed_at, why"};

template <Words Where>
constexpr auto select_pairings =
    join<Words{"SELECT "}, pairing_columns, Words{" FROM aid_pairings "}, Where>;

struct DonorSum {
    std::string donor;
    Fen fen;
};

struct WishRow {
    std::string donor, street;
    bool pupil;
    int most;

    Supply supply() const { return {donor, 0, street, pupil, most}; }
};

}  // namespace

void insert(Call& call, Pairing const& p) {
    call.tx.run(join<Words{"INSERT INTO aid_pairings (district, "}, pairing_columns,
                     Words{", proposed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), p.number, p.campaign, p.family, p.state, p.at,
                p.family_agreed_at, p.why, call.actor.id());
    bind_row(call, Bound::pairing, p.number);
}

void update(Call& call, Pairing const& p) {
    call.tx.run(
        "UPDATE aid_pairings SET state = ?, family_agreed_at = ?, why = ? "
        "WHERE district = ? AND number = ?",
        p.state, p.family_agreed_at, p.why, call.district.name(), p.number);
    bind_row(call, Bound::pairing, p.number);
}

void remove_proposals(Call& call, std::string const& campaign) {
    for (auto const& pairing : pairings(call, campaign))
        if (pairing.state == PairingState::proposed) bind_row(call, Bound::pairing, pairing.number);
    call.tx.run(
        "DELETE FROM aid_pairing_shares WHERE district = ? AND pairing IN (SELECT number FROM "
        "aid_pairings WHERE district = ? AND campaign = ? AND state = 'proposed')",
        call.district.name(), call.district.name(), campaign);
    call.tx.run(
        "DELETE FROM aid_pairings WHERE district = ? AND campaign = ? AND state = 'proposed'",
        call.district.name(), campaign);
}

std::optional<Pairing> find_pairing(Call& call, std::string const& number) {
    return call.tx.one<Pairing>(select_pairings<"WHERE district = ? AND number = ?">,
                                call.district.name(), number);
}

std::vector<Pairing> pairings(Call& call, std::string const& campaign) {
    return call.tx.all<Pairing>(
        select_pairings<"WHERE district = ? AND campaign = ? ORDER BY number">,
        call.district.name(), campaign);
}

std::vector<Pairing> pairings_of_family(Call& call, std::string const& family) {
    return call.tx.all<Pairing>(
        select_pairings<"WHERE district = ? AND family = ? ORDER BY number">, call.district.name(),
        family);
}

int last_pairing(Call& call, std::string const& campaign) {
    auto const last = call.tx.one<std::optional<std::string>>(
        "SELECT MAX(number) FROM aid_pairings WHERE district = ? AND campaign = ?",
        call.district.name(), campaign);
    if (!last || !*last) return 0;
    return std::stoi((*last)->substr((*last)->find('-') + 1));
}

void put_share(Call& call, std::string const& pairing, PairingShare const& s) {
    call.tx.run(
        "INSERT INTO aid_pairing_shares (district, pairing, donor, fen_per_year, agreed_at) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (district, pairing, donor) DO UPDATE SET "
        "fen_per_year = excluded.fen_per_year, agreed_at = excluded.agreed_at",
        call.district.name(), pairing, s.donor, s.fen_per_year, s.agreed_at);
    bind_row(call, Bound::pairing, pairing);
}

void remove_shares(Call& call, std::string const& pairing) {
    call.tx.run("DELETE FROM aid_pairing_shares WHERE district = ? AND pairing = ?",
                call.district.name(), pairing);
    bind_row(call, Bound::pairing, pairing);
}

std::vector<PairingShare> shares(Call& call, std::string const& pairing) {
    return call.tx.all<PairingShare>(
        "SELECT donor, fen_per_year, agreed_at FROM aid_pairing_shares "
        "WHERE district = ? AND pairing = ? ORDER BY donor",
        call.district.name(), pairing);
}

std::vector<Supply> pledged(Call& call, std::string const& campaign, Day from, Day to) {
    std::vector<Supply> out;
    call.tx.each<DonorSum>(
        "SELECT p.donor, CAST(SUM(i.fen - i.cancelled) AS BIGINT) FROM aid_pledges p JOIN "
        "aid_instalments i "
        "ON i.district = p.district AND i.pledge = p.number WHERE p.district = ? "
        "AND p.campaign = ? AND i.due >= ? AND i.due <= ? GROUP BY p.donor ORDER BY p.donor",
        [&](DonorSum const& row) {
            out.push_back({row.donor, row.fen});
        },
        call.district.name(), campaign, from, to);
    return out;
}

std::map<std::string, Fen> shared(Call& call, std::string const& campaign) {
    std::map<std::string, Fen> out;
    call.tx.each<DonorSum>(
        "SELECT s.donor, CAST(SUM(s.fen_per_year) AS BIGINT) FROM aid_pairing_shares s JOIN "
        "aid_pairings p "
        "ON p.district = s.district AND p.number = s.pairing WHERE s.district = ? "
        "AND p.campaign = ? AND p.state IN ('proposed', 'agreed', 'active') GROUP BY s.donor",
        [&](DonorSum const& row) { out[row.donor] = row.fen; }, call.district.name(), campaign);
    return out;
}

Fen received(Call& call, std::string const& campaign, std::string const& donor) {
    return call.tx
        .one<std::optional<Fen>>(
            "SELECT CAST(SUM(fen) AS BIGINT) FROM aid_donations WHERE district = ? AND campaign = "
            "? AND donor = ? "
            "AND reversed_at IS NULL",
            call.district.name(), campaign, donor)
        .value_or(std::nullopt)
        .value_or(0);
}

void put_wish(Call& call, PutWish const& w) {
    call.tx.run(
        "INSERT INTO aid_wishes (district, donor, street, pupil, most, at, by_whom) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (district, donor) DO UPDATE SET "
        "street = excluded.street, pupil = excluded.pupil, most = excluded.most, "
        "at = excluded.at, by_whom = excluded.by_whom",
        call.district.name(), w.donor, w.street.value_or(""), w.pupil, w.families.value_or(0),
        call.now, call.actor.id());
    bind_row(call, Bound::wish, w.donor);
}

std::vector<Supply> wishes(Call& call) {
    std::vector<Supply> out;
    call.tx.each<WishRow>(
        "SELECT donor, street, pupil, most FROM aid_wishes WHERE district = ? ORDER BY donor",
        [&](WishRow const& row) { out.push_back(row.supply()); }, call.district.name());
    return out;
}

std::optional<Supply> find_wish(Call& call, std::string const& donor) {
    auto const row = call.tx.one<WishRow>(
        "SELECT donor, street, pupil, most FROM aid_wishes WHERE district = ? AND donor = ?",
        call.district.name(), donor);
    return row ? std::optional(row->supply()) : std::nullopt;
}

void forbid(Call& call, ForbidPair const& f) {
    call.tx.run(
        "INSERT INTO aid_forbidden_pairs (district, donor, family, why, at, by_whom) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (district, donor, family) DO NOTHING",
        call.district.name(), f.donor, f.family, f.why, call.now, call.actor.id());
    bind_row(call, Bound::forbidden, f.donor);
}

std::vector<ForbidPair> forbidden(Call& call) {
    return call.tx.all<ForbidPair>(
        "SELECT donor, family, why FROM aid_forbidden_pairs WHERE district = ? "
        "ORDER BY donor, family",
        call.district.name());
}

}  // namespace banshi::aid::rows
