#pragma once
// 日历文件: a booking in the citizen's own calendar, by RFC 5545. A later file with the same uid
// and a higher sequence moves the entry; one that withdraws takes it out.

#include <string>

#include "base/time.h"

namespace banshi::documents {

enum class CalendarMethod { publish, cancel };

// Text goes where its name says and nowhere else: never an ID number.
struct CalendarEvent {
    std::string uid;   // fixed for the life of the booking
    int sequence = 0;  // one more at each change
    Instant written{};
    Instant from{}, until{};
    std::string title;
    std::string place;
    std::string description;
    std::string link;
    std::string organizer;          // name of the hall
    std::string organizer_address;  // a URI: mailto:... or https://...
};

// Bytes for text/calendar; charset=utf-8.
std::string calendar_file(CalendarEvent const&, CalendarMethod, Zone const&);

}  // namespace banshi::documents
