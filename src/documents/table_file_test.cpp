#include "documents/table_file.h"

#include <gtest/gtest.h>

#include "documents/workbook_for_test.h"

namespace banshi::documents {

namespace {

std::vector<TableColumn> const columns{{"number", ColumnHolds::line, {"编号", "原编号"}},
                                       {"title", ColumnHolds::line, {"标题", "Title"}},
                                       {"text", ColumnHolds::text, {"问题描述"}},
                                       {"at", ColumnHolds::moment, {"挂号时间"}},
                                       {"households", ColumnHolds::count, {"涉及户数"}}};

FileTable read(std::string const& csv) { return read_table(csv, columns).value(); }

using Texts = std::vector<std::string>;

}  // namespace

TEST(Tables, FindTheirHeadsBelowATitleAndInAnyOrder) {
    auto const table = read(
        "原始台账\n统计时间 2026-09-25\n备注,ｔｉｔｌｅ（必填）,挂 号 时 间,编号,编号\n"
        "x,路灯不亮,2026年9月25日 8:05,Ａ-１,z\n");
    EXPECT_EQ(table.keys, (Texts{"title", "at", "number"}));
    EXPECT_EQ(table.ignored, (Texts{"备注", "编号"}));
    ASSERT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.rows[0].line, 4);
    EXPECT_EQ(table.rows[0].cells, (Texts{"路灯不亮", "2026-09-25 08:05", "A-1"}));
    EXPECT_TRUE(table.rows[0].faults.empty());
}

TEST(Tables, WithoutThreeKnownHeadsAreRefused) {
    EXPECT_EQ(read_table("编号,标题,别的\n1,2,3\n", columns).refusal().text, "table.no_heads");
    std::string late(11, '\n');
    EXPECT_EQ(read_table(late + "编号,标题,问题描述\n", columns).refusal().text, "table.no_heads");
}

TEST(Tables, SayWhatIsWrongWithWhichCell) {
    auto const table =
        read("编号,标题,挂号时间,涉及户数\n1,a,2026-02-30,多户\n2,b,26-09-25,１２\n");
    ASSERT_EQ(table.rows.size(), 2u);
    ASSERT_EQ(table.rows[0].faults.size(), 2u);
    EXPECT_EQ(table.rows[0].faults[0].column, 2u);
    EXPECT_EQ(table.rows[0].faults[0].code, "date.impossible");
    EXPECT_EQ(table.rows[0].faults[1].code, "count");
    EXPECT_EQ(table.rows[0].cells[2], "2026-02-30") << "stays as it was written";
    ASSERT_EQ(table.rows[1].faults.size(), 1u);
    EXPECT_EQ(table.rows[1].faults[0].code, "date.two_digits");
    EXPECT_EQ(table.rows[1].cells[3], "12");
}

TEST(Tables, TakeNothingFromFormulasAndMergedCells) {
    auto const text = [](std::string const& words) {
        return "<x:c t='inlineStr'><x:is><x:t>" + words + "</x:t></x:is></x:c>";
    };
    auto const row = [](std::string const& cells) { return "<x:row>" + cells + "</x:row>"; };
    auto const book = zipped(parts(
        row(text("编号") + text("标题") + text("涉及户数")) +
        row(text("1") + text("路灯不亮") + "<x:c><x:f>2*3</x:f><x:v>6</x:v></x:c>") +
        row(text("2") + text("=1+1") + "<x:c><x:v>12</x:v></x:c>") +
        row(text("3") + text("两格合一") + "<x:c t='e'><x:v>#N/A</x:v></x:c>") +
        "</x:sheetData><x:mergeCells><x:mergeCell ref='A4:B4'/></x:mergeCells><x:sheetData>"));
    auto const table = read_table(book, columns).value();
    ASSERT_EQ(table.rows.size(), 3u);
    ASSERT_EQ(table.rows[0].faults.size(), 1u);
    EXPECT_EQ(table.rows[0].faults[0].code, "formula");
    EXPECT_EQ(table.rows[0].faults[0].column, 2u);
    EXPECT_TRUE(table.rows[1].faults.empty()) << "a text that only looks like a formula";
    EXPECT_EQ(table.rows[1].cells, (Texts{"2", "=1+1", "12"}));
    std::vector<std::string> codes;
    for (auto const& fault : table.rows[2].faults) codes.push_back(fault.code);
    EXPECT_EQ(codes, (Texts{"merged", "merged", "fault"}));
}

TEST(Tables, ReadBareNumbersAmongDatesAsExcelCountsThem) {
    auto const table = read("编号,标题,挂号时间\n1,a,46290\n2,b,12\n");
    EXPECT_EQ(table.rows[0].cells[2], "2026-09-25");
    ASSERT_EQ(table.rows[0].remarks.size(), 1u);
    EXPECT_EQ(table.rows[0].remarks[0].code, "serial");
    EXPECT_EQ(table.rows[1].faults[0].code, "date.unread");
}

TEST(Tables, LeaveOutRowsThatSayNothing) {
    auto const table = read("编号,标题,问题描述,备注\n1,a,b,\n,,,合计\n,,,\n");
    EXPECT_EQ(table.rows.size(), 1u);
}

TEST(Tables, NamesAreReadFromAListAndFolded) {
    EXPECT_EQ(names_in("受理时间|登记日期"), (Texts{"受理时间", "登记日期"}));
    EXPECT_EQ(names_in("||A|"), (Texts{"A"}));
    EXPECT_TRUE(names_in("").empty());
    EXPECT_EQ(folded_name(" Ａ 已解决"), "a已解决");
    EXPECT_EQ(folded_name("Being Solved"), "beingsolved");
}

}  // namespace banshi::documents
