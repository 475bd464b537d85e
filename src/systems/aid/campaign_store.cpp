#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/campaign_rows.h"

namespace banshi::aid::rows {

namespace {

constexpr Words campaign_columns{
    "number, name, state, first_year, years, families, fen_a_family, prepared_at"};

}  // namespace

void put(Call& call, Campaign const& c) {
    call.tx.run(join<Words{"INSERT INTO aid_campaigns (district, "}, campaign_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                           "ON CONFLICT (district, number) DO UPDATE SET name = excluded.name, "
                           "state = excluded.state, years = excluded.years, "
                           "families = excluded.families, "
                           "fen_a_family = excluded.fen_a_family, "
                           "prepared_at = excluded.prepared_at"}>,
                call.district.name(), c.number, c.name, c.state, c.first_year, c.years, c.families,
                c.fen_a_family, c.prepared_at);
    bind_row(call, Bound::campaign, c.number);
}

void update(Call& call, Campaign const& c) {
    call.tx.run("UPDATE aid_campaigns SET state = ? WHERE district = ? AND number = ?", c.state,
                call.district.name(), c.number);
    bind_row(call, Bound::campaign, c.number);
}

void put_step(Call& call, Campaign const& c, std::string const& note) {
    call.tx.run(
        "INSERT INTO aid_campaign_steps (district, campaign, state, at, by_whom, note) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (district, campaign, state) DO UPDATE SET "
        "at = excluded.at, by_whom = excluded.by_whom, note = excluded.note",
        call.district.name(), c.number, c.state, call.now, call.actor.id(), note);
    bind_row(call, Bound::campaign, c.number);
}

std::optional<Campaign> find_campaign(Call& call, std::string const& number) {
    return call.tx.one<Campaign>(join<Words{"SELECT "}, campaign_columns,
                                      Words{" FROM aid_campaigns WHERE district = ? "
                                            "AND number = ?"}>,
                                 call.district.name(), number);
}

bool is_used(Call& call, std::string const& number) {
    auto const& district = call.district.name();
    auto const rows = call.tx.one<std::int64_t>(
        "SELECT (SELECT COUNT(*) FROM aid_pledges WHERE district = ? AND campaign = ?) "
        "+ (SELECT COUNT(*) FROM aid_donations WHERE district = ? AND campaign = ?) "
        "+ (SELECT COUNT(*) FROM aid_funds WHERE district = ? AND campaign = ?) "
        "+ (SELECT COUNT(*) FROM aid_families WHERE district = ? AND campaign = ?) "
        "+ (SELECT COUNT(*) FROM aid_selections WHERE district = ? AND campaign = ?)",
        district, number, district, number, district, number, district, number, district, number);
    return rows.value() > 0;
}

std::vector<Campaign> all_campaigns(Call& call) {
    return call.tx.all<Campaign>(join<Words{"SELECT "}, campaign_columns,
                                      Words{" FROM aid_campaigns WHERE district = ? "
                                            "ORDER BY first_year DESC"}>,
                                 call.district.name());
}

}  // namespace banshi::aid::rows
