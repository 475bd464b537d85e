#pragma once
// What a family's points are counted from: whole numbers and words, each with its evidence 佐证.

#include <boost/describe/enum.hpp>
#include <string>

#include "base/result.h"

namespace banshi::aid {

// 黑龙江省低收入人口认定办法（暂行）第三条
enum class Category {
    minimum_living,    // 低保
    destitute,         // 特困
    margin,            // 低保边缘家庭
    rigid_spending,    // 刚性支出困难家庭
    relapse_watched,   // 防止返贫监测对象
    other_difficulty,  // 其他困难
};
BOOST_DESCRIBE_ENUM(Category, minimum_living, destitute, margin, rigid_spending, relapse_watched,
                    other_difficulty)

enum class Housing {
    own,     // 自有
    rented,  // 租住
    unsafe,  // 危房
    none,    // 无房
};
BOOST_DESCRIBE_ENUM(Housing, own, rented, unsafe, none)

struct FamilyFacts {
    int members = 1;
    std::int64_t income_fen = 0;  // of the household, a month
    int disabled_or_ill = 0;      // persons with a disability or a serious illness
    int pupils = 0;               // children at school
    int workers = 0;              // able to work
    Housing housing = Housing::own;
    std::string evidence = {};  // papers by name and number

    std::int64_t income_a_head() const { return income_fen / members; }
};

// Refuses family.members, family.income, family.persons with the field to blame.
Result<void> check_facts(FamilyFacts const&);

// One spelling, so that its hash stands for it.
std::string facts_text(FamilyFacts const&);
FamilyFacts read_facts(std::string const& text);

}  // namespace banshi::aid
