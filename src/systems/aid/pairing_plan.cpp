#include "systems/aid/pairing_plan.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "systems/aid/pairing_flow.h"

namespace banshi::aid {

namespace {

struct Left {
    std::vector<Supply> supplies;
    std::vector<Demand> demands;
    std::vector<Share> shares;

    void give(Supply& supply, Demand& demand, Fen fen) {
        if (fen == 0) return;
        supply.fen -= fen;
        demand.fen -= fen;
        shares.push_back({supply.donor, demand.family, fen});
    }
};

// (1) A donor whose sum is just what a family needs.
void pair_equal(Left& left) {
    for (auto& supply : left.supplies)
        for (auto& demand : left.demands)
            if (supply.fen > 0 && supply.fen == demand.fen) {
                left.give(supply, demand, demand.fen);
                break;
            }
}

// (2) A donor with more gives to one family whole, and the rest goes on.
void pair_larger(Left& left) {
    for (auto& supply : left.supplies)
        for (auto& demand : left.demands)
            if (demand.fen > 0 && supply.fen >= demand.fen) {
                left.give(supply, demand, demand.fen);
                break;
            }
}

// (4) Two donors whose sums are together just what a family needs: a pair that parts nothing.
void pair_two(Left& left) {
    std::multimap<Fen, std::size_t> by_fen;
    for (std::size_t at = 0; at < left.supplies.size(); ++at)
        if (left.supplies[at].fen > 0) by_fen.emplace(left.supplies[at].fen, at);
    for (auto& demand : left.demands) {
        if (demand.fen == 0) continue;
        for (auto& supply : left.supplies) {
            if (supply.fen == 0 || supply.fen >= demand.fen) continue;
            auto const [first, last] = by_fen.equal_range(demand.fen - supply.fen);
            auto const other = std::find_if(first, last, [&](auto const& each) {
                auto const& it = left.supplies[each.second];
                return &it != &supply && it.fen == demand.fen - supply.fen;
            });
            if (other == last) continue;
            auto& second = left.supplies[other->second];
            left.give(supply, demand, supply.fen);
            left.give(second, demand, demand.fen);
            break;
        }
    }
}

// (3) What is left, biggest first.
void pair_rest(Left& left) {
    std::ranges::sort(left.supplies, [](Supply const& one, Supply const& other) {
        return std::tuple(-one.fen, one.donor) < std::tuple(-other.fen, other.donor);
    });
    for (auto const& [donor, family, fen] : in_order(left.supplies, left.demands))
        left.shares.push_back({donor, family, fen});
}

void sort_shares(std::vector<Share>& shares) {
    std::ranges::sort(shares, [](Share const& one, Share const& other) {
        return std::tie(one.donor, one.family) < std::tie(other.donor, other.family);
    });
}

Transport transport_of(std::vector<Supply> const& supplies, std::vector<Demand> const& demands,
                       std::set<Pair> const& forbidden) {
    Transport out;
    for (auto const& demand : demands) out.demand.push_back(demand.fen);
    for (auto const& supply : supplies) {
        out.supply.push_back(supply.fen);
        auto& row = out.cost.emplace_back();
        for (auto const& demand : demands)
            row.push_back(forbidden.contains({supply.donor, demand.family})
                              ? no_arc
                              : cost_of(supply, demand));
    }
    return out;
}

bool wishes(Supply const& supply) { return !supply.street.empty() || supply.pupil; }

template <class Parts>
Fen sum(Parts const& parts) {
    Fen fen = 0;
    for (auto const& part : parts) fen += part.fen;
    return fen;
}

// What the shares cost, and what the prices say that it must cost at least.
bool costs_agree(PairingPlan const& plan, std::vector<Supply> const& supplies,
                 std::vector<Demand> const& demands, std::map<Pair, int> const& costs) {
    auto const& [donor_prices, family_prices] = plan.certificate;
    std::int64_t cost = plan.missing * lacking_cost, least = 0;
    for (auto const& share : plan.shares) cost += share.fen * costs.at({share.donor, share.family});
    for (std::size_t at = 0; at < demands.size(); ++at)
        least += demands[at].fen * family_prices[at];
    for (std::size_t at = 0; at < supplies.size(); ++at)
        least -= supplies[at].fen * donor_prices[at];
    return cost == least;
}

std::string wrong_sums(PairingPlan const& plan, std::vector<Supply> const& supplies,
                       std::vector<Demand> const& demands, std::map<Pair, int> const& costs) {
    std::map<std::string, Fen> given, got;
    for (auto const& share : plan.shares) {
        if (share.fen <= 0 || !costs.contains({share.donor, share.family})) return "pair";
        given[share.donor] += share.fen;
        got[share.family] += share.fen;
    }
    for (auto const& supply : supplies)
        if (given[supply.donor] > supply.fen) return "sum";
    for (auto const& demand : demands)
        if (got[demand.family] > demand.fen) return "sum";
    auto const shared = sum(plan.shares);
    bool const whole = shared + plan.unallocated == sum(supplies) &&
                       shared + plan.missing == sum(demands) &&
                       plan.shares.size() < supplies.size() + demands.size();
    return whole ? "" : "sum";
}

}  // namespace

int cost_of(Supply const& supply, Demand const& demand) {
    bool const elsewhere = !supply.street.empty() && supply.street != demand.street;
    bool const no_pupil = supply.pupil && !demand.pupil;
    return int{elsewhere} + int{no_pupil};
}

std::vector<Share> in_order(std::vector<Supply> const& supplies,
                            std::vector<Demand> const& demands) {
    std::vector<Share> shares;
    std::size_t at = 0;
    Fen got = 0;
    for (auto const& supply : supplies) {
        auto fen = supply.fen;
        while (fen > 0 && at < demands.size()) {
            auto const part = std::min(fen, demands[at].fen - got);
            if (part > 0) shares.push_back({supply.donor, demands[at].family, part});
            fen -= part;
            got += part;
            if (got < demands[at].fen) break;
            ++at;
            got = 0;
        }
    }
    return shares;
}

PairingPlan plan_pairs(std::vector<Supply> supplies, std::vector<Demand> demands,
                       std::set<Pair> const& forbidden) {
    PairingPlan plan;
    plan.by_flow = !forbidden.empty() || std::ranges::any_of(supplies, wishes);
    std::ranges::sort(supplies, {}, &Supply::donor);
    std::ranges::sort(demands, {}, &Demand::family);
    if (plan.by_flow) {
        auto flow = least_cost(transport_of(supplies, demands, forbidden));
        for (std::size_t i = 0; i < supplies.size(); ++i)
            for (std::size_t j = 0; j < demands.size(); ++j)
                if (flow.fen[i][j] > 0)
                    plan.shares.push_back({supplies[i].donor, demands[j].family, flow.fen[i][j]});
        plan.certificate = std::move(flow.certificate);
    } else {
        Left left{supplies, demands, {}};
        pair_equal(left);
        pair_larger(left);
        pair_two(left);
        pair_rest(left);
        plan.shares = std::move(left.shares);
    }
    keep_to_few(plan.shares, supplies, demands, forbidden);
    sort_shares(plan.shares);
    plan.unallocated = sum(supplies) - sum(plan.shares);
    plan.missing = sum(demands) - sum(plan.shares);
    return plan;
}

std::string wrong_with(PairingPlan const& plan, std::vector<Supply> const& supplies,
                       std::vector<Demand> const& demands, std::set<Pair> const& forbidden) {
    std::map<Pair, int> costs;
    for (auto const& supply : supplies)
        for (auto const& demand : demands)
            if (!forbidden.contains({supply.donor, demand.family}))
                costs[{supply.donor, demand.family}] = cost_of(supply, demand);
    auto wrong = wrong_sums(plan, supplies, demands, costs);
    if (!wrong.empty()) return wrong;
    if (!plan.by_flow) return plan.unallocated == 0 || plan.missing == 0 ? "" : "sum";
    auto const& [donor_prices, family_prices] = plan.certificate;
    if (donor_prices.size() != supplies.size() || family_prices.size() != demands.size())
        return "price";
    for (std::size_t i = 0; i < supplies.size(); ++i)
        for (std::size_t j = 0; j < demands.size(); ++j) {
            auto const cost = costs.find({supplies[i].donor, demands[j].family});
            if (cost != costs.end() && family_prices[j] - donor_prices[i] > cost->second)
                return "price";
        }
    bool const within =
        std::ranges::all_of(donor_prices, [](auto price) { return price >= 0; }) &&
        std::ranges::all_of(family_prices, [](auto price) { return price <= lacking_cost; });
    if (!within) return "price";
    return costs_agree(plan, supplies, demands, costs) ? "" : "cost";
}

}  // namespace banshi::aid
