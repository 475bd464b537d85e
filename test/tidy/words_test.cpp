// The rules about names, words and pages refuse their bad samples too.

#include <gtest/gtest.h>

#include "tidy/samples.h"

namespace banshi::tidy {

static std::string const includes_route = "#include \"systems/route.h\"\n";

TEST(RouteVerbs, AreTheNamesOfUseCases) {
    auto const path = "src/systems/hall/system.cpp";
    EXPECT_EQ(
        says(route_verbs,
             {{path, includes_route + "get(\"/x\", see,\n    \"see_item\", see_ticket),\n"}}),
        Said{
            "src/systems/hall/system.cpp:3: verb see_item and use case see_ticket differ in name"});
    EXPECT_EQ(
        says(route_verbs, {{path, includes_route + "get(\"/x\", see, \"see_item\", see_item),\n"}}),
        Said{});
}

TEST(DistrictNames, AreDataOnly) {
    std::vector<Sample> tree{{"config/districts/beilin/district.toml", "name = \"北林区\"\n"},
                             {"src/systems/hall/hall.cpp", "if (district == \"beilin\") x();\n"}};
    EXPECT_EQ(says(district_names, tree),
              Said{"src/systems/hall/hall.cpp:1: names the district beilin"});
    tree.back().text = "say(\"北林区\");\n";
    EXPECT_EQ(says(district_names, tree),
              Said{"src/systems/hall/hall.cpp:1: names the district 北林区"});
    tree.back().text = "say(call.district);\n";
    EXPECT_EQ(says(district_names, tree), Said{});
}

TEST(Glossary, ListsTheTypesOfSystems) {
    Sample const header{"src/systems/hall/hall.h", "struct Window {\n};\nstruct Later;\n"};
    EXPECT_EQ(says(glossary, {{"GLOSSARY.md", "| Windows | 窗口 |\n"}, header}),
              Said{"src/systems/hall/hall.h:1: GLOSSARY.md lacks Window"});
    EXPECT_EQ(says(glossary, {{"GLOSSARY.md", "| `Window` | 窗口 |\n"}, header}), Said{});
}

TEST(SameKeys, HoldsBothLanguagesComplete) {
    EXPECT_EQ(
        says(same_keys,
             {{"text/en.toml", "[a]\nb = \"x\"\n"}, {"text/zh.toml", "[a]\nc = \"y\"\n"}}),
        (Said{"text/zh.toml:2: a.c is missing in en", "text/en.toml:2: a.b is missing in zh"}));
    EXPECT_EQ(
        says(same_keys, {{"text/en.toml", "a = \"{x}\"\n"}, {"text/zh.toml", "a = \"{y}\"\n"}})
            .size(),
        2u);
    EXPECT_EQ(says(same_keys, {{"text/en.toml", "a = \"{x}\"\n"}, {"text/zh.toml", "[a\n"}}).size(),
              2u);
    EXPECT_EQ(
        says(same_keys, {{"text/en.toml", "a.b = \"x\"\n"}, {"text/zh.toml", "[a]\nb = \"y\"\n"}}),
        Said{});
}

TEST(SameKeys, AreToldOnce) {
    EXPECT_EQ(says(same_keys, {{"text/en/a.toml", "a = \"x\"\n"},
                               {"text/zh/a.toml", "a = \"y\"\n"},
                               {"text/zh/b.toml", "a = \"z\"\n"}}),
              Said{"text/zh/b.toml:1: a is told in text/zh/a.toml too"});
}

TEST(RefusalWords, StandInTheTextFile) {
    Sample const text{"text/zh.toml", "[refusal.ticket]\nslot_taken = \"已约满\"\n"};
    auto const refuses = [](std::string const& code) {
        return Sample{"src/engines/tickets/tickets.cpp",
                      "return Refusal{Why::full,\n    \"" + code + "\"};\n"};
    };
    EXPECT_EQ(says(refusal_words, {refuses("ticket.slot_taken"), text}), Said{});
    EXPECT_EQ(says(refusal_words, {refuses("ticket.gone"), text}),
              Said{"src/engines/tickets/tickets.cpp:1: text/zh.toml lacks refusal.ticket.gone"});
    EXPECT_EQ(says(refusal_words, {refuses("gone"), text}),
              Said{"src/engines/tickets/tickets.cpp:1: a refusal is called noun.word: gone"});
    EXPECT_EQ(says(refusal_words, {refuses("ticket.slot_taken\", \"detail.is_no_code"), text}),
              Said{});
    EXPECT_EQ(says(refusal_words, {{"src/base/a.cpp",
                                    "return Refusal{a ? Why::full : Why::busy,\n"
                                    " b ? \"ticket.slot_taken\" : \"ticket.odd\", \"x.y\"};\n"},
                                   text}),
              Said{"src/base/a.cpp:1: text/zh.toml lacks refusal.ticket.odd"});
}

TEST(SpokenWords, StandInTheTextFile) {
    Sample const text{"text/zh.toml", "[api]\nsee_item = \"看\"\n[hall]\nvoice = \"请\"\n"};
    auto const path = "src/systems/hall/system.cpp";
    auto const source = [&](std::string const& code) { return Sample{path, code + "\n"}; };
    EXPECT_EQ(says(spoken_words, {source("texts.say(call.language, \"hall.gong\", {})"), text}),
              Said{"src/systems/hall/system.cpp:1: text/zh.toml lacks hall.gong"});
    EXPECT_EQ(says(spoken_words, {source("{.title = \"system.hall\","), text}),
              Said{"src/systems/hall/system.cpp:1: text/zh.toml lacks system.hall"});
    EXPECT_EQ(says(spoken_words,
                   {source(includes_route + "get(\"/x\", see,\n \"see_lane\", see_lane),"), text}),
              Said{"src/systems/hall/system.cpp:3: text/zh.toml lacks api.see_lane"});
    EXPECT_EQ(
        says(spoken_words, {source(includes_route + "get(\"/x\", see, \"see_item\", see_item),\n"
                                                    "say(\"hall.\" + word); say(\"hall.voice\");"),
                            text}),
        Said{});
}

TEST(CppSentences, LiveInTheTextFile) {
    auto const said = Said{"src/systems/hall/hall.cpp:1: sentences live in text/zh.toml"};
    auto const path = "src/systems/hall/hall.cpp";
    EXPECT_EQ(says(cpp_sentences, {{path, "say(\"已约满，请换时段\");\n"}}), said);
    EXPECT_EQ(says(cpp_sentences, {{path, "say(\"请到三号窗口办理\");\n"}}), said);
    EXPECT_EQ(says(cpp_sentences, {{path, ".title = \"督办\",  // 平房区，督办工作\n"}}), Said{});
}

TEST(NamedEvidence, IsThere) {
    auto const said = [](std::string const& list) {
        return says(named_evidence, {{"docs/asvs.md", list},
                                     {"docs/threat-model.md", "See `src/a`.\n"},
                                     {"src/a/b_test.cpp", "TEST(B, Holds) {}\n"}});
    };
    EXPECT_EQ(said("`src/a/b_test.cpp` and `src/a/b_test.cpp:Holds`\n"), Said{});
    EXPECT_EQ(said("`src/a/c_test.cpp`\n"),
              Said{"docs/asvs.md:1: names what is not there: `src/a/c_test.cpp`"});
    EXPECT_EQ(said("`src/a/b_test.cpp:Breaks`\n"),
              Said{"docs/asvs.md:1: names what is not there: `src/a/b_test.cpp:Breaks`"});
    EXPECT_EQ(says(named_evidence, {}).size(), 2u);
}

TEST(GuardedGateway, GivesNothingAway) {
    auto const path = "docs/operations.md";
    EXPECT_EQ(says(guarded_gateway, {{path, "location = /metrics {}\nlocation = /readyz {}\n"}}),
              Said{});
    EXPECT_EQ(says(guarded_gateway, {{path, "location / {}\nlocation = /readyz {}\n"}}),
              Said{"docs/operations.md:1: gives away /metrics"});
    EXPECT_EQ(says(guarded_gateway, {}).size(), 2u);
}

TEST(Changelog, SpeaksToDistricts) {
    std::string const entry =
        "## 2026-11-25 First\n### What changes for you\n- x\n### What you must do\n- y\n";
    EXPECT_EQ(says(changelog, {{"CHANGELOG.md", "# Changes\n" + entry}}), Said{});
    EXPECT_EQ(says(changelog, {}), Said{"CHANGELOG.md:1: is missing"});
    EXPECT_EQ(says(changelog, {{"CHANGELOG.md", "# Changes\n"}}),
              Said{"CHANGELOG.md:1: has no entry"});
    EXPECT_EQ(says(changelog, {{"CHANGELOG.md", "## 2026-11-25\n### What changes for you\n- x\n"}}),
              Said{"CHANGELOG.md:1: entry lacks: ### What you must do"});
    EXPECT_EQ(says(changelog, {{"CHANGELOG.md", "## Soon\n" + entry}}),
              Said{"CHANGELOG.md:1: an entry is called ## 2026-11-25"});
    EXPECT_EQ(
        says(changelog, {{"CHANGELOG.md", entry + "## 2026-12-01\n" + entry.substr(20)}}).size(),
        1u);
}

TEST(Web, HasNoWordsOfItsOwn) {
    EXPECT_EQ(says(web_sentences, {{"web/citizen/Book.vue", "<h1>预约</h1>\n"}}),
              Said{"web/citizen/Book.vue:1: words live in text/zh.toml"});
    EXPECT_EQ(says(web_sentences, {{"web/citizen/Book.vue", "<!-- 预约 -->\n"},
                                   {"web/shared/a.ts", "const a = 1; // 预约\n"},
                                   {"web/tests/book.ts", "click('预约');\n"}}),
              Said{});
}

TEST(Web, HasItsColoursInTokens) {
    auto const said = [](std::string const& path, int line) {
        return Said{path + ":" + std::to_string(line) + ": colours live in tokens.css"};
    };
    EXPECT_EQ(says(web_colours, {{"web/citizen/a.css", "a { color: #fff }\n"}}),
              said("web/citizen/a.css", 1));
    EXPECT_EQ(
        says(web_colours, {{"web/citizen/A.vue", "<style>\na { color: #0b57a4 }\n</style>\n"}}),
        said("web/citizen/A.vue", 2));
    EXPECT_EQ(says(web_colours, {{"web/screen/chart.ts", "line('#0b57a4');\n"}}),
              said("web/screen/chart.ts", 1));
    EXPECT_EQ(says(web_colours, {{"web/shared/tokens.css", ":root { --c: #0b57a4 }\n"},
                                 {"web/citizen/A.vue", "<a href=\"#field-add\">\n"},
                                 {"web/citizen/a.css", "#add { color: var(--c) }\n"}}),
              Said{});
}

TEST(Web, ReachesOtherFoldersByAlias) {
    EXPECT_EQ(says(web_imports, {{"web/console/a.ts", "import { x } from '../../citizen/x'\n"}}),
              Said{"web/console/a.ts:1: import another folder by its alias: @shared"});
    EXPECT_EQ(says(web_imports, {{"web/console/a.ts", "import { x } from '@shared/x'\n"}}), Said{});
}

TEST(Scanner, TellsCodeFromSpeechAndRemarks) {
    auto const file =
        read_file("src/a.cpp", "f(\"a // b\");  // c \"d\"\nint n = 1'000; /* e\nf */ g;\n");
    EXPECT_EQ(file.lines[0].code, "f(\"\");  ");
    EXPECT_EQ(file.lines[0].speech, "f(\"a // b\");  ");
    EXPECT_EQ(file.lines[0].remark, " c \"d\"");
    EXPECT_EQ(file.lines[1].code, "int n = 1'000; ");
    EXPECT_EQ(file.lines[2].code, " g;");
}

}  // namespace banshi::tidy
