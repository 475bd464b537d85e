#include "systems/aid/ranking.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "base/check.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/selection_parts.h"

namespace banshi::aid {

namespace {

constexpr std::int64_t ranked_a_page = 100;

std::map<std::string, Family> scored_families(Call& call, std::string const& campaign) {
    std::map<std::string, Family> out;
    for (auto& family : rows::families(call, campaign, {}, "", "", std::numeric_limits<int>::max()))
        out.emplace(family.number, std::move(family));
    return out;
}

std::optional<Ruling> ruling_of(rows::ScoreRow const& row) {
    if (row.ruling.empty()) return std::nullopt;
    return row.ruling == "in" ? Ruling::in : Ruling::out;
}

// Once the families are decided, nothing follows the points any more.
bool is_unlisted(bool in, FamilyState state) {
    using enum FamilyState;
    if (in) return state == scored;
    return state == shortlisted || state == publicised;
}

// Equals share a rank; where streets have quotas, each counts its own.
class Ranks {
public:
    std::int64_t next(std::string const& part, std::int64_t points) {
        auto& place = places_[part];
        ++place.count;
        if (points != place.points) place = {place.count, place.count, points};
        return place.rank;
    }

private:
    struct Place {
        std::int64_t count = 0, rank = 0, points = -1;
    };
    std::map<std::string, Place> places_;
};

std::vector<rows::ScoreRow> in_order(std::vector<rows::ScoreRow> scores) {
    auto const ranked = [](rows::ScoreRow const& row) {
        return Ranked{row.family, row.street, static_cast<int>(row.points), row.drawn};
    };
    std::ranges::sort(scores, [&](auto const& one, auto const& other) {
        return stands_before(ranked(one), ranked(other));
    });
    return scores;
}

}  // namespace

Result<Ranking> list_ranking(Call& call, ListRanking const& form) {
    auto const selection = TRY(find_selection(call, form.campaign));
    TRY(may(call, see_families));
    auto const scores = in_order(rows::scores(call, selection.campaign));
    auto const choice = chosen(selection, scores);
    std::set<std::string> const in(choice.in.begin(), choice.in.end());
    auto const families = scored_families(call, selection.campaign);
    Ranking out{{}, 0, false};
    Ranks ranks;
    auto to_skip = std::max<std::int64_t>(0, form.from.value_or(0));
    for (auto const& row : scores) {
        auto const found = families.find(row.family);
        CHECK(found != families.end());
        auto const& [number, family] = *found;
        auto const rank = ranks.next(selection.by_street ? row.street : "", row.points);
        bool const is_in = in.contains(number);
        out.unlisted += is_unlisted(is_in, family.state);
        if (form.street && row.street != *form.street) continue;
        if (to_skip-- > 0) continue;
        out.more = std::ssize(out.families) == ranked_a_page;
        if (!out.more)
            out.families.push_back({rank, number, street_name(call, family.street), family.category,
                                    row.points, row.drawn, ruling_of(row), is_in, family.state});
    }
    return out;
}

}  // namespace banshi::aid
