#pragma once
// Finding matters by their words 检索, in Chinese as well: each two neighbouring characters and
// each single one are words, and so is each run of letters and digits. Full-width and capital
// letters are folded. What was found is compared with the row itself before anybody sees it.

#include <functional>

#include "engines/matters/lists.h"

namespace banshi::matters {

std::string folded(std::string_view);
// Of title, place, number and the beginning of the text; and one each of where it lies, its street,
// kind and category. After a correction the former ones lead to it still, and are compared.
std::vector<std::string> words_of(Matter const&);
// Of what somebody typed.
std::vector<std::string> words_of_query(std::string_view);

// The latest that have all the words of the filter and belong, as `belongs` says; at most 200. What
// somebody may not see must not belong, not even to a count.
std::vector<Matter> find_by_words(Call&, Filter const&,
                                  std::function<bool(Matter const&)> const& belongs);

// Perhaps registered before 疑似重复: of the same category within 100 m, or with most of its words;
// the nearest to it first. Only what the asker may see.
struct Similar {
    std::string book;
    std::string category;
    std::optional<Point> point;
    std::string words;  // the title as typed
};
std::vector<Matter> find_similar(Call&, Similar const&, Sight const&, int limit);
// The same place and category alone, closed ones too; the nearest first.
std::vector<Matter> find_near(Call&, Similar const&, Sight const&);
// Along the surface of the earth.
double metres_between(Point const&, Point const&);

// Puts the words of some more matters into the index; says of how many. Those that wait are found
// too, only slower. Run it from a job every few seconds until nothing is left.
int fold_words(Call&, std::string const& book);

}  // namespace banshi::matters
