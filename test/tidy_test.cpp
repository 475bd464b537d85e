// The house rules, executed over the whole tree. What each rule refuses, and that it does,
// is tested beside it in test/tidy/.

#include <gtest/gtest.h>

#include <cstdio>
#include <ostream>

#include "tidy/rules.h"

namespace banshi::tidy {

struct Rule {
    char const* name;
    Complaints (*read)(Tree const&);
    friend void PrintTo(Rule const& rule, std::ostream* out) { *out << rule.name; }
};

static Rule const house_rules[] = {
    {"layers", layers},
    {"network_headers", network_headers},
    {"described_headers", described_headers},
    {"file_sizes", file_sizes},
    {"line_widths", line_widths},
    {"function_sizes", function_sizes},
    {"leftovers", leftovers},
    {"clocks", clocks},
    {"half_made", half_made},
    {"scripts", scripts},
    {"sql_places", sql_places},
    {"migrations", migrations},
    {"portable_sql", portable_sql},
    {"spread_sql", spread_sql},
    {"district_keys", district_keys},
    {"route_verbs", route_verbs},
    {"district_names", district_names},
    {"glossary", glossary},
    {"same_keys", same_keys},
    {"refusal_words", refusal_words},
    {"spoken_words", spoken_words},
    {"cpp_sentences", cpp_sentences},
    {"changelog", changelog},
    {"named_evidence", named_evidence},
    {"guarded_gateway", guarded_gateway},
    {"web_sentences", web_sentences},
    {"web_colours", web_colours},
    {"web_imports", web_imports},
};

class Tidy : public testing::TestWithParam<Rule> {};

TEST_P(Tidy, HasNothingToSay) {
    static Tree const tree = read_tree(".");
    auto const found = GetParam().read(tree);
    for (auto const& [path, line, what] : found)
        std::printf("%s:%d: %s\n", path.c_str(), line, what.c_str());
    EXPECT_EQ(found.size(), 0u);
}

INSTANTIATE_TEST_SUITE_P(House, Tidy, testing::ValuesIn(house_rules),
                         [](auto const& rule) { return std::string(rule.param.name); });

// A tree without sources would please every rule.
TEST(TidyTree, IsTheProject) {
    auto const tree = read_tree(".");
    EXPECT_NE(tree.find("src/base/result.h"), nullptr);
    EXPECT_NE(tree.find("test/tidy/rules.h"), nullptr);
}

}  // namespace banshi::tidy
