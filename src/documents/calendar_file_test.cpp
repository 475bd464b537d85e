#include "documents/calendar_file.h"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <memory>

namespace banshi::documents {

using namespace std::chrono_literals;

static Zone const harbin{"Asia/Shanghai"};

static Instant at(char const* text) { return read_instant(text).value(); }

static CalendarEvent booking() {
    CalendarEvent event{};
    event.uid = "8F3K2M@hall.example";
    event.written = at("2026-11-20T08:00:00+08:00");
    event.from = at("2026-11-25T09:30:00+08:00");
    event.until = at("2026-11-25T10:00:00+08:00");
    event.title = "退休申报";
    event.place = "民生大厦，一楼; 3 号窗口";
    event.description = "请带身份证。\n带上 C:\\ 不要带";
    event.link = "https://hall.example/b/8F3K2M";
    event.organizer = "民生大厦";
    event.organizer_address = "https://hall.example/";
    return event;
}

// libical's view of a file: it must find no fault, by the rules of the method (RFC 5546) too.
class Read {
public:
    explicit Read(std::string const& file)
        : root_(icalparser_parse_string(file.c_str()), &icalcomponent_free),
          event_(icalcomponent_get_first_component(root_.get(), ICAL_VEVENT_COMPONENT)) {
        EXPECT_EQ(icalcomponent_count_errors(root_.get()), 0);
        EXPECT_TRUE(icalrestriction_check(root_.get()))
            << icalcomponent_as_ical_string(root_.get());
        EXPECT_EQ(icalcomponent_count_errors(root_.get()), 0);
    }
    icalcomponent* event() const { return event_; }
    icalproperty_method method() const { return icalcomponent_get_method(root_.get()); }

    // UTC by the VTIMEZONE inside the file alone.
    std::time_t start() const { return utc(icalcomponent_get_dtstart(event_)); }
    std::time_t end() const { return utc(icalcomponent_get_dtend(event_)); }

private:
    std::time_t utc(icaltimetype time) const {
        auto const part = icalcomponent_get_first_component(root_.get(), ICAL_VTIMEZONE_COMPONENT);
        auto* const zone = icaltimezone_new();
        icaltimezone_set_component(zone, icalcomponent_new_clone(part));
        auto const seconds = icaltime_as_timet_with_zone(time, zone);
        icaltimezone_free(zone, 1);
        return seconds;
    }

