#include "engines/matters/clock.h"

#include <algorithm>

#include "engines/matters/hours.h"
#include "engines/matters/standing.h"

namespace banshi::matters {

namespace {

using std::chrono::days;

bool by_hours(LimitUnit unit) {
    return unit == LimitUnit::working_hours || unit == LimitUnit::hours;
}

class DayClock {
public:
    DayClock(Terms const& terms, std::vector<Span> const& pauses, Wall const& wall)
        : terms_(terms),
          standing_(pauses, wall.zone),
          wall_(wall),
          start_(wall.zone.day_of(terms.start)) {}

    Day start() const { return start_; }
    bool stopped() const { return standing_.now(); }
    int length() const { return in_days(terms_.length); }
    int total() const { return in_days(terms_.length + terms_.extension); }

    // Nothing where the calendar of its year is missing.
    std::optional<bool> counts(Day day) const {
        if (standing_.at_midnight_of(day)) return false;
        if (terms_.unit == LimitUnit::working_days) return wall_.calendar.find_works(day);
        return true;
    }

    Due due() const {
        Due due;
        due.stopped = stopped();
        if (due.stopped) return due;
        auto last = terms_.ordered ? terms_.ordered : nth(total(), due);
        if (last && !terms_.ordered && terms_.roll) last = rolled(*last, due);
        if (!last) return due;
        due.last_day = last;
        due.at = wall_.zone.midnight(*last + days{1});
        return due;
    }

    // Of (from, to].
    std::optional<int> counted(Day from, Day to) const {
        int count = 0;
        for (auto day = from + days{1}; day <= to; day += days{1}) {
            auto const each = counts(day);
            if (!each) return std::nullopt;
            count += *each ? 1 : 0;
        }
        return count;
    }

    // Where an order lies in a year without a calendar, days cannot be counted: red when overdue.
    Turns turns(Day last, int yellow, int red) const {
        auto const red_at = turn(last, red);
        return {turn(last, yellow), red_at ? red_at : wall_.zone.midnight(last + days{1})};
    }

private:
    // The first day on which so many or fewer are left; the start where they never were more.
    std::optional<Instant> turn(Day last, int left) const {
        int count = 0;
        for (auto day = last; day > start_; day -= days{1}) {
            auto const each = counts(day);
            if (!each) return std::nullopt;
            // A rolled or ordered last day is one of the days left, whatever it is.
            count += *each || day == last ? 1 : 0;
            if (count > left) return wall_.zone.midnight(day + days{1});
        }
        return terms_.start;
    }

    // Months become calendar days, so that pauses work the same way.
    int in_days(int count) const {
        if (terms_.unit != LimitUnit::months) return count;
        return static_cast<int>((months_after(start_, count) - start_).count());
    }

    std::optional<Day> nth(int count, Due& due) const {
        auto day = start_;
        while (count > 0) {
            day += days{1};
            auto const each = counts(day);
            if (!each) {
                due.missing_year = year_of(day);
                return std::nullopt;
            }
            count -= *each ? 1 : 0;
        }
        return day;
    }

    std::optional<Day> rolled(Day day, Due& due) const {
        for (;; day += days{1}) {
            auto const works = wall_.calendar.find_works(day);
            if (works && *works) return day;
            if (!works) {
                due.missing_year = year_of(day);
                return std::nullopt;
            }
        }
    }

