// The wish to stand by few families 至多几户, met after the plan: a donor with too many gives a
// small share to another, and takes as much over from that donor at a family where both stand.

#include <algorithm>
#include <map>

#include "systems/aid/pairing_plan.h"

namespace banshi::aid {

namespace {

using Matrix = std::map<Pair, Fen>;  // donor, family

class Exchange {
public:
    Exchange(Matrix& fen, std::vector<Supply> const& supplies, std::vector<Demand> const& demands,
             std::set<Pair> const& forbidden)
        : fen_(fen), forbidden_(forbidden) {
        for (auto const& supply : supplies) supplies_[supply.donor] = &supply;
        for (auto const& demand : demands) demands_[demand.family] = &demand;
    }

    void run() {
        for (auto const& [donor, supply] : supplies_)
            while (supply->most > 0 && count(donor) > supply->most)
                if (!leaves_one(donor)) break;
    }

private:
    int count(std::string const& donor) const {
        auto const mine = [&](auto const& each) { return each.first.first == donor; };
        return static_cast<int>(std::ranges::count_if(fen_, mine));
    }

    std::vector<std::pair<Fen, std::string>> shares_of(std::string const& donor) const {
        std::vector<std::pair<Fen, std::string>> shares;
        for (auto const& [pair, fen] : fen_)
            if (pair.first == donor) shares.emplace_back(fen, pair.second);
        std::ranges::sort(shares);
        return shares;
    }

    // The smallest share first; who takes it must not get too many families by that.
    bool leaves_one(std::string const& donor) {
        auto const shares = shares_of(donor);
        for (auto const& [fen, family] : shares)
            for (auto const& [other, there] : partners(donor, fen))
                if (there != family && may_take(other, family, there, fen) &&
                    same_cost(donor, family, other, there)) {
                    move(donor, family, other, there, fen);
                    return true;
                }
        return false;
    }

    // Donors with so much at a family where this one stands too.
    std::vector<Pair> partners(std::string const& donor, Fen fen) const {
        std::vector<Pair> found;
        for (auto const& [pair, has] : fen_)
            if (pair.first != donor && has >= fen && fen_.contains({donor, pair.second}))
                found.push_back(pair);
        return found;
    }

    bool may_take(std::string const& other, std::string const& family, std::string const& there,
                  Fen fen) const {
        if (forbidden_.contains({other, family})) return false;
        auto const most = supplies_.at(other)->most;
        bool const more = !fen_.contains({other, family}) && fen_.at({other, there}) > fen;
        return most == 0 || !more || count(other) < most;
    }

    int cost(std::string const& donor, std::string const& family) const {
        return cost_of(*supplies_.at(donor), *demands_.at(family));
    }

    bool same_cost(std::string const& donor, std::string const& family, std::string const& other,
                   std::string const& there) const {
        return cost(donor, family) + cost(other, there) == cost(donor, there) + cost(other, family);
    }

    void move(std::string const& donor, std::string const& family, std::string const& other,
              std::string const& there, Fen fen) {
        fen_.erase({donor, family});
        fen_[{donor, there}] += fen;
        fen_[{other, family}] += fen;
        if ((fen_[{other, there}] -= fen) == 0) fen_.erase({other, there});
    }

    Matrix& fen_;
    std::set<Pair> const& forbidden_;
    std::map<std::string, Supply const*> supplies_;
    std::map<std::string, Demand const*> demands_;
};

}  // namespace

void keep_to_few(std::vector<Share>& shares, std::vector<Supply> const& supplies,
                 std::vector<Demand> const& demands, std::set<Pair> const& forbidden) {
    if (std::ranges::none_of(supplies, [](Supply const& supply) { return supply.most > 0; }))
        return;
    Matrix fen;
    for (auto const& share : shares) fen[{share.donor, share.family}] += share.fen;
    Exchange{fen, supplies, demands, forbidden}.run();
    shares.clear();
    for (auto const& [pair, sum] : fen) shares.push_back({pair.first, pair.second, sum});
}

}  // namespace banshi::aid
