#include "documents/table_file.h"

#include <gtest/gtest.h>

#include "documents/workbook_for_test.h"

namespace banshi::documents {

namespace {

std::vector<TableColumn> const columns{{"number", ColumnHolds::line, {"编号", "原编号"}, {}},
                                       {"title", ColumnHolds::line, {"标题", "Title"}, {}},
                                       {"text", ColumnHolds::text, {"问题描述"}, {}},
                                       {"at", ColumnHolds::moment, {"挂号时间"}, {}},
                                       {"households", ColumnHolds::count, {"涉及户数"}, {}}};

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

TEST(Tables, ReadCountsWithTheWordsBesideThem) {
    auto known = columns;
    known.back().around = {"约", "余", "户"};
    auto const counts = [&](std::string const& cell) {
        auto const table = read_table("编号,标题,涉及户数\n1,a,\"" + cell + "\"\n", known).value();
        auto const& row = table.rows.at(0);
        if (!row.faults.empty()) return row.faults[0].code;
        return row.cells[2] + (row.remarks.empty() ? "" : " " + row.remarks[0].code);
    };
    EXPECT_EQ(counts("500"), "500");
    EXPECT_EQ(counts("2,000"), "2000");
    EXPECT_EQ(counts("1,234,567"), "1234567");
    EXPECT_EQ(counts("500户"), "500 words");
    EXPECT_EQ(counts("约 ５００ 余户"), "500 words");
    for (auto const* bad :
         {"多户", "户", "5万户", "5-6户", "3栋500户", "-5", "5.5", "2,00", ",500"})
        EXPECT_EQ(counts(bad), "count") << bad;
}

TEST(Tables, AreReadFromTheFirstVisibleSheetThatHasHeads) {
    auto const row = [](std::string const& number) {
        std::string out = "<x:row>";
        for (auto const& text : {std::string("编号"), std::string("标题"), std::string("问题描述")})
            out += "<x:c t='inlineStr'><x:is><x:t>" + (number.empty() ? text : number) +
                   "</x:t></x:is></x:c>";
        return out + "</x:row>";
    };
    auto const sheet = [](std::string const& rows) {
        return "<x:worksheet xmlns:x='m'><x:sheetData>" + rows + "</x:sheetData></x:worksheet>";
    };
    auto book = parts(row("") + row("hidden"));
    auto& relations = book["xl/_rels/workbook.xml.rels"];
    std::string sheets = "<x:sheet name='旧' state='hidden' r:id='r1'/>";
    auto const add = [&](std::string const& id, std::string const& name, std::string const& rows) {
        auto const path = "xl/worksheets/" + id + ".xml";
        relations.insert(
            relations.find("</Relationships>"),
            "<Relationship Id='" + id + "' Type='x/worksheet' Target='/" + path + "'/>");
        sheets += "<x:sheet name='" + name + "' r:id='" + id + "'/>";
        book[path] = sheet(rows);
    };
    add("s2", "说明", row("words"));
    add("s3", "今年", row("") + row("shown"));
    add("s4", "去年", row("") + row("second"));
    add("s5", "空", "");
    book["xl/workbook.xml"] =
        "<x:workbook xmlns:x='m' xmlns:r='r'><x:sheets>" + sheets + "</x:sheets></x:workbook>";
    auto const table = read_table(zipped(book), columns).value();
    ASSERT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.rows[0].cells[0], "shown");
    EXPECT_EQ(table.passed, (Texts{"说明", "去年", "旧"}));
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
