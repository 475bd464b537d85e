#include "engines/people/identity.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace banshi::people {

static Day const today = *read_day("2026-11-25");

static bool fits(std::string const& number) {
    return bool(read_document(DocumentKind::id_card, number, today));
}

TEST(IdNumber, IsReadAsPeopleTypeIt) {
    for (auto const* typed : {"11010519491231002X", "11010519491231002x", " 110105 19491231 002x ",
                              "１１０１０５１９４９１２３１００２Ｘ", "110105-19491231-002ｘ",
                              "\uFEFF11010519491231002X\u3000"}) {
        auto const document = read_document(DocumentKind::id_card, typed, today);
        ASSERT_TRUE(document) << typed;
        EXPECT_EQ(document.value().number, "11010519491231002X");
    }
}

TEST(IdNumber, MustHaveItsCheckDigitAndABirthDateThatCanBe) {
    EXPECT_FALSE(fits("110105194912310021"));  // another check digit
    EXPECT_FALSE(fits("11010519491231002"));
    EXPECT_FALSE(fits("11010519491231002XX"));
    EXPECT_FALSE(fits("11010519490229002X"));
    EXPECT_FALSE(fits(""));
    EXPECT_FALSE(fits("一一〇一〇五一九四九一二三一〇〇二"));
    EXPECT_FALSE(fits("1101051949123100\xEF"));
    auto const before_birth = *read_day("1949-12-30");
    EXPECT_FALSE(read_document(DocumentKind::id_card, "11010519491231002X", before_birth));
    auto const birth = before_birth + std::chrono::days{1};
    EXPECT_TRUE(read_document(DocumentKind::id_card, "11010519491231002X", birth));
}

TEST(IdNumber, RefusalNamesItsField) {
    auto const refused = read_document(DocumentKind::id_card, "123", today).refusal();
    EXPECT_EQ(refused.text, "person.bad_id_number");
    EXPECT_EQ(refused.field, "id_number");
    EXPECT_EQ(refused.why, Why::invalid);
    EXPECT_EQ(refused.detail.find("123"), std::string::npos) << "numbers stay out of the log";
}

TEST(IdNumber, OtherDocumentsAreNoIdCards) {
    auto const passport = read_document(DocumentKind::passport, "e1234 5678", today);
    ASSERT_TRUE(passport);
    EXPECT_EQ(passport.value().number, "E12345678");
    EXPECT_FALSE(read_document(DocumentKind::passport, "E1", today));
    EXPECT_FALSE(read_document(DocumentKind::passport, "E1234'--", today));
    EXPECT_TRUE(read_document(DocumentKind::residence_permit, "810000199408230021", today));
}

TEST(IdNumber, PublicVectors) {
    auto const* folder = std::getenv("BANSHI_VECTORS");
    if (!folder) GTEST_SKIP() << "BANSHI_VECTORS is not set";
    std::ifstream file(std::filesystem::path(folder) / "checkpoint/identity/gb11643.tsv");
    std::string line;
    int rows = 0;
    for (std::getline(file, line); std::getline(file, line); ++rows) {
        auto const tab = line.find('\t');
        auto const expected = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
        EXPECT_EQ(fits(line.substr(0, tab)), expected.starts_with("valid")) << line;
    }
    EXPECT_GT(rows, 100);
}

TEST(Phone, IsReadAsPeopleTypeIt) {
    for (auto const* typed :
         {"13812345678", "138 1234 5678", "+86 138-1234-5678", "１３８１２３４５６７８",
          "+8613812345678", "\u202D13812345678\u202C"})
        EXPECT_EQ(normalise_phone(typed).value(), "13812345678") << typed;
    for (auto const* typed : {"", "12812345678", "1381234567", "138123456789", "0451-82345678",
                              "8613812345678", "1381234567a"})
        EXPECT_EQ(normalise_phone(typed).refusal().field, "phone") << typed;
}

TEST(Phone, TheFirstMobileNumberOfATextIsFound) {
    for (auto const* typed :
         {"13812345678/13912345678", "0451-86512345，138 1234 5678", "13812345678转801",
          "+86 138-1234-5678（家）", "86512345-13812345678", "１３８１２３４５６７８ 13912345678"})
        EXPECT_EQ(mobile_in(typed), "13812345678") << typed;
    for (auto const* typed : {"", "无", "0451-86512345", "86512345转801", "138123456789",
                              "2013812345678", "12812345678", "1381234", "1381234567  8"})
        EXPECT_EQ(mobile_in(typed), std::nullopt) << typed;
}

TEST(Name, IsTrimmedAndNeverEmpty) {
    EXPECT_EQ(normalise_name("　张三 \n").value(), "张三");
    EXPECT_EQ(normalise_name("Anna\nMaria").value(), "Anna Maria");
    EXPECT_EQ(normalise_name("<b>'; DROP--").value(), "<b>'; DROP--");
    EXPECT_EQ(normalise_name("\u202E张三\u202C").value(), "张三");
    EXPECT_EQ(normalise_name(" \u3000 ").refusal().text, "person.name_missing");
    EXPECT_EQ(normalise_name("\u2066\u200F").refusal().text, "person.name_missing");
    std::string long_name;
    for (int at = 0; at < 61; ++at) long_name += "张";
    EXPECT_EQ(normalise_name(long_name).refusal().field, "name");
}

TEST(Mask, ShowsOneStarForANameOfAnyLength) {
    EXPECT_EQ(masked_name("张三"), "张*");
    EXPECT_EQ(masked_name("欧阳娜娜"), "欧*");
    EXPECT_EQ(masked_name("𠮷野"), "𠮷*");
    EXPECT_EQ(masked_name("Li Lei"), "L*");
    EXPECT_EQ(masked_name(""), "");
    EXPECT_EQ(masked_id_number("230103195207311234"), "230***********1234");
    EXPECT_EQ(masked_id_number("E12345678"), "E12**5678");
    EXPECT_EQ(masked_id_number("E1234"), "*****");
    EXPECT_EQ(masked_phone("13812345678"), "138****5678");
    EXPECT_EQ(masked_phone("86512345"), "******45");
    EXPECT_EQ(masked_phone("0451-86512345转801"), "045**********转801");
    EXPECT_EQ(masked_phone(""), "");
}

}  // namespace banshi::people
