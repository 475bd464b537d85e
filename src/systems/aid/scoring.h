#pragma once
// Points 评分: from a published and dated table, line by line, so that each family can follow its
// own. A pure function of the facts; nobody can change points by hand.

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "systems/aid/facts.h"

namespace banshi::aid {

enum class ScoreLine {
    income,   // 人均收入
    health,   // 残疾或重病
    school,   // 在校学生
    work,     // 无劳动力
    housing,  // 住房
};
BOOST_DESCRIBE_ENUM(ScoreLine, income, health, school, work, housing)

struct PointStep {  // from this value on, so many points
    std::int64_t from;
    int points;
};
struct HousingPoints {
    Housing housing;
    int points;
};
struct Weights {  // 评分标准
    std::string version;
    Day from;
    std::string basis;
    std::vector<PointStep> income;          // by fen a head and month
    std::vector<PointStep> health, school;  // by persons
    int no_worker;
    std::vector<HousingPoints> housing;
};

struct PointsRow {  // one line of the table as everybody reads it
    ScoreLine line;
    std::optional<std::int64_t> from;  // fen a head and month, or persons
    std::optional<Housing> housing;
    int points;
};
std::vector<PointsRow> table_of(Weights const&);
// As the record binds it: version, first day and basis, then a line for each row of the table.
std::string as_published(Weights const&);

struct LinePoints {
    ScoreLine line;
    int points;
    int most;  // that this line can give
};
struct Score {
    int points = 0;
    std::vector<LinePoints> lines;
};
Score score(FamilyFacts const&, Weights const&);

// The table in force on a day; nothing where none was yet.
std::optional<Weights> weights_on(std::vector<Weights> const&, Day);
std::optional<Weights> weights_called(std::vector<Weights> const&, std::string const& version);

// The field that is wrong: a table begins at 0, rises, gives no negative points.
std::optional<std::string> unsound(std::vector<Weights> const&);

}  // namespace banshi::aid
