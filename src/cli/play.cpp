#include <signal.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/demo/play.h"
#include "cli/make_demo.h"

namespace banshi::cli {

static std::atomic<bool> stopped{false};

int play(Environment const& here, PlayOptions const& options) {
    auto const city = open_city(here);
    auto const setting = read_demo(here, city);
    auto const* home = city.find(setting.district);
    auto const token = demo_token(here, "kiosk-1");
    if (!home || !token) {
        std::cerr << city.texts.say(city.language, "cli.demo.missing",
                                    {{"data", here.data.string()}})
                  << "\n";
        return misused;
    }
    for (auto const each : {SIGTERM, SIGINT}) signal(each, [](int) { stopped = true; });
    auto const base = "http://" + here.address + ":" + std::to_string(here.port) + "/api/v1/" +
                      home->district.name();
    demo::Play{{setting, home->district, base, *token, demo_expected(here),
                city.texts.say(Language::zh, "cli.demo.special_day"), options.speed, here.now}}
        .run(stopped);
    return done;
}

}  // namespace banshi::cli
