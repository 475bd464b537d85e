#pragma once
// Small trees for the tests of the rules: a few files that exist only in the test.

#include "tidy/rules.h"

namespace banshi::tidy {

struct Sample {
    std::string path;
    std::string text;
};

using Said = std::vector<std::string>;

// What a rule says of a tree of these files, as "path:line: what".
Said says(Complaints (*rule)(Tree const&), std::vector<Sample> const& samples);

}  // namespace banshi::tidy
