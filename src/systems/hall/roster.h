#pragma once
// Who staffs which window on a day 排班, and how many bookings that can carry.

#include "engines/bookings/bookings.h"
#include "systems/hall/hall.h"
#include "systems/hall/manage.h"

namespace banshi::hall {

// The published day, or the usual week: every window with all it can do, while the hall is open.
Roster roster_on(Call&, HallSetting const&, Day);
void publish_roster(Call&, HallSetting const&, Day, std::vector<Shift> const&);

// The slots that the day's opening hours and roster give to a queue.
std::vector<bookings::Planned> planned_slots(Call&, HallSetting const&, QueueId const&, Day);
// What they would be with this roster of the day.
std::vector<bookings::Planned> planned_slots(Call&, HallSetting const&, QueueId const&,
                                             Roster const&);

// Brings the rows of slots up to hours, roster and rules; safe to repeat. Says how many changed.
int plan_day(Call&, HallSetting const&, Day);
// After a change of the day's hours: planned anew, and outside them nothing can be had any more,
// not even what is held.
void keep_to_hours(Call&, HallSetting const&, Day);
// The days that may be booked now, and one more, so that tomorrow finds its new day ready.
int plan_ahead(Call&, HallSetting const&);
// The last day that may be booked now.
Day last_day(Call&, Rules const&);

}  // namespace banshi::hall
