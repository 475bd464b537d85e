#pragma once
// The rows behind bound.h.

#include <functional>

#include "systems/aid/bound.h"

namespace banshi::aid::rows {

// A row with all that hangs on it, as one text; what is sealed in the table is open in it.
struct RowFacts {
    std::string number;
    std::optional<record::Salt> salt;
    std::string text;
};

std::optional<RowFacts> facts_of(Call&, Bound, std::string const& number);
void each_fact(Call&, Bound, std::function<void(RowFacts const&)> const&);

std::optional<record::Salt> find_salt(Call&, std::string const& paper, std::string const& number);
void put_salt(Call&, std::string const& paper, std::string const& number, record::Salt const&);

}  // namespace banshi::aid::rows