    std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> root_;
    icalcomponent* event_;
};

static std::time_t seconds(Instant moment) {
    return std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
}

TEST(CalendarFile, AnotherReaderFindsTheBooking) {
    auto const event = booking();
    Read const read(calendar_file(event, CalendarMethod::publish, harbin));
    EXPECT_EQ(read.method(), ICAL_METHOD_PUBLISH);
    EXPECT_EQ(read.start(), seconds(event.from));
    EXPECT_EQ(read.end(), seconds(event.until));
    EXPECT_EQ(icalcomponent_get_uid(read.event()), event.uid);
    EXPECT_EQ(icalcomponent_get_summary(read.event()), event.title);
    EXPECT_EQ(icalcomponent_get_location(read.event()), event.place);
    EXPECT_EQ(icalcomponent_get_description(read.event()), event.description);
    EXPECT_EQ(icalcomponent_get_status(read.event()), ICAL_STATUS_CONFIRMED);
}

TEST(CalendarFile, AChangeKeepsTheUidAndCountsOn) {
    auto event = booking();
    event.sequence = 1;
    event.from += 24h;
    event.until += 24h;
    Read const moved(calendar_file(event, CalendarMethod::publish, harbin));
    EXPECT_EQ(icalcomponent_get_uid(moved.event()), booking().uid);
    EXPECT_EQ(icalcomponent_get_sequence(moved.event()), 1);
    EXPECT_EQ(moved.start(), seconds(event.from));

    event.sequence = 2;
    Read const withdrawn(calendar_file(event, CalendarMethod::cancel, harbin));
    EXPECT_EQ(withdrawn.method(), ICAL_METHOD_CANCEL);
    EXPECT_EQ(icalcomponent_get_status(withdrawn.event()), ICAL_STATUS_CANCELLED);
    EXPECT_EQ(icalcomponent_get_uid(withdrawn.event()), booking().uid);
}

// Every other day of two years, at all hours; a zone whose half-hour summer
// lies over New Year, one that keeps the month of fasting, one without summer, two by the date
// line.
TEST(CalendarFile, TimesAreRightInEveryZone) {
    for (auto const* name :
         {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
          "Asia/Shanghai", "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Apia", "Europe/Dublin"}) {
        Zone const zone{name};
        for (auto day = 0h; day < 24h * 730; day += 47h) {
            auto event = booking();
            event.from = at("2025-12-01T00:00:00Z") + day;
            event.until = event.from + 30min;
            // A wall time that comes twice is taken as its first; the file cannot say more.
            auto const wall = zone.moments(zone.day_of(event.from), zone.wall_time(event.from));
            if (wall.size() != 1) continue;
            Read const read(calendar_file(event, CalendarMethod::publish, zone));
            ASSERT_EQ(read.start(), seconds(event.from))
                << name << ' ' << written(event.from, zone);
        }
    }
}

// Berlin, quarter by quarter through the days on which its clocks change.
TEST(CalendarFile, TimesAreRightToTheHourOfAChange) {
    Zone const berlin{"Europe/Berlin"};
    for (auto const* begin : {"2026-03-28T20:00:00Z", "2026-10-24T20:00:00Z"})
        for (auto passed = 0min; passed < 12h; passed += 15min) {
            auto event = booking();
            event.from = at(begin) + passed;
            event.until = event.from + 10min;
            auto const day = berlin.day_of(event.from);
            if (berlin.moments(day, berlin.wall_time(event.from)).size() != 1) continue;
            Read const read(calendar_file(event, CalendarMethod::publish, berlin));
            EXPECT_EQ(read.start(), seconds(event.from)) << written(event.from, berlin);
        }
}

// The times of the directive 2000/84/EC, by the wall.
TEST(CalendarFile, ChangesStandAsTheWallShowedThem) {
    auto const berlin = calendar_file(booking(), CalendarMethod::publish, Zone{"Europe/Berlin"});
    for (auto const* part : {"BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\n"
                             "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n",
                             "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\n"
                             "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"})
        EXPECT_NE(berlin.find(part), std::string::npos) << part << " in " << berlin;
    auto const file = calendar_file(booking(), CalendarMethod::publish, harbin);
    EXPECT_NE(file.find("TZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
                        "TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\n"
                        "END:VTIMEZONE"),
              std::string::npos)
        << file;
}

// RFC 5545, 3.3.11. libical forgives what others do not.
TEST(CalendarFile, MarksOfTheFormatAreEscaped) {
    auto event = booking();
    event.place = "a,b;c\\d\ne";
    auto const file = calendar_file(event, CalendarMethod::publish, harbin);
    EXPECT_NE(file.find("\r\nLOCATION:a\\,b\\;c\\\\d\\ne\r\n"), std::string::npos) << file;
}

TEST(CalendarFile, LinesFoldAt75OctetsAndNeverInsideACharacter) {
    auto event = booking();
    for (int i = 0; i < 60; ++i) event.description += "一二三" + std::string(i % 5, 'x');
    auto const file = calendar_file(event, CalendarMethod::publish, harbin);
    for (std::size_t from = 0; from < file.size();) {
        auto const end = file.find("\r\n", from);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - from, 75u);
        auto const first = file[from] == ' ' ? from + 1 : from;
        EXPECT_NE(file[first] & 0xC0, 0x80) << "a line begins inside a character";
        from = end + 2;
    }
    Read const read(file);
    EXPECT_EQ(icalcomponent_get_description(read.event()), event.description);
}

// A title that tries to end the event and begin another.
TEST(CalendarFile, TextStaysText) {
    auto event = booking();
    event.title = "退休\r\nEND:VEVENT\r\nBEGIN:VEVENT";
    event.organizer = "民\"生\n大厦";
    event.link += "\r\nX:1";
    auto const file = calendar_file(event, CalendarMethod::publish, harbin);
    EXPECT_EQ(file.find("END:VEVENT\r\n"), file.rfind("END:VEVENT"));
    EXPECT_EQ(file.find("\r\nX:1"), std::string::npos);
    Read const read(file);
    EXPECT_EQ(icalcomponent_get_summary(read.event()),
              std::string("退休 \nEND:VEVENT \nBEGIN:VEVENT"));
}

}  // namespace banshi::documents
