// A ledger of many lines: in turns, and in the order of its days.

#include "systems/supervision/imports_for_test.h"

namespace banshi::supervision {
namespace {

class LargeImports : public ImportsTest {};

TEST_P(LargeImports, GoOnInTurnsAndBlockEachOther) {
    auto const first = preview(good_rows(2500, 0)).value();
    auto const second = preview(good_rows(1, 0)).value();
    now_ += Minutes{1};
    EXPECT_EQ(commit(first).value().state, matters::ImportState::running);
    EXPECT_EQ(commit(second).refusal().text, "import.under_way");
    EXPECT_EQ(undo(first).refusal().text, "import.not_done");
    EXPECT_EQ(go_on(), 4);
    EXPECT_EQ(commit(second).refusal().text, "import.look_again");
    EXPECT_EQ(counted().at("registered"), 2500 - 834);
    EXPECT_EQ(undo(first).value().state, matters::ImportState::undoing);
    go_on();
    EXPECT_TRUE(counted().empty());
    expect_sound();
}

TEST_P(LargeImports, NumberTheGoodLinesByTheirDays) {
    auto rows = good_rows(250, 0);
    rows[7][1] = rows[201][1] = "2026-02-30";
    auto const seen = preview(rows).value();
    auto const bad = lines(seen, matters::LineState::bad);
    ASSERT_EQ(bad.size(), 2u);
    EXPECT_LT(bad[0].line, bad[1].line) << "as they stand in the file";
    commit(seen).value();

    // A page holds a hundred lines that are near to each other, in the order of the file.
    std::map<std::string, std::string> days;  // by number
    for (auto const& line : lines(seen, matters::LineState::fresh))
        days.emplace(line.number, line.cells[1]);
    ASSERT_EQ(days.size(), 248u);
    std::vector<std::string> in_order;
    for (auto const& [number, day] : days) in_order.push_back(day);
    auto const latest = std::max_element(in_order.begin(), in_order.begin() + 98);
    auto const earliest = std::min_element(in_order.begin() + 98, in_order.end());
    EXPECT_LE(*latest, *earliest);
}

INSTANTIATE_TEST_SUITE_P(Databases, LargeImports, testing::Values("sqlite", "postgres"),
                         [](auto const& each) { return std::string(each.param); });

}  // namespace
}  // namespace banshi::supervision
