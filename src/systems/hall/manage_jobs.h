#pragma once
// What the clock does for the manager.

#include "systems/hall/manage.h"

namespace banshi::hall {

struct EndDays {};  // 自动日终: every day that is over and was not ended by hand
struct DaysEnded {
    int days;
};
Result<DaysEnded> end_days(Call&, EndDays const&);

struct TellHours {};  // 开门、关门: nobody does it, yet whoever watches a hall is to see it
struct HoursTold {
    int halls;
};
Result<HoursTold> tell_hours(Call&, TellHours const&);

// 30-day means of service and 90 days of bookings, counted anew each night.
struct MeasureServices {};
struct ServicesMeasured {
    int halls;
};
Result<ServicesMeasured> measure_services(Call&, MeasureServices const&);

}  // namespace banshi::hall
