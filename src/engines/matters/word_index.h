#pragma once
// The walk through the word index, the latest matter first. For this engine alone.

#include <functional>
#include <map>

#include "engines/matters/matter.h"

namespace banshi::matters {

// Those that have all the words, the latest first, until `see` says no. A matter whose words
// changed may come twice.
void each_with(Call&, std::string const& book, std::vector<std::string> const& words,
               std::function<bool(MatterId const&)> const& see);

// How many of the words each of the latest matters has.
std::map<MatterId, int> words_shared(Call&, std::string const& book,
                                     std::vector<std::string> const& words);

}  // namespace banshi::matters
