#include "systems/voices/system.h"

#include "engines/matters/audit.h"
#include "engines/people/place.h"
#include "systems/voices/kept.h"
#include "systems/voices/routes.h"
#include "systems/voices/source_figures.h"
#include "systems/voices/voices.h"

namespace banshi::voices {

namespace {

Result<void> configure(District& district, std::string_view toml, std::string const& file) {
    auto settings = TRY(read_settings(toml, file));
    matters::put_book(district, settings.book);
    people::EnglishNames english;
    for (auto const& unit : settings.units) english.emplace(unit.id.text, unit.name_en);
    people::add_english_names(district, std::move(english));
    district.set(std::move(settings));
    people::add_holder(district, kept_memberships, erase_interests);
    return {};
}

Result<void> establish(Call& call) {
    for (auto const& unit : call.district.policy<Settings>().units)
        people::put_org(call, {unit.id,
                               {call.district.name()},
                               people::OrgKind::office,
                               unit.name,
                               unit_node(call, unit.id)});
    return {};
}

std::vector<Route> routes() {
    std::vector<Route> all;
    for (auto const& part : {member_routes, writing_routes, office_routes, list_routes,
                             inquiry_routes, digest_routes, ledger_routes, import_routes})
        for (auto& route : part()) all.push_back(std::move(route));
    return all;
}

std::vector<Job> jobs() {
    auto all = voice_jobs();
    for (auto& job : import_jobs()) all.push_back(std::move(job));
    return all;
}

}  // namespace

System system() {
    return {.name = "voices",
            .title = "system.voices",
            .routes = routes(),
            .jobs = jobs(),
            .configure = configure,
            .establish = establish,
            .figures = source_figures};
}

std::unique_ptr<record::Audit> audit() { return std::make_unique<matters::MatterAudit>(); }

}  // namespace banshi::voices
