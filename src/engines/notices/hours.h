#pragma once
// When a notice may go out: citizens are not woken in quiet hours, staff are told in the sending
// window of working days. Pure functions of the settings and the moment.

#include "engines/notices/notices.h"

namespace banshi::notices {

// Citizens: outside quiet_from .. quiet_to.
bool may_disturb_citizens(Policy const&, Zone const&, Instant);

// Staff: from .. to on a working day; make-up days 调休 work, holidays do not. In a year without a
// calendar the hours alone decide: nobody is woken at night, and nothing waits for a file.
bool may_disturb_staff(StaffRules const&, District const&, Instant);

}  // namespace banshi::notices
