// A whole older ledger, on both databases: 1,075 rows of which 859 are finished, and one bad row of
// each kind.

#include "systems/supervision/imports_for_test.h"

#include <unistd.h>

#include "documents/table_file.h"
#include "documents/workbook_writer.h"

namespace banshi::supervision {
namespace {

class Imports : public ImportsTest {};

TEST_P(Imports, TakeInWhatIsGoodAndNameWhatIsNot) {
    auto rows = good_rows(1075, 859);
    auto const bad = [&](std::size_t column, std::string const& text) {
        rows.push_back(rows[1000]);
        rows.back()[0] = fmt::format("B-{}", rows.size());
        rows.back()[column] = text;
    };
    bad(2, "");
    bad(5, "月球街道");
    bad(1, "2026-02-30");
    bad(1, "26-09-01");
    bad(1, "2026-12-01");
    bad(3, std::string(4001, 'x'));
    bad(0, "L-0000");
    bad(8, "2025-01-01");
    auto const seen = preview(rows).value();
    auto const wrong = lines(seen, matters::LineState::bad);
    EXPECT_EQ(seen.fresh, 1075) << wrong.at(0).faults.at(0).column << wrong[0].faults[0].words;
    EXPECT_EQ(seen.bad, 8);
    ASSERT_EQ(wrong.size(), 8u);
    std::vector<std::string> columns;
    for (auto const& line : wrong) columns.push_back(line.faults.at(0).column);
    EXPECT_EQ(columns, (std::vector<std::string>{"标题", "街道", "挂号时间", "挂号时间", "挂号时间",
                                                 "问题描述", "原编号", "结果"}));
    EXPECT_EQ(wrong[0].line, 1077);

    auto const done = commit(seen).value();
    EXPECT_EQ(done.state, matters::ImportState::done);
    EXPECT_EQ(done.taken, 1075);
    auto const states = counted();
    EXPECT_EQ(states.at("cleared solved"), 859);
    EXPECT_EQ(states.at("registered") + states.at("dispatched"), 216);
    write([](Call& call) {
        EXPECT_EQ(notices::list_outbox(call, 10).size(), 0u) << "nobody is told";
        return 0;
    });
    expect_sound();

    auto const again = preview(rows).value();
    EXPECT_EQ(again.fresh, 0);
    EXPECT_EQ(again.present, 1075);
}

// What stands below this head of the ledger, in its first line.
std::string cell_below(LedgerPage const& page, std::string const& head) {
    auto const at = std::ranges::find(page.heads, head) - page.heads.begin();
    // The serial has a head alone.
    return page.rows.at(0).cells.at(static_cast<std::size_t>(at));
}

TEST_P(Imports, ReadJointUnitsAndRatingsAsTheLedgersWriteThem) {
    auto const ledger = [&](Ledger which) {
        return write([&](Call& call) {
                   return see_ledger(call, {which, {}, {}, {}, {}, {}, {}, {}});
               })
            .value();
    };
    auto const bring = [&](std::string const& number, std::string const& joint,
                           std::string const& rating) {
        return preview(
                   documents::written_csv({{"原编号", "挂号时间", "标题", "主办单位", "协办单位",
                                            "结果", "办结时间", "满意度"},
                                           {number, "2026-03-02", "路面坏了", "区供热管理办公室",
                                            joint, "解决", "2026-03-20", rating}}))
            .value();
    };
    commit(bring("L-1", "交警大队；新伟街道办事处、区供热管理办公室", "较满意")).value();
    auto const joint = cell_below(ledger(Ledger::progress), "协办单位");
    auto const rating = cell_below(ledger(Ledger::resolution), "满意度");
    EXPECT_EQ(joint, "交警大队、新伟街道");
    EXPECT_EQ(rating, "基本满意");
    now_ += Minutes{1};
    commit(bring("L-2", joint, rating)).value();
    auto const both = ledger(Ledger::resolution);
    EXPECT_EQ(both.rows.size(), 2u);
    for (auto const& row : both.rows)
        EXPECT_NE(std::ranges::find(row.cells, rating), row.cells.end());
    expect_sound();

    auto const faults = [&](std::string const& joints, std::string const& rated) {
        std::string said;
        auto const bad = lines(bring("L-3", joints, rated), matters::LineState::bad);
        for (auto const& fault : bad.at(0).faults) said += fault.column + "：" + fault.words + "|";
        return said;
    };
    EXPECT_EQ(faults("月球局、交警大队", "还行"),
              "协办单位：没有“月球局”这个单位|满意度：没有“还行”这种满意度|");
}

TEST_P(Imports, KeepWhatIsNoMobileNumberAndReadTheUsualWords) {
    auto const bring = [&](std::string const& phone, std::string const& outcome,
                           std::string const& households, std::string const& channel) {
        auto const seen = preview(documents::written_csv(
            {{"挂号时间", "标题", "电话", "结果", "办结时间", "户数", "来源"},
             {"2026-03-02", "路面坏了" + phone, phone, outcome, "2026-03-20", households,
              channel}}));
        auto const all = lines(seen.value(), matters::LineState::fresh);
        std::string said = all.empty() ? "有误" : "可导入";
        for (auto const& remark : all.empty() ? std::vector<matters::RemarkView>{} : all[0].remarks)
            said += " " + remark.column;
        now_ += Minutes{1};
        if (!all.empty()) commit(seen.value()).value();
        return said;
    };
    EXPECT_EQ(bring("0451-86512345", "已解决", "500户", "电话"), "可导入 联系电话 涉及户数");
    EXPECT_EQ(bring("86512345", "办结", "500余户", "微信"), "可导入 联系电话 结果 涉及户数");
    EXPECT_EQ(bring("13800000001/86512345", "解决", "2,000", "信访"), "可导入 来源渠道 联系电话");
    EXPECT_EQ(bring("86512345转801", "解决", "", ""), "可导入 联系电话");
    for (auto const* none : {"无", "不详", "—"})
        EXPECT_EQ(bring(none, "解决", "", ""), "可导入 联系电话");
    EXPECT_EQ(bring("13800000002", "解决", "多户", ""), "有误");
    auto const page = write([](Call& call) {
                          return see_ledger(call, {Ledger::original, {}, {}, {}, {}, {}, {}, {}});
                      }).value();
    std::vector<std::string> phones, households;
    for (auto const& row : page.rows) {
        phones.push_back(row.cells.at(8));
        households.push_back(row.cells.at(11));
    }
    EXPECT_EQ(phones, (std::vector<std::string>{"045******2345", "******45", "138****0001",
                                                "865*****转801", "", "", ""}));
    EXPECT_EQ(households, (std::vector<std::string>{"500", "500", "2000", "", "", "", ""}));
}

TEST_P(Imports, TidyTheWordsOfOtherPrograms) {
    auto const seen = preview(
        documents::written_csv({{"挂号时间", "标题", "内容", "反映人", "结果", "办结时间"},
                                {"2026-03-02", "路面\u202E坏了\u00A0一处", "Rene\u0301\u200B",
                                 "张　　\u2066三", "已解决", "2026-03-20"}}));
    now_ += Minutes{1};
    commit(seen.value()).value();
    write([](Call& call) {
        auto const page = see_ledger(call, {Ledger::original, {}, {}, {}, {}, {}, {}, {}}).value();
        auto const m = matters::find_by_number(call, page.rows.at(0).number).value();
        EXPECT_EQ(m.title, "路面坏了 一处");
        EXPECT_EQ(m.text, "Ren\u00E9");
        EXPECT_EQ(matters::reporters_of(call, m.id).at(0).name, "张 三");
        return 0;
    });
}

TEST_P(Imports, KnowWhatWasExportedHere) {
    auto rows = good_rows(5, 2);
    rows[1][0] = "";
    commit(preview(rows).value()).value();
    write([&](Call& call) {
        auto const page = see_ledger(call, {Ledger::original, {}, {}, {}, {}, {}, {}, {}}).value();
        auto matter = matters::find_by_number(call, page.rows.at(3).number).value();
        EXPECT_TRUE(matters::moderate(call, matter, "改过的标题", "改过的描述", "有人名"));
        return 0;
    });
    for (bool const unmasked : {false, true}) {
        now_ += Minutes{1};
        auto const file = write([&](Call& call) {
            auto const asked =
                ask_export(call, {Ledger::original, {}, {}, {}, {}, {}, {}, unmasked, "核对"});
            return fetch_export(call, {asked.value().export_id});
        });
        auto const seen = preview(file.value().bytes).value();
        auto const bad = lines(seen, matters::LineState::bad);
        EXPECT_EQ(seen.bad, 0) << bad.at(0).faults.at(0).column << bad[0].faults[0].words;
        EXPECT_EQ(seen.present, 6) << "with a correction";
        EXPECT_EQ(seen.fresh, 0);
    }
    // What was changed in the file is named.
    auto const number = write([](Call& call) {
                            return see_ledger(call, {Ledger::original, {}, {}, {}, {}, {}, {}, {}});
                        })
                            .value()
                            .rows.at(0)
                            .number;
    auto const seen = preview(
        documents::written_csv({{"编号", "挂号时间", "标题"}, {number, "2026-01-01", "别的标题"}}));
    auto const bad = lines(seen.value(), matters::LineState::bad);
    ASSERT_EQ(bad.size(), 1u);
    EXPECT_EQ(bad[0].faults.at(0).words, number + " 已在库中，但这些内容不同：标题");
}

TEST_P(Imports, GiveTheBadLinesBackToBeMended) {
    auto rows = good_rows(3, 0);
    rows[1][1] = "2026-02-30";
    auto const seen = preview(rows).value();
    auto const file = write([&](Call& call) { return bad_lines(call, {seen.import_id}); }).value();
    // Sent again it is read again; what was added is ignored.
    auto const read = preview(file.bytes).value();
    EXPECT_EQ(read.lines, 1);
    EXPECT_EQ(read.bad, 1);
    EXPECT_EQ(read.ignored, (std::vector<std::string>{"行", "原因"}));
    EXPECT_EQ(read.heads, heads);
}

TEST_P(Imports, AreTakenBackUnlessSomebodyHasWorked) {
    auto const seen = preview(good_rows(3, 1)).value();
    commit(seen).value();
    now_ += std::chrono::days{1};
    write([](Call& call) { return matters::climb(call, 100); });
    EXPECT_EQ(undo(seen).value().state, matters::ImportState::undone);
    EXPECT_TRUE(counted().empty());
    expect_sound();

    auto const again = preview(good_rows(3, 1)).value();
    EXPECT_EQ(again.fresh, 3) << "their old numbers are free";
    commit(again).value();
    auto const number = lines(again, matters::LineState::fresh).at(1).number;
    write([&](Call& call) {
        auto matter = matters::find_by_number(call, number).value();
        EXPECT_TRUE(matters::accept(call, matter));
        return 0;
    });
    auto const no = undo(again).refusal();
    EXPECT_EQ(no.text, "import.worked");
    EXPECT_EQ(no.facts.at("number"), number);
}

TEST_P(Imports, RefuseWhatIsNoLedger) {
    EXPECT_EQ(preview("\xD0\xCF\x11\xE0 old").refusal().text, "workbook.old");
    EXPECT_EQ(preview("PK no workbook").refusal().text, "workbook.broken");
    EXPECT_EQ(preview("a,b,c\n1,2,3\n").refusal().text, "table.no_heads");
    EXPECT_EQ(preview("原编号,标题,街道\n1,2,\n").refusal().text, "import.columns");
    EXPECT_EQ(preview("原编号,标题,挂号时间\n").refusal().text, "import.empty");
    EXPECT_EQ(preview(std::string(20'000'001, 'x')).refusal().text, "csv.too_large");
    std::string many = "原编号,标题,挂号时间\n";
    for (int at = 0; at < 50'011; ++at) many += "1,2,3\n";
    EXPECT_EQ(preview(many).refusal().text, "csv.too_many");
}

INSTANTIATE_TEST_SUITE_P(Databases, Imports, testing::Values("sqlite", "postgres"),
                         [](auto const& each) { return std::string(each.param); });

}  // namespace
}  // namespace banshi::supervision
