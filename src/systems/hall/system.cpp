#include "systems/hall/system.h"

#include "engines/people/orgs.h"
#include "engines/tickets/windows.h"
#include "systems/hall/hall.h"
#include "systems/hall/hours_deed.h"
#include "systems/hall/kept.h"
#include "systems/hall/record_audit.h"
#include "systems/hall/roster.h"
#include "systems/hall/routes.h"
#include "systems/hall/source_figures.h"

namespace banshi::hall {

namespace {

Result<void> configure(District& district, std::string_view toml, std::string const& file) {
    district.set(TRY(read_settings(toml, file)));
    people::add_holder(district, kept_visits);
    return {};
}

QueueId queue_of(HallSetting const& hall, ServiceId const& service) {
    return find_service(hall, service).value().queue;  // settings.cpp has checked the names
}

// Rows for what the settings name. Skills that a manager has changed since stay as they are.
Result<void> establish(Call& call) {
    for (auto const& hall : call.district.policy<Settings>().halls) {
        people::put_org(call, {{hall.id.text},
                               {call.district.name()},
                               people::OrgKind::hall,
                               hall.name,
                               people::node(call.district, hall.id)});
        for (auto const& queue : queues_of(hall)) tickets::establish_queue(call, hall.id, queue);
        auto const known = tickets::windows_of(call, hall.id);
        for (auto const& window : hall.windows) {
            people::put_org(call, {{hall.id.text + "/" + window.id.text},
                                   {hall.id.text},
                                   people::OrgKind::window,
                                   window.id.text,
                                   people::node(call.district, hall.id, window.id)});
            if (std::ranges::find(known, window.id, &tickets::Window::id) != known.end()) continue;
            tickets::establish_window(call, hall.id, window.id);
            std::vector<tickets::Skill> skills;
            for (auto const& service : window.services)
                skills.push_back({window.id, service, queue_of(hall, service)});
            tickets::set_skills(call, hall.id, window.id, skills);
        }
        bind_days_of_before(call, hall.id);
        plan_ahead(call, hall);
    }
    return {};
}

std::vector<Route> routes() {
    std::vector<Route> all;
    for (auto const& part : {booking_routes, queue_routes, window_routes, manage_routes,
                             evaluation_routes, report_routes, kiosk_routes})
        for (auto& route : part()) all.push_back(std::move(route));
    return all;
}

std::vector<Job> jobs() {
    std::vector<Job> all;
    for (auto const& part : {booking_jobs, window_jobs, manage_jobs})
        for (auto& job : part()) all.push_back(std::move(job));
    return all;
}

}  // namespace

System system() {
    return {.name = "hall",
            .title = "system.hall",
            .routes = routes(),
            .jobs = jobs(),
            .further_rights = {book_internally, correct_persons},
            .configure = configure,
            .establish = establish,
            .figures = source_figures};
}

std::unique_ptr<record::Audit> audit() { return std::make_unique<RecordAudit>(); }

}  // namespace banshi::hall
