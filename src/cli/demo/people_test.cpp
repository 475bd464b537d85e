#include "cli/demo/people.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "engines/people/identity.h"

namespace banshi::demo {
namespace {

Setting setting() {
    std::ifstream file("config/demo.toml");
    std::stringstream text;
    text << file.rdbuf();
    auto read = read_setting(text.str(), "config/demo.toml");
    EXPECT_TRUE(read);
    return std::move(read).value();
}

Day const today = *read_day("2026-11-25");

// Numbers of the standard's own making: GB 11643-1999, appendix B names the method.
TEST(InventedPeople, CheckDigitsFollowTheStandard) {
    EXPECT_EQ(id_number("110105", *read_day("1949-12-31"), 2), "11010519491231002X");
    EXPECT_EQ(id_number("440524", *read_day("1880-01-01"), 1), "440524188001010014");
}

TEST(InventedPeople, TheHouseTakesTheirPapers) {
    auto const words = setting();
    People people(words, 7, 0);
    for (int i = 0; i < 500; ++i) {
        auto const person = people.next(today);
        EXPECT_TRUE(people::read_document(people::DocumentKind::id_card, person.id_number, today))
            << person.id_number;
        EXPECT_TRUE(people::normalise_phone(person.phone)) << person.phone;
        EXPECT_TRUE(people::normalise_name(person.name)) << person.name;
        EXPECT_TRUE(person.id_number.starts_with("230199"));
    }
}

TEST(InventedPeople, NobodyComesTwiceAndAgesFit) {
    auto const words = setting();
    People people(words, 7, 0);
    std::set<std::string> numbers, phones;
    for (int i = 0; i < 500; ++i) {
        auto const person = people.next(today, 70, 88);
        numbers.insert(person.id_number);
        phones.insert(person.phone);
        auto const year = std::stoi(person.id_number.substr(6, 4));
        EXPECT_GE(year, 2026 - 89);
        EXPECT_LE(year, 2026 - 69);
    }
    EXPECT_EQ(numbers.size(), 500);
    EXPECT_EQ(phones.size(), 500);
}

TEST(InventedPeople, TheSameSeedInventsTheSame) {
    auto const words = setting();
    People one(words, 7, 0), same(words, 7, 0), other(words, 8, 0);
    auto const person = one.next(today);
    EXPECT_EQ(person.id_number, same.next(today).id_number);
    EXPECT_NE(person.id_number, other.next(today).id_number);
}

}  // namespace
}  // namespace banshi::demo
