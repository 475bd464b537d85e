// Workbooks as other programs write them, and as somebody writes them who means harm.

#include "documents/workbook_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "documents/workbook_for_test.h"

namespace banshi::documents {

using namespace std::chrono_literals;

static Result<std::vector<ReadSheet>> read(Parts const& all, WorkbookLimits const& limits = {}) {
    return read_workbook(zipped(all), limits);
}

static std::vector<ReadRow> rows_of(std::string const& rows) {
    return read(parts(rows)).value()[0].rows;
}

static Cell only_cell(std::string const& cell) {
    return rows_of("<row>" + cell + "</row>").at(0).cells.at(0).value;
}

static std::string refused(Parts const& all, WorkbookLimits const& limits = {}) {
    auto const done = read(all, limits);
    return done ? "read" : done.refusal().text;
}

static Day const day = read_day("2026-11-05").value();

TEST(WorkbookReader, TextsOfEveryKind) {
    EXPECT_EQ(only_cell("<c t='s'><v>0</v></c>"), Cell("平房"));
    EXPECT_EQ(only_cell("<c t='s'><v>1</v></c>"), Cell("一 二"));
    EXPECT_EQ(only_cell("<c t='s'><v>3</v></c>"), Cell("二"));
    EXPECT_EQ(only_cell("<c t='inlineStr'><is><r><t>甲</t></r><r><t>乙</t></r></is></c>"),
              Cell("甲乙"));
    EXPECT_EQ(only_cell("<c t='b'><v>1</v></c>"), Cell("TRUE"));
    EXPECT_TRUE(rows_of("<row><c t='s'><v>2</v></c></row>").empty());
}

TEST(WorkbookReader, OnlyTheStyleMakesADate) {
    EXPECT_EQ(only_cell("<c><v>46331</v></c>"), Cell(46331.0));
    EXPECT_EQ(only_cell("<c s='1'><v>46331</v></c>"), Cell(day));
    EXPECT_EQ(only_cell("<c s='2'><v>46331</v></c>"), Cell(day));
    EXPECT_EQ(only_cell("<c s='1'><v>46331.5</v></c>"), Cell(WallTime{day, 12h}));
    EXPECT_EQ(only_cell("<c s='3'><v>0.39583333333333331</v></c>"), Cell(Seconds{9h + 30min}));
    EXPECT_EQ(only_cell("<c s='4'><v>46331</v></c>"), Cell(WallTime{day, 0s}));
    EXPECT_EQ(only_cell("<c s='1'><v>1</v></c>"), Cell(read_day("1900-01-01").value()));
    EXPECT_EQ(only_cell("<c s='1'><v>61</v></c>"), Cell(read_day("1900-03-01").value()));
    for (auto const* none : {"-1", "2958466", "1e300"})
        EXPECT_EQ(only_cell(fmt::format("<c s='1'><v>{}</v></c>", none)).index(),
                  Cell(1.0).index());
    EXPECT_EQ(only_cell("<c s='99'><v>46331</v></c>"), Cell(46331.0));
}

// Workbooks of an old Macintosh count from 1904.
TEST(WorkbookReader, CountsFrom1904WhereTheBookSaysSo) {
    auto all = parts("<row><c s='1'><v>46290</v></c></row>");
    auto& book = all["xl/workbook.xml"];
    book.replace(book.find("<x:workbookPr/>"), 15, "<x:workbookPr date1904='1'/>");
    EXPECT_EQ(read(all).value()[0].rows[0].cells[0].value, Cell(read_day("2030-09-26").value()));
}

TEST(WorkbookReader, WhatIsNoPlainValueIsMarked) {
    auto const rows = rows_of(
        "<row><c><f>1+1</f><v>2</v></c><c t='e'><v>#N/A</v></c><c><f>A1</f></c></row>"
        "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
        "</x:sheetData><mergeCells><mergeCell ref='B2:C9'/></mergeCells><x:sheetData>");
    auto const& first = rows.at(0).cells;
    EXPECT_TRUE(first.at(0).is_formula && first.at(2).is_formula);
    EXPECT_EQ(first[0].value, Cell(2.0));
    EXPECT_TRUE(first.at(1).is_fault);
    EXPECT_EQ(first[1].value, Cell("#N/A"));
    auto const& second = rows.at(1).cells;
    EXPECT_FALSE(first[1].is_merged || second.at(0).is_merged);
    EXPECT_TRUE(second.at(1).is_merged && second.at(2).is_merged);
}

TEST(WorkbookReader, CellsStandWhereTheySay) {
    auto const rows = rows_of(
        "<row r='3'><c r='C3'><v>1</v></c><c><v>2</v></c></row><row><c r='A4'/>"
        "</row><row r='1048576'><c><v>3</v></c></row>");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].number, 3);
    ASSERT_EQ(rows[0].cells.size(), 4u);
    EXPECT_EQ(rows[0].cells[1].value, Cell());
    EXPECT_EQ(rows[0].cells[3].value, Cell(2.0));
    EXPECT_EQ(rows[1].number, 1048576);
}

