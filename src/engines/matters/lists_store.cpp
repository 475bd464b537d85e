#include "engines/matters/list_rows.h"
#include "store/store.h"

namespace banshi::matters::rows {

namespace {

constexpr Words columns{
    "SELECT m.id, m.number, m.kind, m.grade, m.category, m.channel, m.street, m.unit, m.handler, "
    "m.state, m.outcome, m.visibility, m.level, m.stopped, m.due, m.yellow_at, m.red_at, "
    "m.registered_at, m.changed_at FROM matters m "};
constexpr Words in_book{"WHERE m.district = ? AND m.book = ? "};
constexpr Words newest{
    "AND m.registered_at >= ? AND (m.registered_at, m.id) < (?, ?) "
    "ORDER BY m.registered_at DESC, m.id DESC LIMIT ?"};

template <Words Column>
constexpr auto by = join<columns, in_book, Column, newest>;

constexpr Instant always{Instant::duration{0}};
constexpr Instant never{std::chrono::microseconds{std::int64_t{1} << 62}};

// The place that nothing comes before on the way down.
Place top(Span const& span) {
    Place const end{span.to.value_or(never), {}};
    if (span.after && span.after->at < end.at) return *span.after;
    return end;
}

std::vector<Line> newest_first(Call& call, Sql sql, std::string const& book,
                               std::string const& value, Span const& span) {
    auto const [at, id] = top(span);
    return call.tx.all<Line>(sql, call.district.name(), book, value, span.from.value_or(always), at,
                             id, span.limit);
}

std::vector<Line> of_unit(Call& call, std::string const& book, std::string const& unit,
                          Span const& span) {
    auto const [at, id] = top(span);
    return call.tx.all<Line>(
        join<columns, Words{"JOIN matter_units u ON m.district = u.district AND m.id = u.matter "
                            "WHERE u.district = ? AND u.book = ? AND u.unit = ? "
                            "AND u.registered_at >= ? AND (u.registered_at, u.matter) < (?, ?) "
                            "ORDER BY u.registered_at DESC, u.matter DESC LIMIT ?"}>,
        call.district.name(), book, unit, span.from.value_or(always), at, id, span.limit);
}

std::vector<Line> in_order(Call& call, std::string const& book, Span const& span) {
    auto const [at, id] = top(span);
    return call.tx.all<Line>(join<columns, in_book, newest>, call.district.name(), book,
                             span.from.value_or(always), at, id, span.limit);
}

std::vector<Line> by_due(Call& call, std::string const& book, Span const& span) {
    auto const [at, id] = span.after.value_or(Place{always, {}});
    return call.tx.all<Line>(join<columns, in_book,
                                  Words{"AND m.due IS NOT NULL AND (m.due, m.id) > (?, ?) "
                                        "ORDER BY m.due, m.id LIMIT ?"}>,
                             call.district.name(), book, at, id, span.limit);
}

std::vector<Line> by_change(Call& call, std::string const& book, Span const& span) {
    auto const [at, id] = span.after.value_or(Place{never, {}});
    return call.tx.all<Line>(join<columns, in_book,
                                  Words{"AND (m.changed_at, m.id) < (?, ?) "
                                        "ORDER BY m.changed_at DESC, m.id DESC LIMIT ?"}>,
                             call.district.name(), book, at, id, span.limit);
}

std::vector<Line> at_level(Call& call, std::string const& book, int level, Span const& span) {
    auto const [at, id] = top(span);
    return call.tx.all<Line>(by<"AND m.level = ? AND m.level > 0 ">, call.district.name(), book,
                             level, span.from.value_or(always), at, id, span.limit);
}

}  // namespace

std::vector<Line> walk(Call& call, std::string const& book, Way way, std::string const& value,
                       Span const& span) {
    switch (way) {
        case Way::state:
            return newest_first(call, by<"AND m.state = ? ">, book, value, span);
        case Way::kind:
            return newest_first(call, by<"AND m.kind = ? ">, book, value, span);
        case Way::category:
            return newest_first(call, by<"AND m.category = ? ">, book, value, span);
        case Way::street:
            return newest_first(call, by<"AND m.street = ? ">, book, value, span);
        case Way::handler:
            return newest_first(call, by<"AND m.handler = ? AND m.handler <> '' ">, book, value,
                                span);
        case Way::unit:
            return of_unit(call, book, value, span);
        case Way::level:
            return at_level(call, book, std::stoi(value), span);
        case Way::due:
            return by_due(call, book, span);
        case Way::changed:
            return by_change(call, book, span);
        case Way::book:
            break;
    }
    return in_order(call, book, span);
}

void list_under(Call& call, MatterId const& id, OrgId const& unit) {
    call.tx.run(
        "INSERT INTO matter_units (district, book, unit, registered_at, matter) "
        "SELECT district, book, ?, registered_at, id FROM matters WHERE district = ? AND id = ? "
        "ON CONFLICT (district, book, unit, registered_at, matter) DO NOTHING",
        unit, call.district.name(), id);
}

bool is_under(Call& call, std::string const& book, Line const& line, OrgId const& unit) {
    return line.unit == unit ||
           call.tx.one<int>(
               "SELECT 1 FROM matter_units WHERE district = ? AND book = ? AND unit = ? "
               "AND registered_at = ? AND matter = ?",
               call.district.name(), book, unit, line.registered_at, line.id);
}

}  // namespace banshi::matters::rows
