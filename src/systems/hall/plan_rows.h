#pragma once
// What a plan looks back on. It decides nothing.

#include "systems/hall/report.h"

namespace banshi::hall::plans {

// When people without a booking drew their numbers for the queue on a day.
std::vector<Instant> walkins(Call&, HallId const&, QueueId const&, Day);
// Booked times of the queue on a day, whether or not the citizen is here already.
std::vector<Instant> booked(Call&, HallId const&, QueueId const&, Day);

}  // namespace banshi::hall::plans
