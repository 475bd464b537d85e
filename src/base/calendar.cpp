#include "base/calendar.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <set>
#include <stdexcept>

namespace banshi {

namespace {

Day first_of(int year) { return Day{std::chrono::year{year} / std::chrono::January / 1}; }

std::set<Day> days_of(toml::table const& table, std::string_view key, std::string const& file,
                      int year) {
    auto const* list = table[key].as_array();
    if (!list) throw std::runtime_error(fmt::format("{}: missing list {}", file, key));
    std::set<Day> days;
    for (auto const& entry : *list) {
        auto const date = entry.value<toml::date>();
        if (!date || date->year != year)
            throw std::runtime_error(
                fmt::format("{}:{}: not a day of {}", file, entry.source().begin.line, year));
        days.insert(Day{std::chrono::year{date->year} / date->month / date->day});
    }
    return days;
}

bool is_weekend(Day day) {
    auto const weekday = std::chrono::weekday{day};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

}  // namespace

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

void WorkCalendar::add_year(std::string_view toml, std::string const& file) try {
    auto const table = toml::parse(toml, file);
    auto const year = table["year"].value<int>();
    if (!year) throw std::runtime_error(fmt::format("{}: missing year", file));
    auto const holidays = days_of(table, "holidays", file, *year);
    auto const exchanged = days_of(table, "working_weekends", file, *year);
    std::bitset<366> works;
    for (auto day = first_of(*year); day < first_of(*year + 1); day += std::chrono::days{1})
        works[static_cast<std::size_t>((day - first_of(*year)).count())] =
            exchanged.contains(day) || (!holidays.contains(day) && !is_weekend(day));
    years_[*year] = works;
} catch (toml::parse_error const& wrong) {
    throw std::runtime_error(
        fmt::format("{}:{}: {}", file, wrong.source().begin.line, wrong.description()));
}

std::optional<bool> WorkCalendar::find_works(Day day) const {
    auto const held = years_.find(year_of(day));
    if (held == years_.end()) return std::nullopt;
    return held->second[static_cast<std::size_t>((day - first_of(held->first)).count())];
}

std::optional<Day> WorkCalendar::find_after(Day from, int working_days) const {
    while (working_days > 0) {
        from += std::chrono::days{1};
        auto const works = find_works(from);
        if (!works) return std::nullopt;
        if (*works) --working_days;
    }
    return from;
}

MissingYear::MissingYear(Day day)
    : std::runtime_error(fmt::format("no working calendar for {}: add config/calendar/{}.toml",
                                     written(day), year_of(day))),
      year(year_of(day)) {}

bool WorkCalendar::works(Day day) const {
    if (auto const known = find_works(day)) return *known;
    throw MissingYear(day);
}

Day WorkCalendar::after(Day from, int working_days) const {
    while (working_days > 0) {
        from += std::chrono::days{1};
        if (works(from)) --working_days;
    }
    return from;
}

}  // namespace banshi
