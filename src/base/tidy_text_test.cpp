#include "base/tidy_text.h"

#include <gtest/gtest.h>

namespace banshi {

TEST(TidyText, WritesTheSameWhatLooksTheSame) {
    EXPECT_EQ(tidied("Rene\u0301e"), "Ren\u00E9e");
    EXPECT_EQ(tidied("\u212Bngstro\u0308m"), "\u00C5ngstr\u00F6m");
    EXPECT_EQ(tidied("\uFA10"), "\u585A") << "a Han character of compatibility";
    EXPECT_EQ(tidied("a\u00A0b\u2003c\u202Fd"), "a b c d");
    EXPECT_EQ(tidied("one\r\ntwo\rthree\u2028four\u0085five\n\n"),
              "one\r\ntwo\nthree\nfour\nfive\n\n");
}

TEST(TidyText, KeepsNothingUnseenThatTurnsWhatFollows) {
    EXPECT_EQ(tidied("\u202E张三\u202C\u2066!\u2069\u200F\u061C"), "张三!");
    EXPECT_EQ(tidied("\uFEFF1\u200B2\u00AD3\u20604"), "1234");
    EXPECT_EQ(tidied(std::string_view("a\0b\x1B[31mc\x7F\u009B", 12)), "ab[31mc");
}

TEST(TidyText, LeavesWhatIsMeant) {
    for (auto const* text :
         {"", "plain\ttext\n", "　　各位领导：\n　　你们好！", "👨‍👩‍👧",
          "می\u200Cخواهم", "𠮷野家，１２号（东）", "<b>'; DROP--"})
        EXPECT_EQ(tidied(text), text);
    EXPECT_EQ(tidied("号\xE5\x8F"), "号\xE5\x8F") << "broken stays broken";
}

TEST(TidyText, OnALineHasSingleBlanks) {
    EXPECT_EQ(tidied_line(" \u3000张　　三\r\n"), "张 三");
    EXPECT_EQ(tidied_line("Anna \t\n Maria\u00A0"), "Anna Maria");
    EXPECT_EQ(tidied_line(" \u202E\u3000 "), "");
}

}  // namespace banshi
