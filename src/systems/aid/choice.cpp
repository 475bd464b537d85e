#include "systems/aid/choice.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace banshi::aid {

namespace {

// The street's ranked list is cut at its places. Equals on both sides of the cut are taken in the
// order of the draw; what is left of the places is a tie of those who were not drawn yet.
void cut_street(std::vector<Ranked> const& ranked, std::string const& street, int places,
                Choice& choice) {
    auto const count = std::min(places, static_cast<int>(ranked.size()));
    auto& cut = choice.cuts[street];
    cut.places = places;
    if (count == 0) return;
    cut.points = ranked[count - 1].points;
    Tie tie{street, 0, {}};
    int above = 0, drawn = 0, equal = 0;
    for (auto const& each : ranked) {
        above += each.points > cut.points;
        if (each.points != cut.points) continue;
        ++equal;
        drawn += each.drawn.has_value();
        if (!each.drawn) tie.families.push_back(each.family);
    }
    bool const split = above + equal > count;
    cut.in = split ? std::min(count, above + drawn) : count;
    for (int at = 0; at < cut.in; ++at) choice.in.push_back(ranked[at].family);
    tie.places = count - cut.in;
    if (tie.places > 0) choice.ties.push_back(std::move(tie));
}

}  // namespace

bool stands_before(Ranked const& one, Ranked const& other) {
    auto const drawn = [](Ranked const& each) {
        return each.drawn.value_or(std::numeric_limits<std::int64_t>::max());
    };
    return std::tuple(-one.points, drawn(one), one.family) <
           std::tuple(-other.points, drawn(other), other.family);
}

std::map<std::string, int> largest_remainder(std::map<std::string, int> const& candidates,
                                             int places) {
    std::int64_t total = 0;
    for (auto const& [street, count] : candidates) total += count;
    std::map<std::string, int> out;
    if (total == 0) return out;
    struct Rest {
        std::int64_t remainder;
        int candidates;
        std::string street;
    };
    std::vector<Rest> rests;
    std::int64_t given = 0;
    for (auto const& [street, count] : candidates) {
        auto const share = std::int64_t{places} * count;
        out[street] = static_cast<int>(share / total);
        given += share / total;
        rests.push_back({share % total, count, street});
    }
    std::ranges::sort(rests, [](Rest const& one, Rest const& other) {
        return std::tuple(-one.remainder, -one.candidates, one.street) <
               std::tuple(-other.remainder, -other.candidates, other.street);
    });
    for (std::size_t at = 0; given < places; ++at, ++given) ++out[rests[at].street];
    return out;
}

Choice choose(std::vector<Ranked> all, std::map<std::string, int> const& places) {
    std::ranges::sort(all, stands_before);
    Choice choice;
    for (auto const& [street, count] : places) {
        auto ranked = all;
        if (!street.empty())
            std::erase_if(ranked, [&](auto const& each) { return each.street != street; });
        cut_street(ranked, street, count, choice);
    }
    return choice;
}

}  // namespace banshi::aid
