#pragma once
// The ranking 排名 as the office sees it: each scored family in its place, who is in by now, and
// whether the list of the shortlisted still follows points, draws and decisions.

#include "systems/aid/selection.h"

namespace banshi::aid {

struct ListRanking {
    std::string campaign;
    std::optional<std::string> street;
    std::optional<std::int64_t> from;  // so many are passed over
};
struct RankLine {
    std::int64_t rank;  // equals share it; within the street where it has a quota
    std::string family, street_name;
    Category category;
    std::int64_t points;
    std::optional<std::int64_t> drawn;  // place in the draws of ties
    std::optional<Ruling> ruling;
    bool in;
    FamilyState state;
};
struct Ranking {
    std::vector<RankLine> families;
    std::int64_t unlisted;  // in and not shortlisted, or shortlisted and no longer in
    bool more;
};
Result<Ranking> list_ranking(Call&, ListRanking const&);

}  // namespace banshi::aid
