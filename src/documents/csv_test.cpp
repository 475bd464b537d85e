#include "documents/csv.h"

#include <gtest/gtest.h>

#include "documents/encoding.h"

namespace banshi::documents {

using CsvRows = std::vector<std::vector<std::string>>;

static CsvRows texts(std::string const& bytes) {
    auto const rows = read_csv(bytes).value();
    CsvRows all;
    for (auto const& row : rows) {
        all.emplace_back();
        for (auto const& cell : row.cells) {
            auto const* text = std::get_if<std::string>(&cell.value);
            all.back().push_back(text ? *text : "");
        }
    }
    return all;
}

// Two files put together have the mark of Excel in the middle.
TEST(Csv, MayHoldTheMarkOfExcelAnywhere) {
    EXPECT_EQ(texts("\uFEFFa,b\r\n\uFEFFc,d"), (CsvRows{{"a", "b"}, {"c", "d"}}));
}

// The examples of RFC 4180, section 2.
TEST(Csv, IsReadByTheRules) {
    EXPECT_EQ(texts("aaa,bbb,ccc\r\nzzz,yyy,www\r\n"),
              (CsvRows{{"aaa", "bbb", "ccc"}, {"zzz", "yyy", "www"}}));
    EXPECT_EQ(texts("aaa,bbb,ccc\r\nzzz,yyy,www"), texts("aaa,bbb,ccc\r\nzzz,yyy,www\r\n"));
    EXPECT_EQ(texts("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,www"),
              (CsvRows{{"aaa", "b \nbb", "ccc"}, {"zzz", "yyy", "www"}}));
    EXPECT_EQ(texts("\"aaa\",\"b\"\"bb\",\"\"\"\""), (CsvRows{{"aaa", "b\"bb", "\""}}));
}

TEST(Csv, LineEndsOfEverySystem) {
    for (auto const* bytes : {"a,b\nc,d\n", "a,b\rc,d\r", "a,b\r\n\r\nc,d\r\n,\r\n"})
        EXPECT_EQ(texts(bytes), (CsvRows{{"a", "b"}, {"c", "d"}})) << bytes;
    EXPECT_TRUE(texts("").empty());
}

TEST(Csv, BothEncodingsAreKnownByTheirBytes) {
    std::string const text = "姓名,编号\r\n䶮㛃𠮷,1\r\n";
    CsvRows const wanted{{"姓名", "编号"}, {"䶮㛃𠮷", "1"}};
    EXPECT_EQ(texts(text), wanted);
    EXPECT_EQ(texts("\uFEFF" + text), wanted);
    EXPECT_EQ(texts(Converter("UTF-8", "GB18030").converted(text).value()), wanted);
    EXPECT_EQ(read_csv("a\xFF\xFF").refusal().text, "csv.encoding");
}

// What Excel calls Unicode text, and what Excel of a land with decimal commas calls CSV.
TEST(Csv, WideTextTabsAndSemicolonsAreReadToo) {
    std::string const text = "姓名\t编号\t一，二;三,四\r\n一一一\t1\t\"a\tb\"\r\n";
    CsvRows const wanted{{"姓名", "编号", "一，二;三,四"}, {"一一一", "1", "a b"}};
    EXPECT_EQ(texts(text), wanted);
    for (auto const* name : {"UTF-16LE", "UTF-16BE"}) {
        EXPECT_EQ(texts(Converter("UTF-8", name).converted(text).value()), wanted) << name;
        EXPECT_EQ(texts(Converter("UTF-8", name).converted("\uFEFF" + text).value()), wanted);
    }
    EXPECT_EQ(texts("标题\na;b;c\n1,5;2;3,0,0\n"),
              (CsvRows{{"标题"}, {"a", "b", "c"}, {"1,5", "2", "3,0,0"}}));
    EXPECT_EQ(texts("a,b,c\n1,2;3;4;5,6\n"), (CsvRows{{"a", "b", "c"}, {"1", "2;3;4;5", "6"}}));
}

TEST(Csv, RowsKnowTheirLine) {
    auto const rows = read_csv("a\r\n\r\n\"b\r\nb\",c\r\nd").value();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1].number, 3);
    EXPECT_EQ(rows[2].number, 5);
}

TEST(Csv, AQuoteThatNeverEndsIsPlaced) {
    for (auto const* bytes : {"a\r\n\"b", "a\r\n\"b\"c", "a\r\n\"b\"\"\r\n\r\n"}) {
        auto const refused = read_csv(bytes);
        ASSERT_FALSE(refused) << bytes;
        EXPECT_EQ(refused.refusal().text, "csv.quote");
        EXPECT_EQ(refused.refusal().facts.at("line"), "2");
    }
}

TEST(Csv, LimitsAreKept) {
    WorkbookLimits limits{};
    limits.rows = 2;
    limits.columns = 2;
    EXPECT_TRUE(read_csv("a,b\nc,d\n", limits));
    EXPECT_EQ(read_csv("a\nb\nc\n", limits).refusal().text, "csv.too_many");
    EXPECT_EQ(read_csv("a,b,c\n", limits).refusal().text, "csv.too_many");
    limits.bytes = 3;
    EXPECT_EQ(read_csv("a,b\n", limits).refusal().text, "csv.too_large");
}

TEST(Csv, WhatIsWrittenComesBack) {
    CsvRows const table{{"a,b", "c\"d", "e\nf", ""}, {"号", " x ", "=1+1", "'"}};
    EXPECT_EQ(texts(written_csv(table)), table);
    CsvRows const marked{{"a", "b;;;c"}, {"d", ";"}};
    EXPECT_EQ(texts(written_csv(marked)), marked);
    EXPECT_EQ(written_csv({{"a", "b\"c"}}), "a,\"b\"\"c\"\r\n");
}

}  // namespace banshi::documents
