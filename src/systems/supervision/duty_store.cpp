#include "store/store.h"
#include "systems/supervision/duty_rows.h"

namespace banshi::supervision::rows {

namespace {

constexpr Words duty_columns{
    "year, organisation, plan, version, submitted_at, submitted_by, document, approved_at, "
    "approved_by"};

}  // namespace

void put(Call& call, Duty const& d) {
    call.tx.run(
        join<Words{"INSERT INTO duty_programmes (district, "}, duty_columns,
             Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                   "ON CONFLICT (district, year, organisation) DO UPDATE SET "
                   "plan = excluded.plan, version = excluded.version, "
                   "submitted_at = excluded.submitted_at, submitted_by = excluded.submitted_by, "
                   "document = excluded.document, approved_at = excluded.approved_at, "
                   "approved_by = excluded.approved_by"}>,
        call.district.name(), d.year, d.organisation, d.plan, d.version, d.submitted_at,
        d.submitted_by, d.document, d.approved_at, d.approved_by);
}

std::optional<Duty> find_duty(Call& call, int year, OrgId const& organisation) {
    return call.tx.one<Duty>(
        join<Words{"SELECT "}, duty_columns,
             Words{" FROM duty_programmes WHERE district = ? AND year = ? AND organisation = ?"}>,
        call.district.name(), year, organisation);
}

std::vector<Duty> duties_of(Call& call, int year) {
    return call.tx.all<Duty>(
        join<Words{"SELECT "}, duty_columns,
             Words{" FROM duty_programmes WHERE district = ? AND year = ? ORDER BY organisation"}>,
        call.district.name(), year);
}

void insert(Call& call, Duty const& d, DutyUse const& u) {
    call.tx.run(
        "INSERT INTO duty_uses (district, year, organisation, method, matter, at, account) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        call.district.name(), d.year, d.organisation, u.method, u.matter, call.now,
        call.actor.id());
}

std::vector<DutyUse> uses_of(Call& call, Duty const& d) {
    return call.tx.all<DutyUse>(
        "SELECT method, matter FROM duty_uses "
        "WHERE district = ? AND year = ? AND organisation = ? ORDER BY method, matter",
        call.district.name(), d.year, d.organisation);
}

void insert(Call& call, Duty const& d, StepDone const& s) {
    call.tx.run(
        "INSERT INTO duty_steps_done (district, year, organisation, serial, at, account, evidence, "
        "file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), d.year, d.organisation, s.serial, s.at, s.account, s.evidence,
        s.file);
}

std::vector<StepDone> steps_done_of(Call& call, Duty const& d) {
    return call.tx.all<StepDone>(
        "SELECT serial, at, account, evidence, file FROM duty_steps_done "
        "WHERE district = ? AND year = ? AND organisation = ? ORDER BY serial",
        call.district.name(), d.year, d.organisation);
}

void insert(Call& call, Duty const& d, DutyDeedRow const& r) {
    call.tx.run(
        "INSERT INTO duty_deeds (district, year, organisation, sequence, at, deed, account, why) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), d.year, d.organisation, r.sequence, r.at, r.deed, r.account, r.why);
}

std::vector<DutyDeedRow> deeds_of(Call& call, Duty const& d) {
    return call.tx.all<DutyDeedRow>(
        "SELECT sequence, at, deed, account, why FROM duty_deeds "
        "WHERE district = ? AND year = ? AND organisation = ? ORDER BY sequence",
        call.district.name(), d.year, d.organisation);
}

}  // namespace banshi::supervision::rows
