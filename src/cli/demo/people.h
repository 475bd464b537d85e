#pragma once
// People who do not exist: invented names, ID numbers 身份证号 of a region that no place has,
// with valid check digits, and phone numbers in a row.

#include <set>

#include "cli/demo/setting.h"

namespace banshi::demo {

struct Person {
    std::string name;
    std::string id_number;
    std::string phone;
};

class People {
public:
    // Their phones count up from the first.
    People(Setting const& setting, std::uint64_t seed, std::int64_t first_phone)
        : setting_(setting), random_(seed), next_phone_(first_phone) {}

    // Somebody new, of this age today. Nobody comes twice.
    Person next(Day today, int youngest = 19, int oldest = 78);

private:
    Setting const& setting_;
    SeededRandom random_;
    std::int64_t next_phone_;
    std::set<std::string> used_;
};

// GB 11643: region, birthday, sequence and the check digit.
std::string id_number(std::string_view region, Day born, int sequence);

}  // namespace banshi::demo
