#pragma once
// The demo city 演示城市: two weeks of a hall's life behind it, today in the middle of a morning.

#include "cli/demo/deeds.h"
#include "cli/demo/expected.h"
#include "cli/demo/setting.h"

namespace banshi::demo {

struct World {
    Setting const& setting;
    Store& store;
    Texts const& texts;
    Instant now;
    // After each day: what must be done in the world's own name, such as signing heads.
    std::function<void(Instant)> evening;
    std::function<void(District const&, Day, std::int64_t deeds)> progress;
};

bool has_hall(District const&);
// Whether people work there already; then nothing may be replayed.
bool is_inhabited(Deeds&, Instant now);

struct Left {                                   // what only the replay knows at its end
    std::map<std::string, std::string> tokens;  // of the devices, by login
    std::vector<Expected> expected;
};
// Hires the staff and replays the days of one district.
Left bring_to_life(World const&, Deeds&);

}  // namespace banshi::demo
