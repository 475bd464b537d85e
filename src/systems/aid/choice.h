#pragma once
// Who is chosen 遴选, as pure functions: places by street, the cut, and the ties at it, which only
// a public draw may decide.

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace banshi::aid {

// 最大余额法: places in proportion to the candidates of each street. Equal remainders: more
// candidates first, then the code of the street. Of no candidates, no places.
std::map<std::string, int> largest_remainder(std::map<std::string, int> const& candidates,
                                             int places);

struct Ranked {
    std::string family;
    std::string street;
    int points;
    std::optional<std::int64_t> drawn = {};  // its place in the public draw of ties
};

// More points first, then whoever was drawn first, then by number.
bool stands_before(Ranked const&, Ranked const&);

// Some of these, with equal points, for so many places: nobody else may decide.
struct Tie {
    std::string street;  // empty: of the whole district
    int places;
    std::vector<std::string> families;
};
struct Cut {
    int points = 0;  // of the last who is in
    int places = 0;
    int in = 0;
};
struct Choice {
    std::vector<std::string> in;  // by points, then by draw, then by number
    std::vector<Tie> ties;
    std::map<std::string, Cut> cuts;  // by street; "" where there is no quota
};
// `places` by street, or all under "".
Choice choose(std::vector<Ranked>, std::map<std::string, int> const& places);

}  // namespace banshi::aid
