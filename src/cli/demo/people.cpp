#include "cli/demo/people.h"

#include <fmt/format.h>

#include "base/check.h"
#include "cli/demo/chance.h"

namespace banshi::demo {

std::string id_number(std::string_view region, Day born, int sequence) {
    constexpr std::string_view check_digits = "10X98765432";
    std::chrono::year_month_day const date{born};
    auto number = fmt::format("{}{:04}{:02}{:02}{:03}", region, static_cast<int>(date.year()),
                              static_cast<unsigned>(date.month()),
                              static_cast<unsigned>(date.day()), sequence);
    CHECK(number.size() == 17);
    // The weights are the powers of two modulo 11, from the right.
    unsigned sum = 0, weight = 1;
    for (auto digit = number.rbegin(); digit != number.rend(); ++digit) {
        weight = weight * 2 % 11;
        sum += weight * static_cast<unsigned>(*digit - '0');
    }
    return number + check_digits[sum % 11];
}

Person People::next(Day today, int youngest, int oldest) {
    Person person{one_of(random_, setting_.surnames) + one_of(random_, setting_.given), {}, {}};
    do {
        auto const age = std::chrono::days{between(random_, youngest * 365, oldest * 365)};
        person.id_number = id_number(setting_.region, today - age, between(random_, 1, 999));
    } while (!used_.insert(person.id_number).second);
    auto const digits = 11 - setting_.phone_prefix.size();
    person.phone = fmt::format("{}{:0{}}", setting_.phone_prefix, next_phone_++, digits);
    return person;
}

}  // namespace banshi::demo
