#include <filesystem>
#include <regex>
#include <set>

#include "tidy/rules.h"

namespace banshi::tidy {

Complaints route_verbs(Tree const& tree) {
    static std::regex const route(R"re("(\w+)",\s*&?(?:\w+::)*(\w+)[,)])re");
    Complaints found;
    for (auto const* file : tree.under("src/systems/")) {
        auto const all = joined_speech(*file);
        if (all.find("#include \"systems/route.h\"") == std::string::npos) continue;
        for (std::sregex_iterator it(all.begin(), all.end(), route), end; it != end; ++it)
            if ((*it)[1] != (*it)[2])
                found.push_back({file->path,
                                 line_of(*file, static_cast<std::size_t>(it->position())),
                                 "verb " + (*it)[1].str() + " and use case " + (*it)[2].str() +
                                     " differ in name"});
    }
    return found;
}

// The folders of config/districts, and the names that their district.toml shows to people.
static std::set<std::string> names_of_districts(Tree const& tree) {
    static std::regex const shown(R"re(^name\s*=\s*"([^"]+)")re");
    std::set<std::string> names;
    for (auto const* file : tree.under("config/districts/")) {
        names.insert(parts(file->path).at(2));
        if (file->name() != "district.toml") continue;
        std::smatch match;
        for (auto const& line : file->lines)
            if (std::regex_search(line.speech, match, shown)) names.insert(match[1]);
    }
    return names;
}

Complaints district_names(Tree const& tree) {
    auto const names = names_of_districts(tree);
    Complaints found;
    for (auto const* file : tree.under("src/"))
        for (int number = 0; auto const& line : file->lines) {
            ++number;
            for (auto const& name : names) {
                bool const latin = static_cast<unsigned char>(name[0]) < 0x80;
                bool const named =
                    latin ? std::regex_search(line.whole, std::regex("\\b" + name + "\\b"))
                          : line.speech.find(name) != std::string::npos;
                if (named) found.push_back({file->path, number, "names the district " + name});
            }
        }
    return found;
}

Complaints glossary(Tree const& tree) {
    static std::regex const type(R"(^(?:struct|class|enum class) (\w+)[^;]*$)");
    static std::regex const word(R"(\w+)");
    std::set<std::string> listed;
    if (auto const* file = tree.find("GLOSSARY.md"))
        for (auto const& line : file->lines)
            for (std::sregex_iterator it(line.whole.begin(), line.whole.end(), word), end;
                 it != end; ++it)
                listed.insert(it->str());
    Complaints found;
    for (auto const* file : tree.under("src/systems/")) {
        if (file->extension() != ".h" || parts(file->path).size() < 4) continue;
        if (file->name().ends_with("_test.h")) continue;
        for (int number = 0; auto const& line : file->lines) {
            ++number;
            std::smatch match;
            if (std::regex_search(line.code, match, type) && !listed.contains(match[1]))
                found.push_back({file->path, number, "GLOSSARY.md lacks " + match[1].str()});
        }
    }
    return found;
}

}  // namespace banshi::tidy
