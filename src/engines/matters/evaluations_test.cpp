#include "engines/matters/evaluations.h"

#include "engines/matters/boards.h"
#include "engines/matters/matter_for_test.h"
#include "engines/matters/matters.h"

namespace banshi::matters {

using std::chrono::hours;

class Evaluations : public World {
protected:
    void SetUp() override {
        World::SetUp();
        Rules rules{};
        rules.since = Day{std::chrono::days{18000}};
        rules.evaluation_days = 30;
        rules.ask_after_days = 1;
        rules.yellow_share = 5;
        rules.reopens = true;
        Book book{"supervision", "XQD", {}, {"livelihood"}, {"usual"}, {}, {}, {rules}};
        put_book(district, book);
        if (IsSkipped()) return;
        cleared_ = write([&](Call& call) {
            auto matter = matter_for_test(call, {.state = State::cleared});
            matter.outcome = Outcome::solved;
            rows::insert(call, matter);
            for (int serial : {1, 2}) {
                Reporter reporter{};
                reporter.matter = matter.id;
                reporter.serial = serial;
                reporter.name = "王小明";
                reporter.phone = "1380000000" + std::to_string(serial);
                rows::insert(call, reporter, "code");
            }
            return matter;
        });
    }
    void ask() {
        write([&](Call& call) { return ask_evaluations(call, cleared_), 0; });
    }
    std::string judge(bool solved, std::string const& reason = "", int reporter = 1) {
        return outcome([&](Call& call) {
            cleared_ = rows::find(call, cleared_.id).value();
            return evaluate(call, cleared_, reporter,
                            {solved, solved ? Rating::satisfied : Rating::dissatisfied, reason});
        });
    }
    void clear_again() {
        write([&](Call& call) {
            cleared_ = rows::find(call, cleared_.id).value();
            cleared_.state = State::cleared;
            rows::update(call, cleared_);
            return 0;
        });
        ask();
    }
    std::vector<Evaluation> all() {
        return write([&](Call& call) { return evaluations_of(call, cleared_.id); });
    }
    BoardLine figures() {
        return write([](Call& call) { return board(call, {"supervision"}).lines.at(0); });
    }

    Matter cleared_{};
};

TEST_P(Evaluations, AreAskedOnceOfEachReporter) {
    ask();
    ask();
    ASSERT_EQ(all().size(), 2u);
    EXPECT_FALSE(all()[0].answered_at);
}

TEST_P(Evaluations, OpenByTheirTokenForThirtyDays) {
    std::string token;
    write([&](Call& call) {
        SeededRandom chance(5), same(5);
        Call seeded{call.actor, call.now, call.district, call.tx, chance, call.texts};
        ask_evaluations(seeded, cleared_);
        token = people::fresh_token(same, 16);
        return 0;
    });
    auto const open = [&](std::string const& typed) {
        return outcome([&](Call& call) { return find_evaluation(call, typed); });
    };
    EXPECT_EQ(open(token), "ok");
    EXPECT_EQ(open(token + "x"), "evaluation.not_found");
    EXPECT_EQ(open(""), "evaluation.not_found");
    now += hours(24 * 29);
    EXPECT_EQ(open(token), "ok");
    now += hours(24 * 2);
    EXPECT_EQ(open(token), "evaluation.expired");
    EXPECT_EQ(judge(true), "evaluation.expired");
}

TEST_P(Evaluations, KeepTheFirstAnswer) {
    ask();
    EXPECT_EQ(judge(true), "ok");
    EXPECT_EQ(judge(false, "还是不亮"), "ok");
    EXPECT_EQ(all()[0].solved, true);
    EXPECT_EQ(all()[0].rating, Rating::satisfied);
    EXPECT_EQ(cleared_.state, State::cleared);
}

TEST_P(Evaluations, OfWhatWasNotSolvedNeedAReasonAndOpenItAgain) {
    ask();
    EXPECT_EQ(judge(false, " "), "evaluation.reason");
    EXPECT_EQ(judge(false, "还是不亮，王小明 13800000001"), "ok");
    EXPECT_EQ(all()[0].reason.find("王小明"), std::string::npos);
    EXPECT_EQ(all()[0].reason.find("13800000001"), std::string::npos);
    EXPECT_EQ(cleared_.state, State::reopened);
    EXPECT_EQ(cleared_.round, 2);
    // The other link of the first round is kept, and opens nothing more.
    EXPECT_EQ(judge(false, "没修", 2), "ok");
    EXPECT_EQ(cleared_.round, 2);
}

TEST_P(Evaluations, OfASecondFailureGoBeforeTheLeaderAndEndThere) {
    ask();
    judge(false, "还是不亮");
    clear_again();
    EXPECT_EQ(judge(false, "又坏了"), "ok");
    EXPECT_EQ(cleared_.state, State::cleared);
    auto const levels = write([&](Call& call) { return levels_of(call, cleared_.id); });
    ASSERT_EQ(levels.size(), 1u);
    EXPECT_EQ(levels[0].level, 3);
    EXPECT_EQ(levels[0].cause, Cause::bad_evaluation);
    EXPECT_EQ(outcome([&](Call& call) {
                  cleared_ = rows::find(call, cleared_.id).value();
                  return reopen(call, cleared_, "领导决定重办");
              }),
              "ok");
    clear_again();
    EXPECT_EQ(judge(false, "第三次"), "ok");
    EXPECT_EQ(cleared_.state, State::cleared);
    EXPECT_EQ(cleared_.round, 3);
}

TEST_P(Evaluations, CountTheFirstAnswerOfTheFirstRound) {
    ask();
    EXPECT_EQ(figures().satisfaction.denominator, 0);  // unrated is not satisfied
    judge(false, "还是不亮");
    judge(true, "", 2);
    auto const line = figures();
    EXPECT_EQ(line.satisfaction.numerator, 0);
    EXPECT_EQ(line.satisfaction.denominator, 1);
    EXPECT_EQ(line.totals.cleared, 0);
    clear_again();
    judge(true);
    EXPECT_EQ(figures().satisfaction.denominator, 1);
    EXPECT_TRUE(write([](Call& call) { return check_counts(call, "supervision"); }).empty());
}

TEST_P(Evaluations, OfAnOlderLedgerCountAndOpenNothing) {
    auto const sound = [&] {
        return write([](Call& call) { return check_counts(call, "supervision"); }).empty();
    };
    write([&](Call& call) {
        take_over_ratings(call, cleared_, {Rating::basically, Rating::dissatisfied}, call.now);
        return 0;
    });
    ASSERT_EQ(all().size(), 2u);
    EXPECT_EQ(all()[1].solved, false);
    EXPECT_EQ(judge(false, "还是不亮"), "ok");  // what was said stands
    EXPECT_EQ(all()[0].rating, Rating::basically);
    EXPECT_EQ(cleared_.state, State::cleared);
    EXPECT_EQ(figures().satisfaction.numerator, 1);
    EXPECT_EQ(figures().satisfaction.denominator, 1);
    EXPECT_TRUE(sound());
    write([&](Call& call) { return give_back_ratings(call, cleared_), 0; });
    EXPECT_EQ(figures().satisfaction.denominator, 0);
    EXPECT_TRUE(sound());
}

INSTANTIATE_TEST_SUITE_P(Both, Evaluations, both_databases(), database_name);

}  // namespace banshi::matters
