#pragma once
// When a visit 一次办理 could be booked: its services one after another, each in its queue's slots.

#include <map>
#include <span>

#include "systems/hall/booking.h"
#include "systems/hall/hall.h"

namespace banshi::hall {

// A visit that somebody asks for, with what is in force for it now.
struct Wanted {
    HallSetting hall;
    std::vector<ServiceSetting> services;
    Rules rules;
    Quota quota;

    int slots() const;
    Minutes length() const { return Minutes{slots() * rules.slot_minutes}; }
    std::vector<bookings::Slot> places(Instant start) const;
};

// Refuses hall.not_found, service.not_found, booking.service_repeated, booking.too_long, and
// right.missing where internal places are asked for without the right.
Result<Wanted> wanted(Call&, HallId const&, std::vector<ServiceId> const&, std::optional<Quota>);

// booking.too_late, booking.too_far. Internal bookings need no notice ahead.
Result<void> check_timely(Call&, Wanted const&, Instant start);

// Slots of all queues of a visit as they can be had now. A day whose rows were not made yet
// stands here with what its roster gives.
using Offers = std::map<bookings::Slot, bookings::Offer>;
Offers offers_between(Call&, Wanted const&, Day from, Day to);
// How many visits still fit at this start; nothing where no visit can begin.
std::optional<int> free_at(Offers const&, Wanted const&, Instant start);

// The next start of this service that can be booked, among the days that are planned already.
std::optional<Instant> first_free(Call&, HallSetting const&, Rules const&, ServiceSetting const&);

BookingDay booking_day(Call&, Wanted const&, Offers const&, Day);

// The refusal with what to do instead: {next}, the nearest free times in words, {next_times} as
// RFC 3339, and {phone}.
Refusal with_next(Call&, Wanted const&, Instant asked, Refusal);

std::string spoken(Call const&, Instant);  // 3月2日 09:15
std::string spoken(Call const&, Day);

}  // namespace banshi::hall
