// Workbooks going out and coming in again, and what stands in them for other programs.

#include <gtest/gtest.h>

#include "documents/outside_for_test.h"
#include "documents/workbook_reader.h"
#include "documents/workbook_writer.h"

namespace banshi::documents {

using namespace std::chrono_literals;

static Instant const ledger_evening = read_instant("2026-11-23T20:00:00+08:00").value();
static Day const ledger_day = read_day("2026-11-05").value();

static WorkbookSheet ledger() {
    WorkbookSheet sheet;
    sheet.name = "原始台账";
    sheet.lines = {"原始台账", "统计时间 2026-11"};
    sheet.columns = {{"编号"},
                     {"户数", CellKind::integer},
                     {"金额", CellKind::money},
                     {"截止日", CellKind::date},
                     {"时刻", CellKind::time},
                     {"挂号时间", CellKind::moment, 18},
                     {"按期", CellKind::percent},
                     {"状态", CellKind::text, 10, {"办理中", "已销号"}}};
    sheet.paper = Paper::a3;
    return sheet;
}

static std::vector<Cell> row(int i) {
    return {"PF-" + std::to_string(i),
            std::int64_t{i},
            std::int64_t{300000 + i},
            ledger_day + std::chrono::days{i % 700},
            Seconds{9h + 30min + 1min * (i % 300)},
            WallTime{ledger_day, 1s * (i % 86400)},
            i / 20000.0,
            i % 3 ? Cell("=1+1 <&> 办理中") : Cell()};
}

static std::string workbook_of(int rows) {
    WorkbookWriter writer(ledger_evening);
    writer.begin_sheet(ledger());
    for (int i = 0; i < rows; ++i) writer.add_row(row(i));
    return std::move(writer).finish();
}

TEST(Workbook, TenThousandRowsComeBackEqual) {
    auto const sheets = read_workbook(workbook_of(10'000)).value();
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].name, "原始台账");
    auto const& rows = sheets[0].rows;
    ASSERT_EQ(rows.size(), 10'003u);
    EXPECT_EQ(rows[2].cells[5].value, Cell("挂号时间"));
    for (int i = 0; i < 10'000; ++i) {
        auto const& cells = rows[i + 3].cells;
        ASSERT_EQ(rows[i + 3].number, i + 4);
        auto sent = row(i);
        // A workbook has but one kind of number, and yuan for fen.
        sent[1] = double(i);
        sent[2] = (300000 + i) / 100.0;
        if (sent.back().index() == 0) sent.pop_back();
        ASSERT_EQ(cells.size(), sent.size());
        for (std::size_t column = 0; column < sent.size(); ++column) {
            ASSERT_EQ(cells[column].value, sent[column]) << cell_name(column, i + 4);
            ASSERT_FALSE(cells[column].is_formula || cells[column].is_fault);
        }
    }
}

TEST(Workbook, OthersSeeWhatIsMeant) {
    auto const bytes = workbook_of(3);
    auto const sheet = part_of(bytes, "xl/worksheets/sheet1.xml");
    for (auto const* wanted :
         {"<pane ySplit=\"3\" topLeftCell=\"A4\"", "<autoFilter ref=\"A3:H6\"/>",
          "<pageSetup paperSize=\"8\" fitToHeight=\"0\" orientation=\"landscape\"/>",
          "<v>46331</v>", "sqref=\"H4:H1048576\"", "<formula1>\"办理中,已销号\"</formula1>"})
        EXPECT_NE(sheet.find(wanted), std::string::npos) << wanted << " in " << sheet;
    EXPECT_EQ(sheet.find("<f>"), std::string::npos) << "a text became a formula";
    auto const styles = part_of(bytes, "xl/styles.xml");
    EXPECT_NE(styles.find("formatCode=\"yyyy-mm-dd hh:mm\""), std::string::npos) << styles;
    EXPECT_NE(part_of(bytes, "xl/workbook.xml").find("$3:$3"), std::string::npos);
    EXPECT_NE(part_of(bytes, "docProps/core.xml").find("2026-11-23T12:00:00Z"), std::string::npos);
}

TEST(Workbook, TheSameRowsGiveTheSameBytes) { EXPECT_EQ(workbook_of(10), workbook_of(10)); }

TEST(Workbook, SheetsHaveTheirOwnRows) {
    WorkbookWriter writer(ledger_evening);
    for (auto const* name : {"甲: [一]", "乙"}) {
        writer.begin_sheet({name, {}, {{"号"}}});
        writer.add_row({std::string(name)});
    }
    auto const sheets = read_workbook(std::move(writer).finish()).value();
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets[0].name, "甲   一 ");
    EXPECT_EQ(sheets[1].rows[1].cells[0].value, Cell("乙"));
}

TEST(Workbook, OddTextDoesNoHarm) {
    WorkbookWriter writer(ledger_evening);
    writer.begin_sheet({"x", {}, {{"号"}}});
    for (std::string const text : {"a\x1B\nb", "\xFF", "_x000D_", "䶮㛃𠮷"}) writer.add_row({text});
    std::string endless;
    for (int i = 0; i < 20'000; ++i) endless += "𠮷";
    writer.add_row({endless});
    auto const rows = read_workbook(std::move(writer).finish()).value()[0].rows;
    EXPECT_EQ(rows[1].cells[0].value, Cell("a \nb"));
    EXPECT_EQ(rows[2].cells[0].value, Cell("\uFFFD"));
    EXPECT_EQ(rows[4].cells[0].value, Cell("䶮㛃𠮷"));
    EXPECT_EQ(std::get<std::string>(rows[5].cells[0].value).size(), 16'383u * 4);
}

TEST(Workbook, CellsHaveNames) {
    EXPECT_EQ(cell_name(0, 1), "A1");
    EXPECT_EQ(cell_name(25, 7), "Z7");
    EXPECT_EQ(cell_name(26, 7), "AA7");
    EXPECT_EQ(cell_name(16383, 1048576), "XFD1048576");
}

}  // namespace banshi::documents
