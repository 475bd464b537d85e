#pragma once
// What is to come, in the order of time; what was noted first comes first at the same moment.

#include <cstdint>
#include <functional>
#include <map>

#include "base/time.h"

namespace banshi::demo {

class Agenda {
public:
    using What = std::function<void(Instant)>;

    void note(Instant at, What what) { coming_.emplace(at, std::move(what)); }

    // Lets time pass until then, with all that comes up on the way.
    void run_until(Instant end) {
        while (!coming_.empty() && coming_.begin()->first < end) {
            auto next = coming_.extract(coming_.begin());
            next.mapped()(next.key());
        }
    }

private:
    std::multimap<Instant, What> coming_;
};

}  // namespace banshi::demo
