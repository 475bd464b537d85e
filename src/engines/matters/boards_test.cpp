#include "engines/matters/boards.h"

#include "engines/matters/matter_for_test.h"
#include "engines/matters/rate.h"

namespace banshi::matters {

class Boards : public World {
protected:
    void put(int n, State state, std::optional<Outcome> outcome, Sample sample = {},
             std::optional<Instant> due = {}) {
        write([&](Call& call) {
            sample.state = state;
            for (int at = 0; at < n; ++at) {
                auto matter = matter_for_test(call, sample);
                matter.outcome = outcome;
                matter.due = due;
                rows::insert(call, matter);
            }
            return 0;
        });
    }
    Board look(BoardOf const& of) {
        return write([&](Call& call) { return board(call, of); });
    }
    std::size_t behind(Filter const& filter) {
        return write([&](Call& call) {
            return list_page(call, filter, {true}, Order::newest, {}, 1000).matters.size();
        });
    }
    static std::string percent(Figure const& figure) {
        auto const shown = rate(figure.numerator, figure.denominator).percent;
        return shown ? std::to_string(*shown) : "—";
    }
};

TEST_P(Boards, ShowExactFractionsAndTheListsBehindThem) {
    put(80, State::cleared, Outcome::solved);
    put(5, State::cleared, Outcome::explained);
    put(20, State::working, {}, {}, now - std::chrono::hours(1));
    put(2, State::declined, {});
    put(3, State::merged, {});
    put(1, State::listed, Outcome::cannot_now);
    auto const line = look({"supervision"}).lines.at(0);
    EXPECT_EQ(line.totals.registered, 111);
    EXPECT_EQ(line.totals.overdue, 20);
    EXPECT_EQ(line.clearance.numerator, 85);
    EXPECT_EQ(line.clearance.denominator, 106);
    EXPECT_EQ(percent(line.clearance), "80");
    EXPECT_EQ(line.resolution.numerator, 80);
    EXPECT_EQ(percent(line.satisfaction), "—");
    EXPECT_EQ(line.totals.by_outcome.at(Outcome::cannot_now), 1);
    EXPECT_EQ(behind(line.clearance.counted), 85u);
    EXPECT_EQ(behind(line.clearance.among), 106u);
    EXPECT_EQ(behind(line.resolution.counted), 80u);
    EXPECT_EQ(behind(line.behind), 111u);
}

TEST_P(Boards, AreEmptyBeforeTheFirstMatter) {
    auto const all = look({"supervision"});
    ASSERT_EQ(all.lines.size(), 1u);
    EXPECT_EQ(all.lines[0].totals.registered, 0);
    EXPECT_EQ(percent(all.lines[0].clearance), "—");
    EXPECT_TRUE(look({"supervision", Days::all(), Split::street}).lines.empty());
}

TEST_P(Boards, PartByStreetAndKind) {
    put(3, State::working, {}, {.street = "s1", .kind = "petition"});
    put(2, State::cleared, Outcome::solved, {.street = "s1"});
    put(4, State::working, {}, {.street = "s2"});
    auto const streets = look({"supervision", Days::all(), Split::street});
    ASSERT_EQ(streets.lines.size(), 2u);
    EXPECT_EQ(streets.lines[0].value, "s1");
    EXPECT_EQ(streets.lines[0].totals.registered, 5);
    auto const kinds = look({"supervision", Days::all(), Split::street_kind, "s1"});
    ASSERT_EQ(kinds.lines.size(), 2u);
    EXPECT_EQ(kinds.lines[1].second, "petition");
    EXPECT_EQ(kinds.lines[1].totals.open, 3);
    EXPECT_EQ(behind(kinds.lines[1].behind), 3u);
}

TEST_P(Boards, SumUpToWhatIsRegistered) {
    constexpr State states[] = {State::registered, State::working, State::cleared, State::declined,
                                State::withdrawn,  State::merged,  State::listed,  State::draft};
    for (auto const state : states) put(3, state, {});
    auto const t = look({"supervision"}).lines.at(0).totals;
    EXPECT_EQ(t.registered, 21);
    EXPECT_EQ(t.registered, t.open + t.cleared + t.declined + t.merged + t.withdrawn + t.listed);
}

TEST_P(Boards, NameWhatTheThreeRatesLeaveOut) {
    put(2, State::declined, {});
    put(1, State::withdrawn, {});
    auto const rates = write([](Call& call) { return three_rates(call, {"supervision"}); });
    ASSERT_EQ(rates.excluded.size(), 3u);
    EXPECT_EQ(rates.excluded[0].why, State::declined);
    EXPECT_EQ(rates.excluded[0].matters, 2);
    EXPECT_EQ(behind(rates.excluded[0].behind), 2u);
    EXPECT_EQ(rates.excluded[2].matters, 1);
}

TEST_P(Boards, TellAgesAndWeeks) {
    auto const days_ago = [&](int days) { return now - std::chrono::days(days); };
    put(1, State::working, {}, {.at = now});
    put(2, State::working, {}, {.at = days_ago(7)});
    put(3, State::working, {}, {.at = days_ago(8)});
    put(4, State::working, {}, {.at = days_ago(4000)});
    put(5, State::cleared, Outcome::solved, {.at = days_ago(8)});
    auto const ages = write([](Call& call) { return ageing(call, "supervision"); });
    EXPECT_EQ(ages[0].open, 3);
    EXPECT_EQ(ages[1].open, 3);
    EXPECT_EQ(ages[4].open, 4);
    EXPECT_EQ(behind(ages[1].behind), 3u);
    auto const weeks = write([](Call& call) { return trend(call, {"supervision"}, 2); });
    ASSERT_EQ(weeks.size(), 2u);
    EXPECT_EQ(written(weeks[1].monday), "2026-11-23");
    EXPECT_EQ(weeks[1].registered, 1);
    EXPECT_EQ(weeks[0].registered, 10);
    EXPECT_EQ(weeks[0].cleared, 5);
}

INSTANTIATE_TEST_SUITE_P(Both, Boards, both_databases(), database_name);

}  // namespace banshi::matters
