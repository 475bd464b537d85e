#include "documents/sheet.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <regex>

#include "documents/characters.h"
#include "documents/outside_for_test.h"

namespace banshi::documents {

static Instant const evening = read_instant("2026-11-23T20:00:00+08:00").value();

static std::size_t count(std::string const& text, std::string const& wanted) {
    std::size_t found = 0;
    for (auto at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++found;
    return found;
}

static Table services(int rows) {
    Table table;
    table.columns = {{"事项", 3}, {"取号", 1, Align::right}, {"等候", 1, Align::right}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({"退休申报" + std::to_string(i), std::to_string(i), "12 分"});
    return table;
}

TEST(Sheet, AnotherReaderFindsEveryPart) {
    std::string const link = "https://hall.example/r/2026-11-23";
    Sheet const sheet{"日报",
                      {Title{"民生大厦 日报"}, Heading{"取号与等候"}, Paragraph{"䶮㛃𠮷 在册。"},
                       services(3), CutLine{}, Code{link, "第 184,203 条"}}};
    auto const pdf = sheet_pdf(sheet, evening).value();
    EXPECT_LT(pdf.size(), 150'000u);
    EXPECT_EQ(pages_of_pdf(pdf), 1);
    auto const text = text_of_pdf(pdf);
    for (auto const* part : {"民生大厦 日报", "取号与等候", "䶮㛃𠮷 在册。", "事项", "退休申报2",
                             "12 分", "第 184,203 条", "—1—"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    EXPECT_EQ(scanned(picture_of_pdf(pdf)), std::vector{link});
    EXPECT_EQ(sheet_pdf(sheet, evening).value(), pdf);
}

static std::string long_text() {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "第" + std::to_string(i) + "句。";
    return text;
}

// As if it were one long line on one page.
static std::string joined(std::string const& text) {
    return std::regex_replace(text, std::regex("—\\d+—|[ \n\f]"), "");
}

// The sheet of supervision: its way stands in order, over a page's end too.
TEST(Sheet, TheWayStandsInOrder) {
    Sheet sheet{"督办单", {Title{"督办单", Ink::red}, Plate{"平房 2026", "000123"}}};
    Way way;
    for (int i = 100; i < 140; ++i) way.stops.push_back({fmt::format("第{}步", i), "11月23日"});
    way.stops.back().mark = Way::Mark::cleared;
    sheet.blocks.push_back(way);
    auto const pdf = sheet_pdf(sheet, evening).value();
    EXPECT_EQ(pages_of_pdf(pdf), 3);
    auto const text = text_of_pdf(pdf);
    auto at = text.find("000123");
    EXPECT_LT(text.find("平房 2026"), at);
    for (int i = 100; i < 140; ++i) {
        auto const next = text.find(fmt::format("第{}步", i), at);
        ASSERT_NE(next, std::string::npos) << i;
        at = next;
    }
    EXPECT_EQ(count(text, "11月23日"), 40u);
}

TEST(Sheet, ATableGoesOnUnderItsHead) {
    auto const pdf = sheet_pdf({"日报", {Title{"日报"}, services(100)}}, evening).value();
    auto const text = text_of_pdf(pdf);
    EXPECT_EQ(pages_of_pdf(pdf), 4);
    EXPECT_EQ(count(text, "事项"), 4u);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(count(text, "退休申报" + std::to_string(i) + " "), 1u) << i;
    EXPECT_NE(text.find("—4—"), std::string::npos);
}

TEST(Sheet, RowsStayWhole) {
    Table table;
    table.columns = {{"事项"}};
    for (int i = 100; i < 150; ++i)
        table.rows.push_back({fmt::format("头{}\n身{}\n尾{}", i, i, i)});
    auto const text = text_of_pdf(sheet_pdf({"", {table}}, evening).value());
    for (int i = 100; i < 150; ++i) {
        auto const from = text.find(fmt::format("头{}", i)), to = text.find(fmt::format("尾{}", i));
        ASSERT_LT(from, to);
        ASSERT_NE(to, std::string::npos);
        EXPECT_EQ(text.substr(from, to - from).find('\f'), std::string::npos) << i;
    }
}

// Nothing may fall off the foot of a page, however long one paragraph or one cell is.
TEST(Sheet, NothingIsCutOff) {
    Table table;
    table.columns = {{"", 1}, {"", 2}};
    table.rows = {{"", long_text()}};
    for (auto const& block : {Block{Paragraph{long_text()}}, Block{table}}) {
        auto const text = joined(text_of_pdf(sheet_pdf({"", {block}}, evening).value()));
        for (int i = 0; i < 2000; ++i) {
            auto const sentence = "第" + std::to_string(i) + "句。";
            ASSERT_EQ(count(text, sentence), 1u) << sentence;
        }
    }
}

// 260 characters, no two alike: more than a page of plain text has.
TEST(Sheet, ANoticeIsSmallEnoughToSend) {
    std::string text;
    for (char32_t i = 0; i < 260; ++i) text += utf8(U'一' + i * 61);
    Sheet const notice{"通知",
                       {Title{"关于䶮㛃𠮷的通知"}, Paragraph{text}, Paragraph{"限期", true}}};
    EXPECT_LT(sheet_pdf(notice, evening).value().size(), 150'000u);
}

TEST(Sheet, BrokenTextDoesNoHarm) {
    Sheet const sheet{"\xFF\n", {Title{""}, Paragraph{"号\xE5\x8F \x1B & <b> 号"}, services(0)}};
    auto const text = text_of_pdf(sheet_pdf(sheet, evening).value());
    EXPECT_NE(text.find("& <b> 号"), std::string::npos);
}

TEST(Sheet, RefusesACodeThatIsTooLong) {
    EXPECT_EQ(sheet_pdf({"", {Code{std::string(3000, 'x'), ""}}}, evening).refusal().text,
              "qr.too_long");
}

}  // namespace banshi::documents
