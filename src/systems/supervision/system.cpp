#include "systems/supervision/system.h"

#include "engines/matters/audit.h"
#include "engines/people/place.h"
#include "systems/supervision/imports.h"
#include "systems/supervision/kept.h"
#include "systems/supervision/open311.h"
#include "systems/supervision/open311_keys.h"
#include "systems/supervision/routes.h"
#include "systems/supervision/source_figures.h"
#include "systems/supervision/supervision.h"
#include "systems/supervision/wall.h"

namespace banshi::supervision {

namespace {

Result<void> configure(District& district, std::string_view toml, std::string const& file) {
    auto settings = TRY(read_settings(toml, file));
    matters::put_book(district, settings.book);
    people::EnglishNames english;
    for (auto const& unit : settings.units) english.emplace(unit.id.text, unit.name_en);
    people::add_english_names(district, std::move(english));
    district.set(std::move(settings));
    people::add_holder(district, kept_reports, erase_reports);
    people::add_holder(district, kept_turns, erase_turns);
    return {};
}

Result<void> establish(Call& call) {
    for (auto const& unit : call.district.policy<Settings>().units)
        people::put_org(call, {unit.id,
                               {call.district.name()},
                               people::OrgKind::office,
                               unit.name,
                               unit_node(call, unit.id)});
    return admit_trial(call);
}

std::vector<Route> routes() {
    std::vector<Route> all;
    for (auto const& part : {filing_routes, list_routes, office_routes, ledger_routes,
                             reception_routes, client_routes, evidence_routes, works_routes,
                             wall_routes, import_routes, petition_routes, duty_routes, debt_routes})
        for (auto& route : part()) all.push_back(std::move(route));
    return all;
}

std::vector<Job> jobs() {
    auto all = matter_jobs();
    for (auto const& more : {import_jobs, retention_jobs})
        for (auto& job : more()) all.push_back(std::move(job));
    return all;
}

}  // namespace

System system() {
    return {.name = "supervision",
            .title = "system.supervision",
            .routes = routes(),
            .jobs = jobs(),
            .faces = {open311_face()},
            .further_rights = {see_sealed},
            .configure = configure,
            .establish = establish,
            .figures = source_figures};
}

std::unique_ptr<record::Audit> audit() { return std::make_unique<matters::MatterAudit>(); }

}  // namespace banshi::supervision
