#include <algorithm>
#include <regex>

#include "tidy/rules.h"

namespace banshi::tidy {

static bool names(File const& file, std::string const& word) {
    return std::ranges::any_of(
        file.lines, [&](Line const& line) { return line.whole.find(word) != std::string::npos; });
}

// The lists of threats and of requirements say where each answer is shown: `src/a_test.cpp`, or
// `src/a_test.cpp:ATestInIt`. A proof that was renamed or deleted is none.
Complaints named_evidence(Tree const& tree) {
    static std::regex const evidence(
        R"(`((?:src|test|web|bin|fuzz|docs|config)/[\w./-]+)(?::(\w+))?`)");
    Complaints found;
    for (auto const* path : {"docs/asvs.md", "docs/threat-model.md"}) {
        auto const* list = tree.find(path);
        if (!list) {
            found.push_back({path, 1, "is missing"});
            continue;
        }
        int number = 0;
        for (auto const& line : list->lines) {
            ++number;
            for (std::sregex_iterator it(line.whole.begin(), line.whole.end(), evidence), end;
                 it != end; ++it) {
                auto const* file = tree.find(it->str(1));
                bool const is_folder = !tree.under(it->str(1) + "/").empty();
                if ((!file && !is_folder) ||
                    (it->length(2) > 0 && !(file && names(*file, (*it)[2]))))
                    found.push_back({path, number, "names what is not there: " + it->str()});
            }
        }
    }
    return found;
}

// The manual's text for nginx is copied as it stands.
Complaints guarded_gateway(Tree const& tree) {
    Complaints found;
    auto const* manual = tree.find("docs/operations.md");
    for (auto const* path : {"/metrics", "/readyz"})
        if (!manual || !names(*manual, std::string("location = ") + path))
            found.push_back({"docs/operations.md", 1, std::string("gives away ") + path});
    return found;
}

}  // namespace banshi::tidy
