#include "base/festivals.h"

#include <toml++/toml.h>

#include <stdexcept>

namespace banshi {

void Festivals::add_year(std::string_view toml, std::string const& file) {
    auto const table = toml::parse(toml, file);
    auto const year = table["year"].value<int>();
    auto const date = table["mid_autumn"].value<toml::date>();
    if (!year || !date) return;
    if (date->year != *year) throw std::runtime_error(file + ": mid_autumn is of another year");
    mid_autumn[*year] = Day{std::chrono::year{date->year} / date->month / date->day};
}

}  // namespace banshi
