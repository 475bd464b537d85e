#include <gtest/gtest.h>

#include "systems/aid/answers.h"
#include "systems/aid/bank_lines.h"
#include "systems/aid/gap.h"
#include "systems/aid/matching.h"
#include "systems/aid/simulated_bank.h"

namespace banshi::aid {

namespace {

Day day(int month, int of_month) { return Day{std::chrono::year{2021} / month / of_month}; }

BankLine line(std::string ref, Fen fen, Fen balance, std::string remark = "") {
    return {"6222-AID",     day(8, 20),        fen, balance, "王先生", "6217000012345678",
            std::move(ref), std::move(remark), 2};
}

KnownLine known(BankLine const& line) { return {line.ref, key_of(line), line.fen}; }

TEST(BankLines, HaveTheKeyOfTheirFields) {
    EXPECT_EQ(key_of(line("", 300'000, 300'000, "R2021-000001")),
              "08e9733cad76a93bf418cc8fa416a1f5dfa1c43154e5f6ffac01f6da423c1d92");
}

TEST(BankLines, AreKnownByNumberOrByCount) {
    auto const one = line("B1", 100, 100), two = line("", 5, 105), equal = line("", 5, 105);
    EXPECT_EQ(sort_out({one, two, equal}, {}).value().fresh.size(), 3u);
    auto const again = sort_out({one, two, equal}, {known(one), known(two)}).value();
    EXPECT_EQ(again.known, 2);
    EXPECT_EQ(again.fresh.size(), 1u) << "the second of two equal lines";
    auto const other = sort_out({line("B1", 101, 101)}, {known(one)});
    EXPECT_EQ(other.refusal().text, "statement.conflict");
    EXPECT_EQ(other.refusal().facts.at("before"), "1.00");
    auto const repeated = sort_out({line("X", 1, 1), line("X", 2, 3)}, {known(line("X", 1, 1))});
    EXPECT_EQ(repeated.value().fresh.size(), 1u) << "a bank that repeats its numbers loses no line";
}

TEST(BankLines, FollowInTheirBalances) {
    EXPECT_FALSE(broken_at({line("1", 5, 105), line("2", -100, 5)}, 100));
    EXPECT_TRUE(broken_at({line("1", 5, 105)}, 99));
    EXPECT_TRUE(broken_at({line("1", 5, 105), line("2", 1, 107)}, 100));
    auto late = line("2", 1, 106);
    late.booked_on = day(8, 19);
    EXPECT_TRUE(broken_at({line("1", 5, 105), late}, 100)) << "days run forwards";
}

TEST(BankLines, AreReadByTheLayoutOfTheBank) {
    AdapterSettings bank{"netbank", 1,  true,   AmountUnit::yuan, "", "日期",   "",    "借方",
                         "贷方",    "", "余额", "户名",           "", "流水号", "摘要"};
    auto const lines = read_statement(
        "某某银行\n日期,借方,贷方,余额,户名,流水号,摘要\n"
        "20210821,0.50,,\"1,234.50\",张某,'0002,手续费\n2021/08/20,,1235.00,1235.00,李某,\t0001,\n",
        bank, "6222-AID", day(8, 21));
    ASSERT_TRUE(lines) << lines.refusal().text;
    ASSERT_EQ(lines.value().size(), 2u);
    EXPECT_EQ(lines.value()[0].fen, 123'500);
    EXPECT_EQ(lines.value()[0].ref, "0001");
    EXPECT_EQ(lines.value()[1].fen, -50);
    EXPECT_EQ(lines.value()[1].balance_after, 123'450);
    EXPECT_EQ(lines.value()[1].booked_on, day(8, 21));
    auto const refused = [&](char const* bytes, Day today) {
        return read_statement(bytes, bank, "", today).refusal().text;
    };
    EXPECT_EQ(refused("某某银行\n日期,余额\n20210821,1\n", day(8, 21)), "statement.column");
    EXPECT_EQ(refused("x\n日期,借方,贷方,余额\n20210821,1,1,1\n", day(8, 21)), "statement.amount")
        << "out and in at once";
    EXPECT_EQ(refused("x\n日期,借方,贷方,余额\n20210821,,1,1\n", day(8, 20)), "statement.future");
}

TEST(Reminders, AreCaughtUpWithAfterDaysWhenNothingRan) {
    std::vector<int> const steps{30, 14, 7};
    EXPECT_EQ(step_reached(steps, 31), std::nullopt);
    EXPECT_EQ(step_reached(steps, 30), 30);
    EXPECT_EQ(step_reached(steps, 29), 30) << "the server was down on the day";
    EXPECT_EQ(step_reached(steps, 13), 14);
    EXPECT_EQ(step_reached(steps, 0), 7);
    EXPECT_EQ(step_reached(steps, -1), std::nullopt);
}

TEST(Remarks, NameOurPapersExactly) {
    using Numbers = std::vector<std::string>;
    EXPECT_EQ(numbers_in("认捐P2021-000001,P2021-000002", 'P', 6),
              (Numbers{"P2021-000001", "P2021-000002"}));
    EXPECT_EQ(numbers_in("P2021-0000017", 'P', 6), Numbers{});
    EXPECT_EQ(numbers_in("P2021-00001", 'P', 6), Numbers{});
    EXPECT_EQ(numbers_in("", 'P', 6), Numbers{});
}

TEST(PaymentFile, IsAnsweredByTheSimulatedBank) {
    auto const file =
        payment_file({{"V2021-0001", "张某", "62170001", "银行,支行", 300'000, "帮扶款"},
                      {"V2021-0002", "李某", "62170002", "银行", 1, "帮扶款"}},
                     Encoding::gb18030);
    ASSERT_TRUE(file);
    auto const back = answered(*file, day(9, 10), {{"V2021-0002", "户名不符"}});
    ASSERT_TRUE(back);
    auto const lines = read_answer(back.value()).value();
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].result, "paid");
    EXPECT_EQ(lines[0].booked_on, "2021-09-10");
    EXPECT_EQ(lines[1].reason, "户名不符");
}

TEST(BankAnswer, WithAHeadingAloneIsRefused) {
    auto const read = read_answer("order_no,result,reason,bank_ref,booked_on\n");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.refusal().text, "answer.empty");
}

TEST(Gap, CountsWholeFamilies) {
    auto const short_of_two = enough_for(22'000'000, 300'000, 75);
    EXPECT_EQ(short_of_two.whole, 73);
    EXPECT_EQ(short_of_two.part, 100'000);
    EXPECT_EQ(short_of_two.lacking, 200'000);
    EXPECT_EQ(short_of_two.gap, 500'000);
    auto const all = enough_for(22'500'000, 300'000, 75);
    EXPECT_EQ(all.whole, 75);
    EXPECT_EQ(all.gap, 0);
    EXPECT_EQ(all.lacking, 0);
    EXPECT_EQ(enough_for(-5, 300'000, 2).gap, 600'000 + 0);
    EXPECT_EQ(enough_for(99'999'999, 300'000, 75).whole, 75);
}

}  // namespace

}  // namespace banshi::aid
