#include "engines/draws/entries.h"

#include <gtest/gtest.h>

namespace banshi::draws {

namespace {

std::string listed(std::string_view typed) {
    auto const entry = entry_as_listed(typed, Day{std::chrono::year{2026} / 11 / 2});
    return entry ? entry.value() : entry.refusal().text;
}

TEST(Entries, ThatLookTheSameAreTheSame) {
    EXPECT_EQ(listed(" E0001\t"), "E0001");
    EXPECT_EQ(listed("\u3000E0001\u3000"), "E0001");
    EXPECT_EQ(listed("Cafe\u0301"), "Caf\u00e9");
    EXPECT_EQ(listed(" "), "entry.unreadable");
    EXPECT_EQ(listed("a\nb"), "entry.unreadable");
    EXPECT_EQ(listed("\xff"), "entry.unreadable");
    EXPECT_EQ(listed(std::string(65, 'a')), "entry.unreadable");
}

// Births in the 19th century: nobody's who lives.
TEST(Entries, TellNobodysIdNumber) {
    EXPECT_EQ(listed("11010518900101002X"), "entry.id_number");
    EXPECT_EQ(listed("110105 18900101 002x"), "entry.id_number");
    EXPECT_EQ(listed("E1 110105189001010097"), "entry.id_number");
    EXPECT_EQ(listed("110105189001010098"), "110105189001010098") << "no such check digit";
    EXPECT_EQ(listed("1101051890010100970"), "1101051890010100970");
}

TEST(Hex, IsTakenAsPeopleCopyIt) { EXPECT_EQ(hex_as_typed(" DD6d\t"), "dd6d"); }

}  // namespace

}  // namespace banshi::draws
