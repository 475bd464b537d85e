#include <map>
#include <regex>
#include <set>

#include "tidy/rules.h"

namespace banshi::tidy {

static std::regex const sql(
    R"(\b(SELECT\s+[\w*(,\s].*\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|)"
    R"(CREATE\s+(TABLE|INDEX|VIEW|TRIGGER)|ALTER\s+TABLE|DROP\s+TABLE|PRAGMA\s+\w|SAVEPOINT\s)|)"
    R"("(SELECT|INSERT|UPDATE|DELETE) )");

Complaints sql_places(Tree const& tree) {
    Complaints found;
    for (auto const* file : tree.under("src/")) {
        bool const may = file->name().ends_with("_store.cpp") ||
                         file->name().ends_with("_store_test.cpp") ||
                         file->path.starts_with("src/store/");
        if (may || !is_cpp(*file)) continue;
        for (int number = 0; auto const& line : file->lines)
            if (++number; std::regex_search(line.speech, sql))
                found.push_back({file->path, number, "SQL lives in *_store.cpp and schema/"});
    }
    return found;
}

static bool is_schema(File const& file) {
    return file.extension() == ".sql" && file.path.find("/schema/") != std::string::npos;
}

Complaints migrations(Tree const& tree) {
    static std::regex const form(R"((\d{4})_[a-z0-9_]+(\.sqlite|\.postgres)?\.sql)");
    Complaints found;
    std::map<std::string, std::map<int, std::multiset<std::string>>> folders;
    for (auto const* file : tree.under("src/")) {
        if (!is_schema(*file) || file->name() == "views.sql") continue;
        auto const folder = file->path.substr(0, file->path.rfind('/'));
        auto const name = file->name();
        std::smatch match;
        if (std::regex_match(name, match, form))
            folders[folder][std::stoi(match[1])].insert(match[2]);
        else
            found.push_back({file->path, 1, "a migration is called 0001_words.sql"});
    }
    static std::multiset<std::string> const one{""}, both{".postgres", ".sqlite"};
    for (auto const& [folder, numbers] : folders)
        for (int next = 0; auto const& [number, kinds] : numbers) {
            if (number != ++next) found.push_back({folder, next, "migration number is missing"});
            if (kinds != one && kinds != both)
                found.push_back({folder, number, "one migration a number, or one a database"});
            next = number;
        }
    return found;
}

// Words that SQLite 3.40 and PostgreSQL 15 do not share, or that hide a clock. SERIAL is one as the
// type of a column, not as its name.
static std::regex const foreign(
    R"(\w\s+(BIG|SMALL)?SERIAL\b|)"
    R"(\b(AUTOINCREMENT|BLOB|BYTEA|JSONB?|BOOLEAN|REAL|DOUBLE|NUMERIC|VARCHAR|UUID|)"
    R"(TIMESTAMP(TZ)?|ILIKE|GLOB|REGEXP|INSERT\s+OR|REPLACE\s+INTO|WITHOUT\s+ROWID|ROWID|IFNULL|)"
    R"(CURRENT_(TIME|DATE|TIMESTAMP))\b|\b(now|datetime|strftime|julianday)\(|::\w+)",
    std::regex::icase);

static std::regex const trigger(R"(\bCREATE\s+(TRIGGER|FUNCTION|OR\s+REPLACE\s+FUNCTION)\b)");
static std::regex const table(R"(\bCREATE\s+(TABLE|INDEX|VIEW)\b)");

// A migration that differs by database may only make triggers: everything else is shared.
static Complaints variants(File const& file) {
    auto const all = joined_speech(file);
    if (std::regex_search(all, trigger) && !std::regex_search(all, table)) return {};
    return {{file.path, 1, "only triggers may differ by database"}};
}

Complaints portable_sql(Tree const& tree) {
    static std::regex const variant(R"(\.(sqlite|postgres)\.sql$)");
    static std::regex const dialect(R"(\b(INSERT\s+OR|ILIKE|JSONB|AUTOINCREMENT)\b)");
    Complaints found;
    for (auto const* file : tree.under("src/")) {
        if (is_schema(*file) && std::regex_search(file->path, variant)) {
            for (auto& complaint : variants(*file)) found.push_back(std::move(complaint));
            continue;
        }
        bool const store = file->name().ends_with("_store.cpp");
        if (!is_schema(*file) && !store) continue;
        for (int number = 0; auto const& line : file->lines)
            if (++number; std::regex_search(line.speech, store ? dialect : foreign))
                found.push_back({file->path, number, "not in the SQL that both databases share"});
    }
    return found;
}

// docs/adr/0020: Citus, YugabyteDB and CockroachDB each lack one of these, or have it in part.
Complaints spread_sql(Tree const& tree) {
    static std::regex const rare(
        R"(\b(pg_\w+|LISTEN|NOTIFY|nextval|setval|hashtext|generate_series|LATERAL|RECURSIVE|)"
        R"(DEFERRABLE|TABLESAMPLE|REFERENCES|FOR\s+(UPDATE|SHARE)|LOCK\s+TABLE|GROUPING\s+SETS|)"
        R"(OVER\s*\())");
    static std::set<std::string> const may{
        "src/engines/record/leaf_run_store.cpp", "src/engines/record/move_store.cpp",
        "src/engines/record/sequencer_store.cpp",
        "src/engines/record/schema/0002_append_only.postgres.sql"};
    Complaints found;
    for (auto const* file : tree.under("src/")) {
        bool const store = file->name().ends_with("_store.cpp");
        if ((!is_schema(*file) && !store) || may.contains(file->path) ||
            file->path.starts_with("src/store/"))
            continue;
        for (int number = 0; auto const& line : file->lines)
            if (++number; std::regex_search(line.speech, rare))
                found.push_back({file->path, number, "not in the SQL of docs/adr/0020"});
    }
    return found;
}

// The district stands first in every key and index: it is what a bigger database distributes by.
Complaints district_keys(Tree const& tree) {
    static std::regex const keyed(R"(\b(PRIMARY\s+KEY|INDEX\s+\w+\s+ON\s+\w+)\s*\((\w+))");
    static std::regex const made(R"(\bCREATE\s+TABLE\s+(\w+))");
    Complaints found;
    for (auto const* file : tree.under("src/")) {
        if (!is_schema(*file)) continue;
        auto const all = joined_speech(*file);
        std::ptrdiff_t tables = 0, keys = 0;
        for (std::sregex_iterator it(all.begin(), all.end(), keyed), end; it != end; ++it) {
            keys += (*it)[1].str().starts_with("PRIMARY");
            if ((*it)[2] != "district")
                found.push_back({file->path, line_of(*file, std::size_t(it->position())),
                                 "a key begins with the district"});
        }
        tables = std::distance(std::sregex_iterator(all.begin(), all.end(), made), {});
        if (tables != keys) found.push_back({file->path, 1, "each table has one primary key"});
    }
    return found;
}

}  // namespace banshi::tidy
