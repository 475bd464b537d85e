// Each rule refuses its bad sample, names the line, and lets the good one pass.

#include <gtest/gtest.h>

#include "tidy/samples.h"

namespace banshi::tidy {

TEST(Layers, PointDownwardsOnly) {
    EXPECT_EQ(
        says(layers, {{"src/engines/matters/ladder.cpp", "\n#include \"systems/system.h\"\n"}}),
        Said{"src/engines/matters/ladder.cpp:2: engines may not include systems"});
    EXPECT_EQ(says(layers, {{"src/base/id.h", "#include \"store/store.h\"\n"}}),
              Said{"src/base/id.h:1: base may not include store"});
    EXPECT_EQ(says(layers, {{"src/documents/pdf.h", "#include \"store/store.h\"\n"}}),
              Said{"src/documents/pdf.h:1: documents may not include store"});
    EXPECT_EQ(says(layers, {{"src/odd/x.h", "#include \"base/id.h\"\n"}}),
              Said{"src/odd/x.h:1: no layer of the house: odd"});
    EXPECT_EQ(says(layers, {{"src/base/id.cpp", "#include \"id.h\"\n"}}),
              Said{"src/base/id.cpp:1: include by the path from src/"});
}

TEST(Layers, EnginesKnowOnlyTheOpenEngines) {
    auto const path = "src/engines/tickets/queue.cpp";
    EXPECT_EQ(says(layers, {{path, "#include \"engines/bookings/bookings.h\"\n"}}),
              Said{"src/engines/tickets/queue.cpp:1: engines may not include engine bookings"});
    EXPECT_EQ(says(layers, {{path, "#include \"engines/record/record.h\"\n"}}), Said{});
    EXPECT_EQ(says(layers, {{path, "#include \"engines/tickets/queue.h\"\n"}}), Said{});
}

TEST(Layers, NobodyKnowsTheInsideOfASystem) {
    auto const of = [](std::string const& path, std::string const& file) {
        return says(layers, {{path, "#include \"" + file + "\"\n"}});
    };
    EXPECT_EQ(of("src/systems/aid/aid.cpp", "systems/hall/hall.h"),
              Said{"src/systems/aid/aid.cpp:1: systems may not include hall/hall.h of systems"});
    EXPECT_EQ(of("src/systems/aid/aid.cpp", "systems/hall/system.h").size(), 1u);
    EXPECT_EQ(of("src/server/api.cpp", "systems/hall/system.h").size(), 1u);
    EXPECT_EQ(of("src/cli/serve.cpp", "systems/hall/hall.h").size(), 1u);
    EXPECT_EQ(of("src/main.cpp", "store/store.h").size(), 1u);
    EXPECT_EQ(of("src/server/api.cpp", "engines/tickets/tickets.h"),
              Said{"src/server/api.cpp:1: server may not include engine tickets"});

    EXPECT_EQ(of("src/server/api.cpp", "systems/system.h"), Said{});
    EXPECT_EQ(of("src/server/api.cpp", "engines/people/orgs.h"), Said{});
    EXPECT_EQ(of("src/systems/aid/system.cpp", "systems/route.h"), Said{});
    EXPECT_EQ(of("src/systems/aid/aid.cpp", "documents/pdf.h"), Said{});
    EXPECT_EQ(of("src/cli/systems.cpp", "systems/hall/system.h"), Said{});
    EXPECT_EQ(of("src/cli/demo/days.cpp", "systems/hall/hall.h"), Said{});
    EXPECT_EQ(of("src/main.cpp", "cli/commands.h"), Said{});
}

TEST(NetworkHeaders, StayInFiveFiles) {
    std::string const beast = "#include <boost/beast.hpp>\n";
    EXPECT_EQ(says(network_headers, {{"src/server/http.h", beast}}),
              Said{"src/server/http.h:1: no header may include Asio or Beast"});
    EXPECT_EQ(says(network_headers, {{"src/a.cpp", beast},
                                     {"src/b.cpp", beast},
                                     {"src/c.cpp", beast},
                                     {"src/d.cpp", beast},
                                     {"src/e.cpp", beast + beast}}),
              Said{});
    EXPECT_EQ(says(network_headers, {{"src/a.cpp", beast},
                                     {"src/b.cpp", beast},
                                     {"src/c.cpp", beast},
                                     {"src/d.cpp", beast},
                                     {"src/e.cpp", beast},
                                     {"src/f.cpp", beast}}),
              Said{"src/f.cpp:1: more than 5 files include Asio or Beast"});
}

TEST(DescribedHeaders, AreRefused) {
    EXPECT_EQ(
        says(described_headers, {{"src/systems/aid/aid.h", "BOOST_DESCRIBE_STRUCT(A, (), ())\n"}}),
        Said{"src/systems/aid/aid.h:1: describe a system's structs in a .cpp file"});
    EXPECT_EQ(
        says(described_headers, {{"src/systems/aid/system.cpp", "BOOST_DESCRIBE_STRUCT(A)\n"}}),
        Said{});
}

static std::string repeated(int times, std::string const& text) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(Sizes, CountLinesOfFiles) {
    EXPECT_EQ(says(file_sizes, {{"web/shared/a.ts", repeated(401, "x\n")}}),
              Said{"web/shared/a.ts:401: file longer than 400 lines"});
    EXPECT_EQ(says(file_sizes, {{"src/base/a.h", repeated(400, "x\n")}}), Said{});
}

TEST(Sizes, CountColumnsNotBytes) {
    EXPECT_EQ(says(line_widths, {{"src/a.h", repeated(101, "x")}}),
              Said{"src/a.h:1: longer than 100 columns"});
    EXPECT_EQ(says(line_widths, {{"src/a.h", repeated(50, "办")}, {"src/b.h", repeated(100, "é")}}),
              Said{});
    EXPECT_EQ(says(line_widths, {{"src/a.h", "\n" + repeated(51, "办")}}),
              Said{"src/a.h:2: longer than 100 columns"});
}

TEST(Sizes, CountLinesOfFunctions) {
    auto const body = [](int lines) { return "{\n" + repeated(lines - 2, "    x;\n") + "}\n"; };
    auto const path = "src/base/a.cpp";
    EXPECT_EQ(says(function_sizes, {{path, "int f()\n" + body(70)}}), Said{});
    EXPECT_EQ(says(function_sizes, {{path, "int f() " + body(71)}}),
              Said{"src/base/a.cpp:1: function longer than 70 lines"});
    // Inside a class inside a namespace, and with braces of its own.
    EXPECT_EQ(says(function_sizes, {{path, "namespace a {\nclass B {\nint f() const {\n" +
                                               repeated(40, "if (x) {\n}\n") + "}\n};\n}\n"}}),
              Said{"src/base/a.cpp:3: function longer than 70 lines"});
    EXPECT_EQ(says(function_sizes, {{path, "DESCRIBE(A, a)\nnamespace {\n" +
                                               repeated(80, "int f() { return 1; }\n") + "}\n"}}),
              Said{});
    // A class and a table of values may be longer; a brace in a string is no brace.
    EXPECT_EQ(says(function_sizes, {{path, "class B " + body(90)}}), Said{});
    EXPECT_EQ(says(function_sizes, {{path, "Row const rows[] = " + body(90)}}), Said{});
    EXPECT_EQ(
        says(function_sizes, {{path, "int f() { return \"{\"; }\n" + repeated(80, "int x;\n")}}),
        Said{});
}

TEST(Leftovers, AreRefused) {
    auto const path = "src/base/a.cpp";
    auto const dead = Said{"src/base/a.cpp:1: commented-out code"};
    EXPECT_EQ(says(leftovers, {{path,
                                "int x;  // TO"
                                "DO later\n"}}),
              Said{"src/base/a.cpp:1: unfinished work: finish it or file it"});
    for (auto const* code : {"// return x;", "// save(call.tx, done);", "//#include <map>", "// }",
                             "// if (x) {", "// auto const x = 3;", "// x += 2;"})
        EXPECT_EQ(says(leftovers, {{path, code}}), dead) << code;
    for (auto const* prose :
         {"// It may run twice (see above);", "// returns nothing; the caller knows",
          "// loops end here: a district = one hall.", "auto x = \"// f();\";",
          "//     tx.run(sql, id);"})
        EXPECT_EQ(says(leftovers, {{path, prose}}), Said{}) << prose;
    EXPECT_EQ(says(leftovers, {{"web/citizen/A.vue", "<!-- <p>old</p> -->\n"}}),
              Said{"web/citizen/A.vue:1: commented-out code"});
}

TEST(Clocks, BelongToMain) {
    std::string const reads = "auto now = std::chrono::system_clock::now();\n";
    EXPECT_EQ(says(clocks, {{"src/store/store.cpp", reads}}),
              Said{"src/store/store.cpp:1: only main reads the clock"});
    EXPECT_EQ(says(clocks, {{"src/store/store.cpp", "std::time(nullptr);\n"}}).size(), 1u);
    EXPECT_EQ(says(clocks, {{"src/main.cpp", reads}, {"src/cli/serve.cpp", reads}}), Said{});
    EXPECT_EQ(says(clocks, {{"src/base/time.cpp", "// no system_clock::now here\n"}}), Said{});
}

TEST(HalfMade, ObjectsLeakWhenTheirLastPartIsRefused) {
    auto const of = [](std::string const& code) {
        return says(half_made, {{"src/base/a.cpp", code}}).size();
    };
    EXPECT_EQ(says(half_made, {{"src/base/a.cpp", "\n    return File{name,\n  TRY(pdf())};\n"}}),
              Said{"src/base/a.cpp:3: give a TRY within braces its own statement"});
    EXPECT_EQ(of("f(a, {b, TRY(c())});"), 1u);
    EXPECT_EQ(of("f(a, TRY(b()), {c, d});"), 0u);
    EXPECT_EQ(of("Wanted w{TRY(find(a, b)), {}};"), 0u);
    EXPECT_EQ(of("void f(A a, B b) {\n  g(a, {b, c});\n  TRY(h());\n}"), 0u);
}

TEST(Scripts, StopAtTheFirstError) {
    EXPECT_EQ(says(scripts, {{"bin/dev", "#!/usr/bin/env bash\n"}}),
              Said{"bin/dev:1: a script begins with set -euo pipefail"});
    EXPECT_EQ(says(scripts, {{"bin/dev", "#!/usr/bin/env bash\nset -euo pipefail\n"}}), Said{});
}

TEST(Sql, LivesInStoresAndSchemas) {
    std::string const query = "sql << \"SELECT id FROM tickets\";\n";
    EXPECT_EQ(says(sql_places, {{"src/systems/hall/hall.cpp", query}}),
              Said{"src/systems/hall/hall.cpp:1: SQL lives in *_store.cpp and schema/"});
    EXPECT_EQ(says(sql_places, {{"src/server/a.cpp", "f(R\"(\n  DELETE FROM x)\");\n"}}),
              Said{"src/server/a.cpp:2: SQL lives in *_store.cpp and schema/"});
    EXPECT_EQ(
        says(sql_places, {{"src/systems/hall/hall_store.cpp", query}, {"src/store/a.cpp", query}}),
        Said{});
    EXPECT_EQ(
        says(sql_places, {{"src/base/a.cpp", "say(\"SELECT a window\");  // SELECT a FROM b\n"}})
            .size(),
        1u);
}

TEST(Migrations, AreNumberedWithoutGaps) {
    EXPECT_EQ(says(migrations,
                   {{"src/store/schema/0001_a.sql", ""}, {"src/store/schema/0003_b.sql", ""}}),
              Said{"src/store/schema:2: migration number is missing"});
    EXPECT_EQ(says(migrations,
                   {{"src/store/schema/0001_a.sql", ""}, {"src/store/schema/0001_b.sql", ""}}),
              Said{"src/store/schema:1: one migration a number, or one a database"});
    EXPECT_EQ(says(migrations, {{"src/store/schema/1_a.sql", ""}}),
              Said{"src/store/schema/1_a.sql:1: a migration is called 0001_words.sql"});
    EXPECT_EQ(says(migrations, {{"src/store/schema/0001_a.sql", ""},
                                {"src/store/schema/0002_b.sqlite.sql", ""},
                                {"src/store/schema/0002_b.postgres.sql", ""},
                                {"src/store/schema/views.sql", ""}}),
              Said{});
}

TEST(PortableSql, IsWhatBothDatabasesShare) {
    auto const path = "src/store/schema/0001_a.sql";
    for (auto const* odd : {"id INTEGER AUTOINCREMENT", "id BIGSERIAL", "body BLOB", "body BYTEA",
                            "body JSONB", "at BIGINT DEFAULT now()", "SELECT datetime('x')",
                            "x ILIKE y", "INSERT OR IGNORE INTO a", "x::text", "paid BOOLEAN"})
        EXPECT_EQ(says(portable_sql, {{path, odd}}),
                  Said{"src/store/schema/0001_a.sql:1: not in the SQL that both databases share"})
            << odd;
    EXPECT_EQ(
        says(portable_sql, {{path, "-- now() is refused\nCREATE TABLE a (id TEXT, n BIGINT);\n"}}),
        Said{});
    EXPECT_EQ(says(portable_sql,
                   {{"src/engines/a/a_store.cpp", "sql << \"INSERT OR IGNORE INTO a\";\n"}}),
              Said{"src/engines/a/a_store.cpp:1: not in the SQL that both databases share"});
}

TEST(PortableSql, LetsOnlyTriggersDiffer) {
    EXPECT_EQ(
        says(portable_sql, {{"src/store/schema/0001_a.sqlite.sql", "CREATE TABLE a (id TEXT);\n"}}),
        Said{"src/store/schema/0001_a.sqlite.sql:1: only triggers may differ by database"});
    EXPECT_EQ(
        says(portable_sql, {{"src/store/schema/0001_a.sqlite.sql", "CREATE TRIGGER a BEFORE\n"}}),
        Said{});
}

TEST(SpreadSql, HasItsFewPlaces) {
    auto const path = "src/engines/a/a_store.cpp";
    for (auto const* rare : {"SELECT pg_notify('a', ?)", "SELECT n FROM a FOR UPDATE",
                             "SELECT RANK() OVER (ORDER BY n)", "WITH RECURSIVE b AS (SELECT 1)"}) {
        auto const line = "sql << \"" + std::string(rare) + "\";\n";
        EXPECT_EQ(says(spread_sql, {{path, line}}),
                  Said{"src/engines/a/a_store.cpp:1: not in the SQL of docs/adr/0020"})
            << rare;
        EXPECT_EQ(says(spread_sql, {{"src/store/postgres_store.cpp", line}}), Said{});
    }
    EXPECT_EQ(says(spread_sql, {{"src/engines/a/schema/0001_a.sql", "b TEXT REFERENCES c\n"}}),
              Said{"src/engines/a/schema/0001_a.sql:1: not in the SQL of docs/adr/0020"});
}

TEST(DistrictKeys, BeginWithTheDistrict) {
    auto const path = "src/store/schema/0001_a.sql";
    EXPECT_EQ(says(district_keys, {{path, "CREATE TABLE a (\n PRIMARY KEY (id, district)\n);\n"}}),
              Said{"src/store/schema/0001_a.sql:2: a key begins with the district"});
    EXPECT_EQ(says(district_keys, {{path, "CREATE TABLE a (id TEXT);\n"}}),
              Said{"src/store/schema/0001_a.sql:1: each table has one primary key"});
    EXPECT_EQ(says(district_keys, {{path, "CREATE UNIQUE INDEX a ON b (day);\n"}}).size(), 1u);
    EXPECT_EQ(says(district_keys, {{path,
                                    "CREATE TABLE a (PRIMARY KEY (district, id));\n"
                                    "CREATE INDEX b ON a (district, day);\n"}}),
              Said{});
}

}  // namespace banshi::tidy
