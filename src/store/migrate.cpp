#include "store/migrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banshi {

// What PRAGMA and information_schema call a table differs, so each migration's name is a row.
static std::set<std::string> applied(Session& session) {
    session.script("CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY)");
    std::set<std::string> names;
    SessionTransaction tx(session);
    for (auto& name : tx.all<std::string>("SELECT name FROM migrations")) names.insert(name);
    return names;
}

void migrate_within(Session& session) {
    auto const& known = migrations(session.backend());
    SessionTransaction tx(session);
    // One node at a time: the others wait here and then find the work done.
    if (session.backend() == Backend::postgres)
        tx.one<std::int64_t>("SELECT 1 FROM pg_advisory_xact_lock(2026)");
    auto const present = applied(session);
    for (auto const& name : present)
        if (std::ranges::none_of(known, [&](auto const& each) { return each.name == name; }))
            throw WrongDatabase(
                fmt::format("the database is newer than this program: it knows {}", name));
    for (auto const& [name, sql] : known) {
        if (present.contains(name)) continue;
        session.script(sql);
        tx.run("INSERT INTO migrations (name) VALUES (?)", name);
    }
}

void migrate(Session& session) {
    session.run(session.backend() == Backend::sqlite ? Sql("BEGIN IMMEDIATE") : Sql("BEGIN"));
    try {
        migrate_within(session);
    } catch (WrongDatabase const&) {
        session.roll_back();
        throw;
    }
    session.run("COMMIT");
}

}  // namespace banshi
