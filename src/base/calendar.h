#pragma once
// Working days 工作日 as the yearly notice of the State Council sets them: weekends rest,
// holidays rest, and some weekend days work in exchange 调休.

#include <bitset>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/time.h"

namespace banshi {

// A deed that needs a year whose holidays nobody has entered yet is refused: calendar.year_missing.
struct MissingYear : std::runtime_error {
    explicit MissingYear(Day);
    int year;
};

class WorkCalendar {
public:
    // Takes one year's file: year, holidays, working_weekends. Throws with file and line.
    void add_year(std::string_view toml, std::string const& file);

    // A year that is not held is a loud error (MissingYear), never a guess.
    bool works(Day) const;
    // The day that lies so many working days after `from`; 0 gives `from` itself.
    Day after(Day from, int working_days) const;
    bool holds(int year) const { return years_.contains(year); }

    // The same where a deed must succeed all the same: nothing where a year is not held.
    std::optional<bool> find_works(Day) const;
    std::optional<Day> find_after(Day from, int working_days) const;

private:
    std::map<int, std::bitset<366>> years_;  // by day of the year: does it work
};

int year_of(Day);

}  // namespace banshi
