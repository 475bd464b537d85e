#include "tidy/samples.h"

namespace banshi::tidy {

Said says(Complaints (*rule)(Tree const&), std::vector<Sample> const& samples) {
    Tree tree;
    for (auto const& [path, text] : samples) tree.files.push_back(read_file(path, text));
    Said said;
    for (auto const& [path, line, what] : rule(tree))
        said.push_back(path + ":" + std::to_string(line) + ": " + what);
    return said;
}

}  // namespace banshi::tidy
