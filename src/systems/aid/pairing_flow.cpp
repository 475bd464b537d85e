#include "systems/aid/pairing_flow.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace banshi::aid {

namespace {

constexpr auto far = std::numeric_limits<std::int64_t>::max() / 4;

// Donors and, as the last of them, nobody: who has no end of money at the cost of what is lacking.
class Paths {
public:
    explicit Paths(Transport const& it)
        : it_(it),
          donors_(it.supply.size() + 1),
          families_(it.demand.size()),
          left_(it.supply),
          open_(it.demand),
          flow_(donors_, std::vector<Fen>(families_)),
          price_(donors_ + families_) {
        Fen all = 0;
        for (auto const fen : it.demand) all += fen;
        left_.push_back(all);
    }

    Flow solve() {
        for (std::size_t family = 0; family < families_; ++family)
            while (open_[family] > 0) augment(family);
        shortest();
        Flow out{{flow_.begin(), flow_.end() - 1}, {}};
        out.certificate.donor_prices.assign(price_.begin(), price_.begin() + donors_ - 1);
        out.certificate.family_prices.assign(price_.begin() + donors_, price_.end());
        return out;
    }

private:
    std::int64_t cost(std::size_t donor, std::size_t family) const {
        return donor + 1 == donors_ ? lacking_cost : it_.cost[donor][family];
    }

    // How far each is from money that is left, over arcs that may still be used; reduced by the
    // prices, so that no step is negative. Updates the prices.
    void shortest() {
        distance_.assign(donors_ + families_, far);
        from_.assign(donors_ + families_, none);
        done_.assign(donors_ + families_, false);
        for (std::size_t donor = 0; donor < donors_; ++donor)
            if (left_[donor] > 0) distance_[donor] = 0 - price_[donor];
        for (;;) {
            auto const at = nearest();
            if (at == none) break;
            done_[at] = true;
            at < donors_ ? from_donor(at) : from_family(at - donors_);
        }
        for (std::size_t at = 0; at < price_.size(); ++at)
            if (distance_[at] < far) price_[at] += distance_[at];
    }

    std::size_t nearest() const {
        auto best = none;
        for (std::size_t at = 0; at < distance_.size(); ++at)
            if (!done_[at] && distance_[at] < far &&
                (best == none || distance_[at] < distance_[best]))
                best = at;
        return best;
    }

    void reach(std::size_t at, std::size_t to, std::int64_t step) {
        auto const there = distance_[at] + step + price_[at] - price_[to];
        if (done_[to] || there >= distance_[to]) return;
        distance_[to] = there;
        from_[to] = at;
    }

    void from_donor(std::size_t donor) {
        for (std::size_t family = 0; family < families_; ++family)
            if (cost(donor, family) != no_arc) reach(donor, donors_ + family, cost(donor, family));
    }

    void from_family(std::size_t family) {
        for (std::size_t donor = 0; donor < donors_; ++donor)
            if (flow_[donor][family] > 0) reach(donors_ + family, donor, -cost(donor, family));
    }

    // The nearest money comes along its path, as much as fits.
    void augment(std::size_t family) {
        shortest();
        auto fen = open_[family];
        auto at = donors_ + family;
        for (; from_[at] != none; at = from_[at])
            if (at < donors_) fen = std::min(fen, flow_[at][from_[at] - donors_]);
        fen = std::min(fen, left_[at]);
        left_[at] -= fen;
        open_[family] -= fen;
        for (at = donors_ + family; from_[at] != none; at = from_[at])
            if (at < donors_)
                flow_[at][from_[at] - donors_] -= fen;
            else
                flow_[from_[at]][at - donors_] += fen;
    }

    static constexpr std::size_t none = ~std::size_t{0};
    Transport const& it_;
    std::size_t donors_, families_;
    std::vector<Fen> left_, open_;
    std::vector<std::vector<Fen>> flow_;
    std::vector<std::int64_t> price_, distance_;
    std::vector<std::size_t> from_;
    std::vector<bool> done_;
};

using Arc = std::pair<std::size_t, std::size_t>;  // donor, family

// A cycle of used arcs as a list of them, in order; empty when there is none.
class Cycles {
public:
    explicit Cycles(std::vector<std::vector<Fen>> const& fen)
        : fen_(fen), seen_(fen.size() + (fen.empty() ? 0 : fen[0].size())) {}

    std::vector<Arc> find() {
        for (std::size_t donor = 0; donor < fen_.size(); ++donor)
            if (!seen_[donor] && walk(donor, seen_.size())) return cycle_;
        return {};
    }

private:
    bool walk(std::size_t at, std::size_t came) {
        seen_[at] = true;
        path_.push_back(at);
        for (auto const next : neighbours(at)) {
            if (next == came) continue;
            if (seen_[next] ? close(next) : walk(next, at)) return true;
        }
        path_.pop_back();
        return false;
    }

    std::vector<std::size_t> neighbours(std::size_t at) const {
        std::vector<std::size_t> out;
        auto const donors = fen_.size();
        if (at < donors) {
            for (std::size_t family = 0; family < fen_[at].size(); ++family)
                if (fen_[at][family] > 0) out.push_back(donors + family);
        } else {
            for (std::size_t donor = 0; donor < donors; ++donor)
                if (fen_[donor][at - donors] > 0) out.push_back(donor);
        }
        return out;
    }

    bool close(std::size_t at) {
        auto const start = std::find(path_.begin(), path_.end(), at);
        if (start == path_.end()) return false;
        std::vector<std::size_t> const nodes(start, path_.end());
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            auto const one = nodes[i], other = nodes[(i + 1) % nodes.size()];
            cycle_.emplace_back(std::min(one, other), std::max(one, other) - fen_.size());
        }
        return true;
    }

    std::vector<std::vector<Fen>> const& fen_;
    std::vector<bool> seen_;
    std::vector<std::size_t> path_;
    std::vector<Arc> cycle_;
};

}  // namespace

Flow least_cost(Transport const& transport) {
    auto flow = Paths(transport).solve();
    cut_cycles(flow.fen);
    return flow;
}

void cut_cycles(std::vector<std::vector<Fen>>& fen) {
    for (;;) {
        auto const cycle = Cycles(fen).find();
        if (cycle.empty()) return;
        auto least = far;
        for (std::size_t at = 0; at < cycle.size(); at += 2)
            least = std::min(least, fen[cycle[at].first][cycle[at].second]);
        for (std::size_t at = 0; at < cycle.size(); ++at)
            fen[cycle[at].first][cycle[at].second] += at % 2 == 0 ? -least : least;
    }
}

}  // namespace banshi::aid
