// Moves the city 迁库 from SQLite to PostgreSQL.

#include <unistd.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/verify.h"
#include "engines/record/move.h"
#include "store/copy.h"

namespace banshi::cli {

namespace {

// Why it may not be done; null where it may.
char const* hindrance(Environment const& here, MoveOptions const& options) {
    if (backend_of(here.database) != Backend::sqlite) return "cli.move.not_sqlite";
    if (backend_of(options.to) != Backend::postgres) return "cli.move.not_postgres";
    auto const presence = presence_of(here.database);
    if (presence == Presence::none) return "cli.move.nothing";
    return presence == Presence::used ? "cli.move.used" : nullptr;
}

void show_moved(std::string const& table, std::int64_t written, std::int64_t rows) {
    if (!isatty(STDERR_FILENO)) return;
    std::cerr << "\r" << table << " " << written << " / " << rows << "\x1b[K" << std::flush;
    if (written == rows) std::cerr << "\n";
}

void say_moved(City const& city, std::vector<MovedTable> const& moved) {
    std::int64_t rows = 0;
    for (auto const& table : moved) rows += table.rows;
    say(city, "cli.move.moved",
        {{"tables", std::to_string(moved.size())}, {"rows", std::to_string(rows)}});
}

}  // namespace

int move(Environment const& here, MoveOptions const& options) {
    auto const city = open_city(here);
    Facts const facts{{"from", here.database}};
    if (auto const* why = hindrance(here, options)) {
        say(city, why, facts);
        return misused;
    }
    try {
        say_moved(city, move_database(here.database, options.to, record::move_rules(), show_moved));
    } catch (NotEmpty const&) {
        say(city, "cli.move.not_empty", facts);
        return misused;
    }
    auto there = here;
    there.database = options.to;
    bool const sound = verify_logs(there, city, *open_database(there), "", Keeping::kept);
    say(city, sound ? "cli.move.done" : "cli.move.broken", facts);
    return sound ? done : broken_record;
}

}  // namespace banshi::cli
