#include "store/emptied.h"

#include <fmt/format.h>

#include <functional>

#include "store/migrate.h"

namespace banshi {

namespace {

// Half a second goes into making PostgreSQL's tables, so those are kept that are still as this
// program made them. The schema's comment says how that was.
struct Made {
    std::string shape, noted;
};

std::string program() {
    std::size_t hash = 0;
    for (auto const& [name, sql] : migrations(Backend::postgres))
        hash = hash * 31 + std::hash<std::string>{}(name + sql);
    return fmt::format("{:x}", hash);
}

Made made(Session& session) {
    SessionTransaction tx(session);
    return *tx.one<Made>(
        "WITH relations AS (SELECT oid, relname, relkind FROM pg_class "
        "WHERE relnamespace = to_regnamespace('public')), parts AS ("
        "SELECT concat_ws(' ', relname, relkind) AS part FROM relations "
        "UNION ALL SELECT concat_ws(' ', relname, attname, atttypid, attnotnull, attisdropped, "
        "pg_get_expr(adbin, adrelid)) FROM relations JOIN pg_attribute ON attrelid = oid "
        "LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attnum > 0 "
        "UNION ALL SELECT concat_ws(' ', relname, tgname, tgenabled) "
        "FROM relations JOIN pg_trigger ON tgrelid = relations.oid "
        "UNION ALL SELECT concat_ws(' ', relname, conname, contype) "
        "FROM relations JOIN pg_constraint ON conrelid = relations.oid "
        "UNION ALL SELECT concat_ws(' ', proname, prosrc) FROM pg_proc "
        "WHERE pronamespace = to_regnamespace('public')) "
        "SELECT COALESCE(md5(string_agg(part, ',' ORDER BY part)), ''), "
        "COALESCE(obj_description(to_regnamespace('public'), 'pg_namespace'), '') FROM parts");
}

std::string note_of(Made const& now) { return now.shape + " " + program(); }

// Triggers that keep rows are silent meanwhile. The note stands for the migrations.
void clear_rows(Session& session) {
    session.script(R"(DO $$ DECLARE kept RECORD; filled TEXT; BEGIN
        FOR kept IN SELECT DISTINCT tgrelid::regclass AS name FROM pg_trigger
            JOIN pg_class ON pg_class.oid = tgrelid
            WHERE relnamespace = to_regnamespace('public') AND NOT tgisinternal
        LOOP EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', kept.name); END LOOP;
        SELECT string_agg(oid::regclass::text, ',') INTO filled FROM pg_class
            WHERE relnamespace = to_regnamespace('public') AND relkind = 'r'
            AND pg_relation_size(oid) > 0;
        IF filled IS NOT NULL THEN EXECUTE 'TRUNCATE ' || filled || ' CASCADE'; END IF;
        FOR kept IN SELECT DISTINCT tgrelid::regclass AS name FROM pg_trigger
            JOIN pg_class ON pg_class.oid = tgrelid
            WHERE relnamespace = to_regnamespace('public') AND NOT tgisinternal
        LOOP EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', kept.name); END LOOP;
        FOR kept IN SELECT sequencename AS name FROM pg_sequences
            WHERE schemaname = 'public' AND last_value IS NOT NULL
        LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', kept.name); END LOOP;
        END $$)");
    SessionTransaction tx(session);
    for (auto const& each : migrations(Backend::postgres))
        tx.run("INSERT INTO migrations (name) VALUES (?)", each.name);
    session.wait();
}

}  // namespace

void empty(Session& session) {
    if (session.backend() == Backend::postgres) {
        session.script("DROP SCHEMA IF EXISTS public CASCADE");
        session.script("CREATE SCHEMA public");
        return;
    }
    struct Named {
        std::string type, name;
    };
    SessionTransaction tx(session);
    auto const things = tx.all<Named>(
        "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' "
        "AND type IN ('trigger', 'view', 'table') ORDER BY type DESC");
    for (auto const& [type, name] : things)
        session.script(fmt::format("DROP {} IF EXISTS \"{}\"", type, name));
}

void empty_and_migrate(Session& session) {
    bool const keeps_tables = session.backend() == Backend::postgres;
    if (keeps_tables)
        if (auto const now = made(session); now.noted == note_of(now)) return clear_rows(session);
    empty(session);
    migrate(session);
    if (keeps_tables)
        session.script(fmt::format("COMMENT ON SCHEMA public IS '{}'", note_of(made(session))));
}

}  // namespace banshi
