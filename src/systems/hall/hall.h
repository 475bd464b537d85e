#pragma once
// Hall 服务大厅 (香坊 民生大厦服务通): people book a matter and a time, check in by ID card, are
// called in one provable order, served and cleared. The system's table of contents:
//   settings.h  what a district sets        booking.h  预约 slots, holds, bookings
//   queue.h     叫号 check-in to clearance  manage.h   rosters, closures, the end of the day
//   report.h    figures, evaluation 好差评, plans, the city's view
// Here: what all of them ask first, which hall, which service, open when.

#include "base/result.h"
#include "store/call.h"
#include "systems/hall/days.h"
#include "systems/hall/settings.h"

namespace banshi::hall {

inline Right const see_windows{"hall.see_window"};
inline Right const call_tickets{"hall.call_tickets"};
inline Right const check_people_in{"hall.check_in"};
inline Right const issue_tickets{"hall.issue_tickets"};
inline Right const book_internally{"hall.book_internal"};
inline Right const override_order{"hall.override"};
inline Right const take_grades{"hall.take_grades"};  // of the device at the window
inline Right const see_persons{"hall.see_persons"};
inline Right const correct_persons{"hall.correct_persons"};
inline Right const lift_limits{"hall.lift_limits"};
inline Right const manage_halls{"hall.manage"};
inline Right const edit_rules{"hall.edit_rules"};
inline Right const see_reports{"hall.see_reports"};
inline Right const see_cities{"hall.see_city"};

// Refuses hall.not_found.
Result<HallSetting> find_hall(Call const&, HallId const&);
// Refuses service.not_found.
Result<ServiceSetting> find_service(HallSetting const&, ServiceId const&);
// In the language of the call.
std::string name_of(Call const&, HallSetting const&);
std::string name_of(Call const&, ServiceSetting const&);
std::vector<std::string> documents_of(Call const&, ServiceSetting const&);
std::vector<QueueId> queues_of(HallSetting const&);

// The rules in force on a day: the latest that a manager set, else those of the file.
Rules rules_on(Call&, HallId const&, Day);
inline Rules rules_now(Call& call, HallId const& hall) {
    return rules_on(call, hall, call.district.zone().day_of(call.now));
}

struct Opening {  // one stretch of a day without a break
    Instant from;
    Instant to;
};
// The week in force on a day 每周开放时间: the latest that a manager set, else that of the file.
std::vector<Period> week_on(Call&, HallSetting const&, Day);
// What such a week says of a day, in order; nothing on a holiday.
std::vector<days::Stretch> periods_in(Call const&, std::vector<Period> const& week, Day);
// The moments of these periods of a day, without what a closure takes.
std::vector<Opening> openings(Call&, HallSetting const&, Day, std::vector<days::Stretch>);
// The day's periods in order, holidays, closures and special days counted in; none: closed.
std::vector<Opening> opening_on(Call&, HallSetting const&, Day);
// When the hall opens next, from now on; within the next 60 days.
std::optional<Instant> next_opening(Call&, HallSetting const&);
bool is_open(std::vector<Opening> const&, Instant at);

// Why a day has no period: closure, holiday, weekend; empty where it is open.
std::string why_closed(Call&, HallSetting const&, Day);

}  // namespace banshi::hall
