#pragma once
// What hangs on matters as a verification reads it: plain texts and numbers, whoever wrote them.

#include <map>
#include <string>

#include "store/store.h"

namespace banshi::matters {

struct Papers {
    std::string text;
    bool worked = false;  // an answer, an evaluation or a task is among them
};

// By matter, of those whose id comes after the one and not after the other.
std::map<std::string, Papers, std::less<>> papers_between(Transaction&, std::string const& district,
                                                          std::string const& after,
                                                          std::string const& last);

}  // namespace banshi::matters
