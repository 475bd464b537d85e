#pragma once
// The floor of a hall at one moment: who waits, which windows are open, what they can do. Read
// once a call; every view and every decision about the order looks at the same picture.

#include "engines/tickets/estimate.h"
#include "engines/tickets/windows.h"
#include "systems/hall/hall.h"
#include "systems/hall/queue.h"

namespace banshi::hall {

tickets::Rules order_rules(Rules const&);

struct Floor {
    HallSetting hall;
    Rules rules;
    Day today;
    std::vector<tickets::Ticket> waiting;  // in order
    std::vector<tickets::Ticket> called;
    std::vector<tickets::Ticket> serving;
    std::vector<tickets::Ticket> booked;  // of today, not present yet
    std::vector<tickets::Window> windows;
    std::vector<tickets::Skill> skills;
    std::vector<tickets::Measure> measures;
};

Result<Floor> see_all(Call&, HallId const&);

std::vector<ServiceId> skills_of(Floor const&, WindowId const&);
bool can_do(Floor const&, WindowId const&, ServiceId const&);
// Open windows that can do the service.
std::vector<WindowId> open_windows(Floor const&, ServiceId const&);
// 后台: staffed and able to do the service, and at other work, so that nobody is called there.
int windows_behind(Floor const&, ServiceId const&);
bool is_free(Floor const&, WindowId const&);
double service_minutes(Floor const&, ServiceSetting const&);
// 到场率 of bookings, as measured, else as is usual.
double show_rate(Floor const&, ServiceId const&);
std::vector<tickets::Waiting> in_order(Floor const&);

// For a place in the order of one service: a ticket that waits, or one that would come now.
std::optional<tickets::Estimate> estimate(Floor const&, ServiceSetting const&,
                                          tickets::Key const& place, Instant now);
// Where one who draws a number now would stand.
tickets::Key place_of_newcomer(Floor const&, Instant now);
Estimate shown(std::optional<tickets::Estimate> const&);
// Tickets that these windows would call before the place.
int ahead_of(Floor const&, ServiceId const&, tickets::Key const& place);
// The same for all who wait in this queue, in their order.
std::vector<int> ahead_in(Floor const&, QueueId const&);

Place shown_place(tickets::Ticket const&, Day today);
// The day of a number that was kept over midnight.
inline std::optional<Day> day_beside(Day day, Day today) {
    return day == today ? std::nullopt : std::optional{day};
}
// Why no number is drawn for it any more before the hall closes 发完; empty while one is.
std::string why_full(Call&, Floor const&, ServiceSetting const&, Instant closing);
ServiceLoad load_of(Call&, Floor const&, ServiceSetting const&);

}  // namespace banshi::hall
