#include <iostream>

#include "cli/by_machine.h"
#include "cli/commands.h"
#include "cli/doors.h"
#include "cli/logs.h"
#include "cli/make_demo.h"
#include "cli/secrets.h"
#include "engines/people/keys.h"
#include "engines/record/key.h"

namespace banshi::cli {

namespace fs = std::filesystem;

// Keys are made once and never overwritten: without them nothing sealed can be read again.
static void make_keys(Environment const& here, City const& city) {
    fs::create_directories(here.data);
    fs::permissions(here.data, fs::perms::owner_all);
    if (!fs::exists(here.keys()))
        people::write_key_file(here.keys(), people::fresh_keys(system_random()));
    make_log_keys(here, city);
}

static void establish(Environment const& here, City const& city, Store& store) {
    for (auto const& each : city.districts)
        store.write_now([&](Transaction& tx) {
            Call call{machine(), here.now(), each.district, tx, system_random(), city.texts};
            for (auto const* system : each.systems)
                if (system->establish)
                    if (auto const made = system->establish(call); !made)
                        throw std::runtime_error(made.refusal().text + " " + made.refusal().detail);
            return true;
        });
}

int init(Environment const& here, InitOptions const& options) {
    auto const city = open_city(here);
    if (!record::is_key_name(here.log_origin)) {
        std::cerr << city.texts.say(city.language, "cli.init.log_name", {{"name", here.log_origin}})
                  << "\n";
        return misused;
    }
    std::optional<demo::Setting> setting;
    if (options.demo) setting = read_demo(here, city);
    make_keys(here, city);
    establish(here, city, *open_database(here));
    if (setting) make_demo(here, city, *setting);
    std::cout << city.texts.say(city.language, "cli.init.done", {{"data", here.data.string()}})
              << "\n";
    return done;
}

int migrate(Environment const& here) {
    open_city(here);
    open_database(here);
    return done;
}

int check_config(Environment const& here) {
    auto const city = open_city(here);
    for (auto const& each : city.districts) std::cout << each.district.name() << " ok\n";
    int end = done;
    for (auto const& [district, file, why] : bad_secrets(here, city))
        end = say(city, "cli.secret.bad",
                  {{"district", district}, {"file", file.string()}, {"why", why}}, misused);
    auto const tls = read_tls(here);
    auto const share = read_share(here);
    for (auto const* refusal : {tls ? nullptr : &tls.refusal(), share ? nullptr : &share.refusal()})
        if (refusal) end = say(city, ("refusal." + refusal->text).c_str(), refusal->facts, misused);
    return end;
}

}  // namespace banshi::cli
