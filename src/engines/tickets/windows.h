#pragma once
// Windows 窗口: who sits there, in which state, and what the window can do.

#include "engines/tickets/tickets.h"

namespace banshi::tickets {

enum class StaffState {
    off,
    ready,
    serving,
    paused,
    back_office,
};
BOOST_DESCRIBE_ENUM(StaffState, off, ready, serving, paused, back_office)

struct Window {
    WindowId id;
    StaffState staff_state;
    std::optional<AccountId> clerk;
    std::string clerk_name;
    Instant since;
    Instant heard_at;
    std::optional<Instant> emergency_at;
};
struct Skill {
    WindowId window;
    ServiceId service;
    QueueId queue;
};

void establish_window(Call&, HallId const&, WindowId const&);
void set_skills(Call&, HallId const&, WindowId const&, std::vector<Skill> const&);

Result<Window> find_window(Call&, HallId const&, WindowId const&);  // window.not_found
std::vector<Window> windows_of(Call&, HallId const&);
std::vector<Skill> skills_of(Call&, HallId const&);  // of all windows of the hall
void save(Call&, HallId const&, Window const&);
// A sign of life changes nothing that anybody watches.
void note_heartbeat(Call&, HallId const&, Window const&);

inline bool is_open(Window const& window) {
    return window.staff_state == StaffState::ready || window.staff_state == StaffState::serving;
}

// What was measured of a service: mean seconds over the cases, and how many bookings came.
struct Measure {
    ServiceId service;
    std::int64_t cases;
    std::int64_t seconds;
    std::int64_t shown;
    std::int64_t booked;
};
std::vector<Measure> measures_of(Call&, HallId const&);
// Counts the last 30 days of service and 90 days of bookings anew.
void measure(Call&, HallId const&, Day today);

}  // namespace banshi::tickets
