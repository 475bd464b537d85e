#pragma once
// What a programme comes to; for dut*.cpp alone.

#include "systems/supervision/duty_rows.h"

namespace banshi::supervision {

std::string written_plan(DutyPlan const&);
DutyPlan plan_of(rows::Duty const&);
std::string duty_about(rows::Duty const&);  // its files
// How many of a kind were registered in the months that make it a recurring one.
std::int64_t recurring_matters(Call&, std::string const& category, Day until);

DutyView shown(Call&, rows::Duty const&);
DutyLine line_of(DutyView const&);

}  // namespace banshi::supervision