TEST(WorkbookReader, LimitsAreKept) {
    std::string const row = "<row><c><v>1</v></c><c><v>2</v></c></row>";
    WorkbookLimits limits{};
    limits.rows = 2;
    EXPECT_EQ(refused(parts(row + row), limits), "read");
    EXPECT_EQ(refused(parts(row + row + row), limits), "workbook.too_many");
    limits = {};
    limits.cells = 4;
    EXPECT_EQ(refused(parts(row + row), limits), "read");
    EXPECT_EQ(refused(parts(row + row + row), limits), "workbook.too_many");
    limits = {};
    limits.columns = 1;
    EXPECT_EQ(refused(parts(row), limits), "workbook.too_many");
    EXPECT_EQ(refused(parts("<row><c><v>1</v></c><c s='1'/></row>"), limits), "read");
    limits = {};
    limits.text = 100;
    EXPECT_EQ(refused(parts("<row><c t='inlineStr'><is><t>" + std::string(101, 'x') +
                            "</t></is></c></row>"),
                      limits),
              "workbook.too_large");
    limits = {};
    limits.bytes = 100;
    EXPECT_EQ(refused(parts(row), limits), "workbook.too_large");
}

static long memory_at_most() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;  // in kB
}

// Ends this process: well if the bomb was refused so, in little memory.
[[noreturn]] static void defuse(std::string const& bomb, std::string const& code) {
    WorkbookLimits limits{};
    limits.unpacked = 90'000'000;
    auto const before = memory_at_most();
    auto const done = read_workbook(bomb, limits);
    bool const refused = !done && done.refusal().text == code;
    std::exit(refused && memory_at_most() - before < 32'000 ? 0 : 1);
}

// 100 MB out of 100 kB: blanks without end, and one tag that never closes.
TEST(WorkbookReader, ABombIsRefusedInLittleMemory) {
    for (auto const& [begins, code] :
         {std::pair{"<a>", "workbook.too_large"}, std::pair{"<a b='", "workbook.broken"}}) {
        auto all = parts("");
        all["xl/worksheets/one.xml"] = begins + std::string(100'000'000, ' ');
        auto const bomb = zipped(all);
        EXPECT_LT(bomb.size(), 120'000u);
        all.clear();
        EXPECT_EXIT(defuse(bomb, code), testing::ExitedWithCode(0), "") << begins;
    }
}

// One long text, named by a million cells.
TEST(WorkbookReader, SharedTextsCannotMultiply) {
    auto all = parts("");
    all["xl/texts.xml"] = "<sst><si><t>" + std::string(30'000, 'x') + "</t></si></sst>";
    std::string rows;
    for (int i = 0; i < 10'000; ++i) rows += "<row><c t='s'><v>0</v></c></row>";
    all["xl/worksheets/one.xml"] = "<a>" + rows + "</a>";
    EXPECT_EQ(refused(all), "workbook.too_large");
}

TEST(WorkbookReader, ADocumentTypeIsRefused) {
    auto all = parts("");
    all["xl/texts.xml"] = "<!DOCTYPE sst [<!ENTITY a 'aaaa'>]><sst><si><t>&a;</t></si></sst>";
    EXPECT_EQ(refused(all), "workbook.broken");
}

TEST(WorkbookReader, WhatIsNoWorkbookIsRefused) {
    for (std::string const bytes : {"", "PK\3\4", "编号,标题\n1,2\n"})
        EXPECT_EQ(read_workbook(bytes).refusal().text, "workbook.broken");
    EXPECT_EQ(read_workbook("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").refusal().text, "workbook.old");
    EXPECT_EQ(refused({{"hello.txt", "hello"}}), "workbook.broken");

    for (auto const* missing : {"xl/workbook.xml", "xl/texts.xml", "xl/worksheets/one.xml"}) {
        auto all = parts("");
        all.erase(missing);
        EXPECT_EQ(refused(all), "workbook.broken") << missing;
    }
    for (auto const* row : {"<row r='2'/><row r='1'/>", "<row><c t='s'><v>4</v></c></row>",
                            "<row><c t='s'><v>-1</v></c></row>", "<row", "<row></c>"})
        EXPECT_EQ(refused(parts(row)), "workbook.broken") << row;
}

// Cut and bent in many places: read or refused, but never the end of the process.
TEST(WorkbookReader, DamageIsNeverTheEnd) {
    auto const whole = zipped(parts("<row><c t='s'><v>0</v></c><c s='1'><v>46331</v></c></row>"));
    for (std::size_t i = 0; i < whole.size(); i += 3) {
        (void)read_workbook(std::string_view(whole).substr(0, i));
        auto bent = whole;
        bent[i] ^= 0x41;
        (void)read_workbook(bent);
    }
}

TEST(BareNumbers, CountDaysAsTheirWorkbookDoes) {
    EXPECT_EQ(written(moment_of_serial(46290, false)->day), "2026-09-25");
    EXPECT_EQ(written(moment_of_serial(46290, true)->day), "2030-09-26");
    EXPECT_EQ(moment_of_serial(46290.5, false)->since_midnight, 12h);
    EXPECT_FALSE(moment_of_serial(19999, false));
    EXPECT_FALSE(moment_of_serial(20260925, false));
}

}  // namespace banshi::documents
