#include "base/calendar.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <stdexcept>

namespace banshi {

static std::set<Day> days_of(toml::table const& table, std::string_view key,
                             std::string const& file, int year) {
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

void WorkCalendar::add_year(std::string_view toml, std::string const& file) try {
    auto const table = toml::parse(toml, file);
    auto const year = table["year"].value<int>();
    if (!year) throw std::runtime_error(fmt::format("{}: missing year", file));
    holidays_.merge(days_of(table, "holidays", file, *year));
    exchanged_.merge(days_of(table, "working_weekends", file, *year));
    years_.insert(*year);
} catch (toml::parse_error const& wrong) {
    throw std::runtime_error(
        fmt::format("{}:{}: {}", file, wrong.source().begin.line, wrong.description()));
}

bool WorkCalendar::works(Day day) const {
    auto const year = static_cast<int>(std::chrono::year_month_day{day}.year());
    if (!years_.contains(year))
        throw std::runtime_error(fmt::format(
            "no working calendar for {}: add config/calendar/{}.toml", written(day), year));
    if (exchanged_.contains(day)) return true;
    if (holidays_.contains(day)) return false;
    auto const weekday = std::chrono::weekday{day};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

Day WorkCalendar::after(Day from, int working_days) const {
    while (working_days > 0) {
        from += std::chrono::days{1};
        if (works(from)) --working_days;
    }
    return from;
}

}  // namespace banshi
