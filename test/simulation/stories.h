#pragma once
// Who lives in the simulated city. A story ends when its errand is done; then somebody else comes.

#include "base/random.h"
#include "base/time.h"
#include "simulation/story.h"

namespace banshi::simulation {

// What everybody can see and say.
struct Stage {
    Random& chance;
    Zone const& zone;
    Instant now;
    int people = 0;

    bool happens(int percent) { return int(chance.below(100)) < percent; }
    template <class List>
    auto const& pick(List const& list) {
        return list[chance.below(std::size(list))];
    }
    std::string phone();      // nobody else has it
    std::string id_number();  // of the same person
};

Story book(Stage&);                             // 预约, and comes or not
Story walk_in(Stage&);                          // 现场取号
Story keep_window(Stage&, std::string window);  // one ticket at a window
Story report(Stage&);                           // 挂号 to 销号, by all who have a part in it
Story look_around(Stage&);                      // who only reads

}  // namespace banshi::simulation
