#include "documents/calendar_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "documents/characters.h"

namespace banshi::documents {

using namespace std::chrono;

namespace {

// A change of the clocks: from then on the wall shows another offset.
struct Change {
    Instant at;
    seconds before, after;
};

std::string digits(Instant wall) {
    auto const day = floor<days>(wall);
    year_month_day const date{day};
    hh_mm_ss const clock{floor<seconds>(wall - day)};
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}", int(date.year()), unsigned(date.month()),
                       unsigned(date.day()), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

std::string digits(seconds offset) {
    auto const size = abs(offset).count();
    auto text = fmt::format("{}{:02}{:02}", offset < 0s ? '-' : '+', size / 3600, size / 60 % 60);
    return size % 60 == 0 ? text : text + fmt::format("{:02}", size % 60);
}

// Halves the time between the two moments until the change stands alone.
Change only_change(Zone const& zone, Instant before, Instant after) {
    while (after - before > 1s) {
        auto const middle = before + floor<seconds>((after - before) / 2);
        (zone.offset(middle) == zone.offset(before) ? before : after) = middle;
    }
    return {after, zone.offset(before), zone.offset(after)};
}

// Every change in a year and a bit on either side, so that the first one found is in force
// when the event begins. Two changes come at least a week apart.
std::vector<Change> changes_around(Zone const& zone, Instant from, Instant until) {
    static constexpr days year_and_a_bit{400};
    std::vector<Change> changes;
    for (auto at = floor<days>(from) - year_and_a_bit; at < until + year_and_a_bit; at += weeks{1})
        if (zone.offset(at) != zone.offset(at + weeks{1}))
            changes.push_back(only_change(zone, at, at + weeks{1}));
    return changes;
}

// Content lines of at most 75 octets; longer ones go on after CRLF and a blank.
class Lines {
public:
    void add(std::string const& line) {
        std::size_t used = 0;
        for (auto const c : characters(line)) {
            auto const bytes = utf8(c);
            if (used + bytes.size() > 75) {
                out_ += "\r\n ";
                used = 1;
            }
            out_ += bytes;
            used += bytes.size();
        }
        out_ += "\r\n";
    }
    void add_text(std::string const& name, std::string const& text) {
        if (!text.empty()) add(name + ":" + escaped(text));
    }
    std::string taken() && { return std::move(out_); }

private:
    static std::string escaped(std::string const& text) {
        std::string out;
        for (char const c : clean(text)) {
            if (c == '\n') {
                out += "\\n";
                continue;
            }
            if (c == '\\' || c == ';' || c == ',') out += '\\';
            out += c;
        }
        return out;
    }

    std::string out_;
};

void add_observance(Lines& lines, std::string const& kind, Instant wall_of_onset, Change change) {
    lines.add("BEGIN:" + kind);
    lines.add("DTSTART:" + digits(wall_of_onset));
    lines.add("TZOFFSETFROM:" + digits(change.before));
    lines.add("TZOFFSETTO:" + digits(change.after));
    lines.add("END:" + kind);
}

// Each change stands by its date. A rule for all years would be a guess about laws to come.
void add_zone(Lines& lines, Zone const& zone, CalendarEvent const& event) {
    lines.add("BEGIN:VTIMEZONE");
    lines.add("TZID:" + zone.name());
    auto const changes = changes_around(zone, event.from, event.until);
    if (changes.empty()) {
        auto const offset = zone.offset(event.from);
        add_observance(lines, "STANDARD", Instant{}, {Instant{}, offset, offset});
    }
    for (auto const& change : changes) {
        auto const kind = change.after > change.before ? "DAYLIGHT" : "STANDARD";
        add_observance(lines, kind, change.at + change.before, change);
    }
    lines.add("END:VTIMEZONE");
}

std::string on_wall(std::string const& name, Instant at, Zone const& zone) {
    return name + ";TZID=" + zone.name() + ":" + digits(at + zone.offset(at));
}

// In quotes, where a quote itself cannot stand.
std::string parameter(std::string text) {
    text = one_line(text);
    std::replace(text.begin(), text.end(), '"', '\'');
    return '"' + text + '"';
}

void add_event(Lines& lines, CalendarEvent const& event, CalendarMethod method, Zone const& zone) {
    bool const stands = method == CalendarMethod::publish;
    lines.add("BEGIN:VEVENT");
    lines.add_text("UID", event.uid);
    lines.add(fmt::format("SEQUENCE:{}", event.sequence));
    lines.add("DTSTAMP:" + digits(event.written) + "Z");
    lines.add(on_wall("DTSTART", event.from, zone));
    lines.add(on_wall("DTEND", event.until, zone));
    lines.add(stands ? "STATUS:CONFIRMED" : "STATUS:CANCELLED");
    lines.add("ORGANIZER;CN=" + parameter(event.organizer) + ":" +
              one_line(event.organizer_address));
    lines.add_text("SUMMARY", event.title);
    lines.add_text("LOCATION", event.place);
    lines.add_text("DESCRIPTION", event.description);
    if (!event.link.empty()) lines.add("URL:" + one_line(event.link));
    lines.add("END:VEVENT");
}

}  // namespace

std::string calendar_file(CalendarEvent const& event, CalendarMethod method, Zone const& zone) {
    CHECK(!event.uid.empty() && event.from < event.until);
    Lines lines;
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Banshi//Bookings//ZH");
    lines.add("CALSCALE:GREGORIAN");
    lines.add(method == CalendarMethod::publish ? "METHOD:PUBLISH" : "METHOD:CANCEL");
    add_zone(lines, zone, event);
    add_event(lines, event, method, zone);
    lines.add("END:VCALENDAR");
    return std::move(lines).taken();
}

}  // namespace banshi::documents
