#pragma once
// Who gives to whom 结对方案, as pure functions: a transportation problem. Families do not rank
// donors and are not ranked by them. The same input always gives the same pairs.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/money.h"

namespace banshi::aid {

struct Supply {  // a donor's money of the year
    std::string donor;
    Fen fen;
    std::string street = {};  // wished for; empty: any
    bool pupil = false;       // wishes a family with a child at school
    int most = 0;             // wishes to stand by so many families at most; 0: any number
};
struct Demand {  // what a family is to get
    std::string family;
    Fen fen;
    std::string street = {};
    bool pupil = false;
};
using Pair = std::pair<std::string, std::string>;  // donor, family

struct Share {
    std::string donor, family;
    Fen fen;
};
// Prices that prove that no other plan covers more, or the same with more wishes met: a fen at a
// donor is worth its price, a fen that reaches a family its own.
struct Certificate {
    std::vector<std::int64_t> donor_prices, family_prices;  // in the order of the input
};
struct PairingPlan {
    std::vector<Share> shares;  // by donor, then family
    Fen unallocated = 0;        // of the donors
    Fen missing = 0;            // of the families
    bool by_flow = false;       // there were wishes or forbidden pairs
    Certificate certificate = {};
};

// One to one where sums are equal or larger, then the rest, biggest first, with few donors a
// family. With wishes or forbidden pairs: a flow of least cost, proved.
PairingPlan plan_pairs(std::vector<Supply>, std::vector<Demand>, std::set<Pair> const& forbidden);

// Exchanges parts of shares until no donor stands by more families than wished, as far as that
// goes: nobody gives more or less, no family gets less, no other wish is met worse.
void keep_to_few(std::vector<Share>&, std::vector<Supply> const&, std::vector<Demand> const&,
                 std::set<Pair> const& forbidden);

// In the given order, each donor's money to the next families 西北角法.
std::vector<Share> in_order(std::vector<Supply> const&, std::vector<Demand> const&);
// A pair costs a unit for each wish that it does not meet.
int cost_of(Supply const&, Demand const&);

// Empty when the plan is one; else what is wrong: sum, pair, arcs, price, cost. It trusts nothing
// of how the plan was made.
std::string wrong_with(PairingPlan const&, std::vector<Supply> const&, std::vector<Demand> const&,
                       std::set<Pair> const& forbidden);

}  // namespace banshi::aid
