#include "engines/matters/privacy.h"

#include <gtest/gtest.h>

namespace banshi::matters {

static std::string masked(std::string_view text, std::vector<std::string> const& names = {}) {
    return masked_text(text, names).text;
}

TEST(Privacy, MobileNumbersInAllTheirDress) {
    EXPECT_EQ(masked("电话13800000001。"), "电话***********。");
    EXPECT_EQ(masked("138 0000 0001"), "*** **** ****");
    EXPECT_EQ(masked("138-0000-0001"), "***-****-****");
    EXPECT_EQ(masked("１３８００００００００１"), "１３８００００００００１")
        << "twelve figures are none";
    EXPECT_EQ(masked("１３８０００００００１"), "***********");
    EXPECT_EQ(masked("+86 13800000001"), "+** ***********");
    EXPECT_EQ(masked("13800000001 13900000002"), "*********** ***********");
    EXPECT_EQ(masked("138  0000 - 0001"), "***  **** - ****");
    EXPECT_EQ(masked("138\u200b0000\u200b0001"), "***\u200b****\u200b****");
    EXPECT_EQ(masked("008613800000001，013800000001"), "***************，************");
}

TEST(Privacy, IdNumbersWhateverTheirCheckDigit) {
    EXPECT_EQ(masked("身份证11010519491231002X"), "身份证******************");
    EXPECT_EQ(masked("110105194912310021"), "******************");
    EXPECT_EQ(masked("110105 19491231 002x"), "****** ******** ****");
}

TEST(Privacy, BankCardsByTheirLuhnDigit) {
    EXPECT_EQ(masked("卡号 6222 0200 0000 0000 001"), "卡号 6222 0200 0000 0000 001");
    EXPECT_EQ(masked("4111111111111111"), "****************");
    EXPECT_EQ(masked("4111 1111 1111 1111"), "**** **** **** ****");
}

TEST(Privacy, FiguresAndOfficialNumbersStay) {
    for (auto const* text : {"PFD-2026-000123-3", "2026年11月25日", "修了 2,000 级台阶、65 个车位",
                             "0451-5550100", "12345", "23 公里燃气管网", "4111111111111112"})
        EXPECT_EQ(masked(text), text);
}

TEST(Privacy, AnOfficialNumberBesideATelephoneStays) {
    EXPECT_EQ(masked("PFD-2026-000123-3 13800000001"), "PFD-2026-000123-3 ***********");
    EXPECT_EQ(masked("PFD-2026-000123-3、PFD-2026-000124-1"),
              "PFD-2026-000123-3、PFD-2026-000124-1");
    EXPECT_EQ(masked("13800000001 PFD-2026-000123-3"), "*********** PFD-2026-000123-3");
}

// Numbers in all dresses between words: no figure of theirs is left, and twice is once.
TEST(Privacy, NoFigureOfAPersonalNumberIsLeft) {
    std::vector<std::string> const numbers{"13800000001", "11010519491231002X",
                                           "110105194912310021", "4111111111111111"};
    std::vector<std::string> const gaps{"", " ", "-", "　", " - ", "\u200b"};
    for (auto const& number : numbers)
        for (auto const& gap : gaps)
            for (std::size_t every = 3; every <= 6; ++every) {
                std::string dressed;
                for (std::size_t at = 0; at < number.size(); ++at)
                    dressed += (at > 0 && at % every == 0 ? gap : "") + number[at];
                auto const once = masked("联系" + dressed + "谢谢");
                EXPECT_EQ(once.find_first_of("0123456789X"), once.npos) << dressed;
                EXPECT_EQ(masked(once), once);
            }
}

TEST(Privacy, TheReportersNameStandsNowhere) {
    EXPECT_EQ(masked("我叫张三丰，张三丰家漏水", {"张三丰"}), "我叫张*，张*家漏水");
    EXPECT_EQ(masked("漏水", {"", "水"}), "漏水") << "one character is no name";
}

TEST(Privacy, WhoIntroducesThemselvesIsFlagged) {
    EXPECT_TRUE(masked_text("我叫李四", {}).flagged);
    EXPECT_TRUE(masked_text("本人王五反映", {}).flagged);
    EXPECT_FALSE(masked_text("路灯不亮", {}).flagged);
    EXPECT_FALSE(masked_text("本人。", {}).flagged) << "no name follows";
}

TEST(Privacy, TwiceIsOnce) {
    for (auto const* text :
         {"138 0000 0001", "电话13800000001，证11010519491231002X", "𠮷野家 13800000001"}) {
        auto const once = masked(text, {"张三"});
        EXPECT_EQ(masked(once, {"张三"}), once);
    }
}

}  // namespace banshi::matters
