#include "systems/aid/system.h"

#include "systems/aid/binding.h"
#include "systems/aid/books.h"
#include "systems/aid/kept.h"
#include "systems/aid/routes.h"
#include "systems/aid/settings.h"
#include "systems/aid/source_figures.h"

namespace banshi::aid {

namespace {

Result<void> configure(District& district, std::string_view toml, std::string const& file) {
    district.set(TRY(read_settings(toml, file)));
    people::add_holder(district, kept_families);
    people::add_holder(district, kept_donors, erase_donors);
    return {};
}

Result<void> establish(Call& call) {
    open_books(call);
    bind_rows_of_before(call);
    return {};
}

std::vector<Route> routes() {
    std::vector<Route> all;
    for (auto const& part :
         {campaign_routes, donation_routes, payment_routes, statement_routes, audit_routes,
          family_routes, selection_routes, pairing_routes, visit_routes, report_routes})
        for (auto& route : part()) {
            route.deed = binding(std::move(route.deed));
            all.push_back(std::move(route));
        }
    return all;
}

std::vector<Job> jobs() {
    std::vector<Job> all;
    for (auto const& part : {aid_jobs, report_jobs})
        for (auto& job : part()) {
            job.deed = binding(std::move(job.deed));
            all.push_back(std::move(job));
        }
    return all;
}

}  // namespace

System system() {
    return {.name = "aid",
            .title = "system.aid",
            .routes = routes(),
            .jobs = jobs(),
            .configure = configure,
            .establish = establish,
            .figures = source_figures};
}

}  // namespace banshi::aid
