// Rules, weeks and single days that were published: each row beside the entry of its page.

#include <fmt/format.h>

#include <set>

#include "engines/record/hash.h"
#include "store/store.h"
#include "systems/hall/hours_deed.h"
#include "systems/hall/record_audit.h"
#include "systems/hall/rules_rows.h"

namespace banshi::hall {

namespace {

// A page as its rows tell it, and what its entry may bind.
using SeePage = std::function<void(std::string const& page, std::set<std::string> const& hashes)>;

void see_rules_pages(Call& call, SeePage const& see) {
    struct Row {
        std::string hall;
        int version;
        Day since;
        std::string rules, proposed_by, confirmed_by;
        Instant at;
    };
    call.tx.each<Row>(
        "SELECT hall, version, since, rules, proposed_by, confirmed_by, at FROM hall_rules WHERE "
        "district = ? "
        "AND confirmed_by IS NOT NULL ORDER BY hall, version",
        [&](Row const& row) {
            rules_rows::Version const version{row.version, row.since, row.rules, row.proposed_by,
                                              row.at};
            // Entries of before bind the rules alone.
            see(fmt::format("hall/{}/{}/{}", row.hall, written(row.since), row.version),
                {hex(rules_rows::bound(version, row.confirmed_by)),
                 hex(record::sha256({row.rules}))});
        },
        call.district.name());
}

void see_weeks(Call& call, SeePage const& see) {
    struct Row {
        std::string hall;
        int version;
        Day since;
        std::string week, reason, by_whom;
        Instant at;
    };
    call.tx.each<Row>(
        "SELECT hall, version, since, week, reason, by_whom, at FROM hall_hours "
        "WHERE district = ? ORDER BY hall, version",
        [&](Row const& row) {
            // Entries of before bind the week alone.
            see(week_page({row.hall}, row.since, row.version),
                {hex(bound_hours(row.week, row.reason, row.by_whom, row.at)),
                 hex(record::sha256({row.week}))});
        },
        call.district.name());
}

struct DayRow {
    std::string hall;
    Day day;
    int version;
    Clock from, to;
    std::string reason, by_whom;
    Instant at;
};

bool is_same_version(DayRow const& one, DayRow const& other) {
    return one.hall == other.hall && one.day == other.day && one.version == other.version;
}

// Whatever differs between the rows of one version was written by hand: it binds nothing.
std::set<std::string> hashes_of(std::span<DayRow const> rows) {
    std::vector<days::Stretch> periods;
    for (auto const& row : rows) {
        auto const& first = rows.front();
        if (row.reason != first.reason || row.by_whom != first.by_whom || row.at != first.at)
            return {};
        if (rows.size() > 1 || row.from < row.to) periods.push_back({row.from, row.to});
    }
    auto const& [hall, day, version, from, to, reason, by_whom, at] = rows.front();
    return {hex(bound_hours(periods_text(periods), reason, by_whom, at))};
}

// Days of before count for nothing here until the first entry of a day: then all of them have one.
void see_days(Call& call, SeePage const& see,
              std::function<bool(std::string const& hall)> const& has_entries) {
    std::vector<DayRow> rows;
    call.tx.each<DayRow>(
        "SELECT hall, day, version, from_time, to_time, reason, by_whom, at FROM hall_day_hours h "
        "WHERE district = ? AND (version > 0 OR NOT EXISTS (SELECT 1 FROM hall_day_hours s WHERE "
        "s.district = h.district AND s.hall = h.hall AND s.day = h.day AND s.version > 0)) "
        "ORDER BY hall, day, version, from_time",
        [&](DayRow const& row) { rows.push_back(row); }, call.district.name());
    for (auto first = rows.begin(); first != rows.end();) {
        auto const next = std::find_if(
            first, rows.end(), [&](auto const& row) { return !is_same_version(row, *first); });
        if (first->version > 0 || has_entries(first->hall))
            see(day_page({first->hall}, first->day, first->version), hashes_of({first, next}));
        first = next;
    }
}

}  // namespace

void RecordAudit::compare_rules(Call& call, std::vector<record::Breach>& found) const {
    auto open = rules_;
    auto const see = [&](std::string const& page, std::set<std::string> const& hashes) {
        auto const logged = open.find(page);
        if (logged == open.end()) {
            found.push_back({"breach.rules_unlogged", 0, {{"page", page}}});
            return;
        }
        if (!hashes.contains(logged->second.hash))
            found.push_back({"breach.rules_differ", logged->second.seq, {{"page", page}}});
        open.erase(logged);
    };
    see_rules_pages(call, see);
    see_weeks(call, see);
    see_days(call, see, [&](std::string const& hall) {
        auto const begin = "day/" + hall + "/";
        auto const page = rules_.lower_bound(begin);
        return page != rules_.end() && page->first.starts_with(begin);
    });
    for (auto const& [page, logged] : open)
        found.push_back({"breach.rules_gone", logged.seq, {{"page", page}}});
}

}  // namespace banshi::hall