    Terms const& terms_;
    Standing standing_;
    Wall const& wall_;
    Day start_;
};

// Of its length, less what was counted up to today.
std::optional<int> left_while_stopped(DayClock const& clock, Terms const& terms,
                                      std::vector<Span> const& pauses, Wall const& wall,
                                      Day today) {
    DayClock const running(terms, closed_of(pauses), wall);
    auto const all = terms.ordered ? running.counted(running.start(), *terms.ordered)
                                   : std::optional{running.total()};
    auto const so_far = clock.counted(clock.start(), today);
    return all && so_far ? std::optional{*all - *so_far} : std::nullopt;
}

std::optional<int> left_by_days(Terms const& terms, std::vector<Span> const& pauses,
                                Wall const& wall, Instant now) {
    DayClock const clock(terms, pauses, wall);
    auto const today = wall.zone.day_of(now);
    if (clock.stopped()) return left_while_stopped(clock, terms, pauses, wall, today);
    auto const due = clock.due();
    if (!due.last_day) return std::nullopt;
    if (now >= *due.at) {
        auto const late = clock.counted(*due.last_day, today);
        return late ? std::optional{-std::max(1, *late)} : std::nullopt;
    }
    auto const before = std::max(today - days{1}, clock.start());
    auto const left = clock.counted(before, *due.last_day);
    if (!left) return std::nullopt;
    auto const last_counts = clock.counts(*due.last_day).value_or(true);
    return *left + (last_counts ? 0 : 1);
}

}  // namespace

Day months_after(Day day, int months) {
    auto const wanted = std::chrono::year_month_day{day} + std::chrono::months{months};
    return Day{wanted.ok() ? wanted : wanted.year() / wanted.month() / std::chrono::last};
}

std::optional<int> working_days_of(Terms const& terms, Wall const& wall) {
    auto const last = due_of(terms, {}, wall).last_day;
    Terms const by_work{terms.start, LimitUnit::working_days, 1};
    DayClock const clock(by_work, {}, wall);
    return last ? clock.counted(clock.start(), *last) : std::nullopt;
}

int calendar_days_of(Terms const& terms, Wall const& wall) {
    auto const last = due_of(terms, {}, wall).last_day;
    return last ? static_cast<int>((*last - wall.zone.day_of(terms.start)).count()) : terms.length;
}

Due due_of(Terms const& terms, std::vector<Span> const& pauses, Wall const& wall) {
    if (!by_hours(terms.unit) || terms.ordered) return DayClock(terms, pauses, wall).due();
    Due due;
    due.stopped = Standing(pauses, wall.zone).now();
    if (due.stopped) return due;
    auto const length = std::chrono::hours{terms.length + terms.extension};
    auto const end = after_time(terms.start, length, terms.unit, pauses, wall);
    due.missing_year = end.missing_year;
    due.at = end.at;
    if (due.at) due.last_day = wall.zone.day_of(*due.at - std::chrono::microseconds{1});
    return due;
}

std::optional<int> days_left(Terms const& terms, std::vector<Span> const& pauses, Wall const& wall,
                             Instant now) {
    if (!by_hours(terms.unit)) return left_by_days(terms, pauses, wall, now);
    auto const due = due_of(terms, pauses, wall);
    if (!due.at) return std::nullopt;
    auto const left = static_cast<int>((*due.last_day - wall.zone.day_of(now)).count());
    return now >= *due.at ? std::min(-1, left) : left + 1;
}

Turns turns_of(Terms const& terms, std::vector<Span> const& all_pauses, Wall const& wall,
               Colours const& colours) {
    auto const pauses = closed_of(all_pauses);
    auto const due = due_of(terms, pauses, wall);
    if (!due.at) return {};
    if (!by_hours(terms.unit)) {
        DayClock const clock(terms, pauses, wall);
        auto const share = (clock.length() + colours.yellow_share - 1) / colours.yellow_share;
        return clock.turns(*due.last_day, std::max(colours.yellow_least, share), colours.red_days);
    }
    if (terms.ordered)  // a day, and the length says nothing of it
        return DayClock(terms, pauses, wall)
            .turns(*due.last_day, colours.yellow_least, colours.red_days);
    // At 20 % and at 10 % of the time left.
    auto const length = std::chrono::minutes{60 * (terms.length + terms.extension)};
    return {after_time(terms.start, length * 8 / 10, terms.unit, pauses, wall).at,
            after_time(terms.start, length * 9 / 10, terms.unit, pauses, wall).at};
}

}  // namespace banshi::matters
