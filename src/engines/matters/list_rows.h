#pragma once
// The indexes that lists walk. For this engine alone.

#include "engines/matters/lists.h"

namespace banshi::matters::rows {

enum class Way { book, state, kind, category, street, unit, handler, level, due, changed };

// Along the way's order, from after this place on; `value` is that of the way's column.
struct Span {
    std::optional<Place> after;
    std::optional<Instant> from, to;  // of registering; nothing for due and changed
    int limit;
};
std::vector<Line> walk(Call&, std::string const& book, Way, std::string const& value, Span const&);

// The unit has, or had, a task in the matter.
void list_under(Call&, MatterId const&, OrgId const& unit);
bool is_under(Call&, std::string const& book, Line const&, OrgId const& unit);

}  // namespace banshi::matters::rows
