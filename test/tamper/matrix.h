#pragma once
// The matrix 篡改矩阵: every column altered, every table robbed of a row and given a forged one, by
// SQL; and whether a verification names it. What it need not name stands with its reason in
// unbound.txt.

#include <map>

#include "scenario/world.h"
#include "store/tampering_for_test.h"

namespace banshi::tamper {

struct Tried {
    int named = 0;
    std::string unnamed;  // the first statement that nobody noticed, and where
};

class Matrix {
public:
    // All forgeries in the world as the scenario left it; it stays as it is.
    void try_all(scenario::World&, std::string const& scenario);
    // Prints what departs from the file of reasons; true where nothing does.
    bool agrees_with(std::string const& file) const;

private:
    std::map<std::string, Tried> tried_;  // by what was done
};

}  // namespace banshi::tamper
