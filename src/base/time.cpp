#include "base/time.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>

namespace banshi {

using namespace std::chrono;

static date::time_zone const& zone_of(void const* zone) {
    return *static_cast<date::time_zone const*>(zone);
}

static date::sys_time<microseconds> outside(Instant at) {
    return date::sys_time<microseconds>{at.time_since_epoch()};
}

Zone::Zone(std::string name) : name_(std::move(name)), zone_(date::locate_zone(name_)) {}

seconds Zone::offset(Instant at) const { return zone_of(zone_).get_info(outside(at)).offset; }

Day Zone::day_of(Instant at) const { return Day{floor<days>(at + offset(at)).time_since_epoch()}; }

Minutes Zone::wall_time(Instant at) const {
    auto const wall = at + offset(at);
    return floor<minutes>(wall - floor<days>(wall));
}

std::vector<Instant> Zone::moments(Day day, Minutes since_midnight) const {
    auto const wall = date::local_time<microseconds>{day.time_since_epoch() + since_midnight};
    auto const info = zone_of(zone_).get_info(wall);
    auto const moment = [&](date::sys_info const& part) {
        return Instant{wall.time_since_epoch() - part.offset};
    };
    if (info.result == date::local_info::nonexistent) return {};
    if (info.result == date::local_info::unique) return {moment(info.first)};
    return {moment(info.first), moment(info.second)};
}

Instant Zone::midnight(Day day) const {
    // Where clocks jump over midnight, the day begins at the jump.
    for (auto minute = Minutes{0};; minute += Minutes{1})
        if (auto const found = moments(day, minute); !found.empty()) return found.front();
}

std::string written(Day day) {
    year_month_day const ymd{day};
    return fmt::format("{:04}-{:02}-{:02}", int(ymd.year()), unsigned(ymd.month()),
                       unsigned(ymd.day()));
}

std::string written(Instant at, Zone const& zone) {
    // Before there was standard time a zone has odd seconds, which an offset cannot say.
    auto const offset = duration_cast<minutes>(zone.offset(at));
    auto const wall = at + offset;
    auto const day = floor<days>(wall);
    auto const clock = hh_mm_ss{floor<microseconds>(wall - day)};
    auto const shift = abs(offset).count();
    auto text =
        fmt::format("{}T{:02}:{:02}:{:02}", written(Day{day.time_since_epoch()}),
                    clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    if (auto const part = clock.subseconds().count()) text += fmt::format(".{:06}", part);
    return text + fmt::format("{}{:02}:{:02}", offset < 0s ? '-' : '+', shift / 60, shift % 60);
}

std::string written_clock(Minutes since_midnight) {
    return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60);
}

// Takes exactly `digits` figures from the front of the text.
static std::optional<int> take_figures(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (char const c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

static bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

static std::optional<Day> take_day(std::string_view& text) {
    auto const y = take_figures(text, 4);
    if (!y || !take(text, '-')) return std::nullopt;
    auto const m = take_figures(text, 2);
    if (!m || !take(text, '-')) return std::nullopt;
    auto const d = take_figures(text, 2);
    if (!d) return std::nullopt;
    auto const ymd = year{*y} / *m / *d;
    return ymd.ok() ? std::optional{Day{ymd}} : std::nullopt;
}

static std::optional<Minutes> take_clock(std::string_view& text) {
    auto const h = take_figures(text, 2);
    if (!h || !take(text, ':')) return std::nullopt;
    auto const m = take_figures(text, 2);
    if (!m || *h > 24 || *m > 59 || (*h == 24 && *m > 0)) return std::nullopt;
    return hours{*h} + minutes{*m};
}

std::optional<Day> read_day(std::string_view text) {
    auto const day = take_day(text);
    return text.empty() ? day : std::nullopt;
}

std::optional<Minutes> read_clock(std::string_view text) {
    auto const clock = take_clock(text);
    return text.empty() ? clock : std::nullopt;
}

// The part of a second after the point: up to six figures count, more are cut off.
static std::optional<microseconds> take_fraction(std::string_view& text) {
    if (!take(text, '.')) return microseconds{0};
    int figures = 0;
    long value = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1))
        if (figures < 6) value = value * 10 + (text.front() - '0'), ++figures;
    if (figures == 0) return std::nullopt;
    for (; figures < 6; ++figures) value *= 10;
    return microseconds{value};
}

static std::optional<minutes> take_offset(std::string_view& text) {
    if (take(text, 'Z') || take(text, 'z')) return minutes{0};
    bool const west = take(text, '-');
    if (!west && !take(text, '+')) return std::nullopt;
    auto const offset = take_clock(text);
    if (!offset) return std::nullopt;
    return west ? -*offset : *offset;
}

std::optional<Instant> read_instant(std::string_view text) {
    auto const day = take_day(text);
    if (!day || !(take(text, 'T') || take(text, 't') || take(text, ' '))) return std::nullopt;
    auto const clock = take_clock(text);
    if (!clock || !take(text, ':')) return std::nullopt;
    auto const second = take_figures(text, 2);
    if (!second || *second > 59) return std::nullopt;
    auto const fraction = take_fraction(text);
    if (!fraction) return std::nullopt;
    auto const offset = take_offset(text);
    if (!offset || !text.empty()) return std::nullopt;
    return Instant{day->time_since_epoch() + *clock + seconds{*second} + *fraction - *offset};
}

}  // namespace banshi
