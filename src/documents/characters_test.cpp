#include "documents/characters.h"

#include <gtest/gtest.h>

namespace banshi::documents {

TEST(Characters, OfEveryLengthComeBack) {
    std::u32string const each = U"aé号𠮷\x10FFFF";
    std::string bytes;
    for (auto const c : each) bytes += utf8(c);
    EXPECT_EQ(bytes, "aé号𠮷\U0010FFFF");
    auto const back = characters(bytes);
    EXPECT_EQ(std::u32string(back.begin(), back.end()), each);
}

// Overlong, surrogate, too large, cut off, stray: each is broken, and what follows is read.
TEST(Characters, BrokenBytesAreMarked) {
    EXPECT_EQ(clean("\xC0\xAF!"), "\uFFFD\uFFFD!");
    EXPECT_EQ(clean("\xED\xA0\x80!"), "\uFFFD\uFFFD\uFFFD!");
    EXPECT_EQ(clean("\xF4\x90\x80\x80!"), "\uFFFD\uFFFD\uFFFD\uFFFD!");
    EXPECT_EQ(clean("号\xE5\x8F"), "号\uFFFD\uFFFD");
    EXPECT_EQ(clean("\x80号"), "\uFFFD号");
}

TEST(Characters, ControlsAreBlanks) {
    EXPECT_EQ(clean(std::string_view("a\0b\x1B@\tc\nd\x7F", 10)), "a b @ c\nd ");
    EXPECT_EQ(one_line("a\nb\u0085"), "a b ");
}

TEST(Characters, OfFullWidthBecomeUsualWhereThatIsSafe) {
    EXPECT_EQ(plain_figures("１２号楼，ＡＢ座（东）"), "12号楼，AB座（东）");
    EXPECT_EQ(half_width("　２０２６－９（ａ）\t"), "2026-9(a)");
    EXPECT_EQ(half_width(" 　 "), "");
}

}  // namespace banshi::documents
