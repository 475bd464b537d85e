#include "systems/aid/scoring.h"

#include <algorithm>

namespace banshi::aid {

namespace {

int most(std::vector<PointStep> const& steps) {
    int points = 0;
    for (auto const& step : steps) points = std::max(points, step.points);
    return points;
}

int points_at(std::vector<PointStep> const& steps, std::int64_t value) {
    int points = 0;
    for (auto const& step : steps)
        if (value >= step.from) points = step.points;
    return points;
}

LinePoints housing_line(FamilyFacts const& facts, Weights const& weights) {
    LinePoints line{ScoreLine::housing, 0, 0};
    for (auto const& [housing, points] : weights.housing) {
        line.most = std::max(line.most, points);
        if (housing == facts.housing) line.points = points;
    }
    return line;
}

bool rises(std::vector<PointStep> const& steps) {
    bool const ordered = std::ranges::adjacent_find(steps, [](auto const& one, auto const& next) {
                             return one.from >= next.from;
                         }) == steps.end();
    return !steps.empty() && steps.front().from == 0 && ordered &&
           std::ranges::all_of(steps, [](auto const& step) { return step.points >= 0; });
}

// It stands in the public record.
bool is_plain(std::string const& version) {
    auto const sound = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    return !version.empty() && version.size() <= 10 && std::ranges::all_of(version, sound);
}

}  // namespace

std::vector<PointsRow> table_of(Weights const& weights) {
    std::vector<PointsRow> rows;
    auto const add = [&](ScoreLine line, std::vector<PointStep> const& steps) {
        for (auto const& [from, points] : steps) rows.push_back({line, from, {}, points});
    };
    add(ScoreLine::income, weights.income);
    add(ScoreLine::health, weights.health);
    add(ScoreLine::school, weights.school);
    rows.push_back({ScoreLine::work, {}, {}, weights.no_worker});
    for (auto const& [housing, points] : weights.housing)
        rows.push_back({ScoreLine::housing, {}, housing, points});
    return rows;
}

std::string as_published(Weights const& weights) {
    auto text = weights.version + " " + written(weights.from) + " " + weights.basis + "\n";
    for (auto const& [line, from, housing, points] : table_of(weights)) {
        text += boost::describe::enum_to_string(line, "");
        if (from) text += " " + std::to_string(*from);
        if (housing) text += std::string(" ") + boost::describe::enum_to_string(*housing, "");
        text += " " + std::to_string(points) + "\n";
    }
    return text;
}

Score score(FamilyFacts const& facts, Weights const& weights) {
    Score out;
    out.lines = {
        {ScoreLine::income, points_at(weights.income, facts.income_a_head()), most(weights.income)},
        {ScoreLine::health, points_at(weights.health, facts.disabled_or_ill), most(weights.health)},
        {ScoreLine::school, points_at(weights.school, facts.pupils), most(weights.school)},
        {ScoreLine::work, facts.workers == 0 ? weights.no_worker : 0, weights.no_worker},
        housing_line(facts, weights)};
    for (auto const& line : out.lines) out.points += line.points;
    return out;
}

std::optional<Weights> weights_on(std::vector<Weights> const& all, Day day) {
    std::optional<Weights> found;
    for (auto const& weights : all)
        if (weights.from <= day && (!found || found->from < weights.from)) found = weights;
    return found;
}

std::optional<Weights> weights_called(std::vector<Weights> const& all, std::string const& version) {
    auto const found = std::ranges::find(all, version, &Weights::version);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::string> unsound(std::vector<Weights> const& all) {
    for (std::size_t at = 0; at < all.size(); ++at) {
        auto const& each = all[at];
        auto const place = "scoring[" + std::to_string(at) + "].";
        if (!is_plain(each.version) || std::ranges::count(all, each.version, &Weights::version) > 1)
            return place + "version";
        if (!rises(each.income)) return place + "income";
        if (!rises(each.health)) return place + "health";
        if (!rises(each.school)) return place + "school";
        if (each.no_worker < 0) return place + "no_worker";
        for (auto const& step : each.housing)
            if (step.points < 0) return place + "housing";
    }
    return std::nullopt;
}

}  // namespace banshi::aid
