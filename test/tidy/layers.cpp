#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>

#include "tidy/rules.h"

namespace banshi::tidy {

// A layer may include itself and the layers named beside it. What more of a layer is closed
// to it (which engine, which system) is said below.
static std::map<std::string, std::set<std::string>> const may_include{
    {"base", {}},
    {"store", {"base"}},
    {"documents", {"base"}},
    {"engines", {"base", "store"}},
    {"systems", {"base", "store", "documents", "engines"}},
    {"server", {"base", "store", "documents", "engines", "systems"}},
    {"cli", {"base", "store", "documents", "engines", "systems", "server"}},
    {"main", {"cli"}},
};

// Engines that every other engine may tell or ask: who it is, what to keep, whom to write to.
static std::set<std::string> const open_engines{"people", "record", "notices"};

static std::string layer_of(File const& file) {
    auto const folder = parts(file.path);
    return folder.size() == 2 ? "main" : folder[1];
}

// Anyone above may know what systems share; of one system, the commands know its list alone, but
// for the makers of the demo city, who live in it: src/cli/demo/, make_demo.cpp.
static bool may_know_system(File const& file, std::vector<std::string> const& target) {
    auto const layer = layer_of(file);
    if (target[1] == "system.h") return true;
    if (layer == "cli" && file.path.find("demo") != std::string::npos) return true;
    if (layer == "systems") return target[1] == "route.h";
    return layer == "cli" && target.back() == "system.h";
}

// Why this file may not include that one; nothing when it may.
static std::optional<std::string> refused(File const& file,
                                          std::vector<std::string> const& target) {
    auto const layer = layer_of(file);
    if (!may_include.contains(layer)) return "no layer of the house: " + layer;
    bool const below = may_include.at(layer).contains(target[0]);
    if (target[0] != layer && !below) return layer + " may not include " + target[0];

    auto const folder = parts(file.path);
    if (folder.size() > 2 && folder[2] == target[1]) return {};
    bool const closed = layer == "engines" ? !open_engines.contains(target[1])
                                           : layer == "server" && target[1] != "people";
    if (target[0] == "engines" && closed) return layer + " may not include engine " + target[1];
    if (target[0] == "systems" && !may_know_system(file, target))
        return layer + " may not include " + target[1] + "/" + target.back() + " of systems";
    return {};
}

Complaints layers(Tree const& tree) {
    static std::regex const include(R"re(^#include "([^"]+)")re");
    Complaints found;
    for (auto const* file : tree.under("src/")) {
        if (!is_cpp(*file)) continue;
        for (int number = 0; auto const& line : file->lines) {
            ++number;
            std::smatch match;
            if (!std::regex_search(line.speech, match, include)) continue;
            auto const target = parts(match[1].str());
            if (target.size() < 2)
                found.push_back({file->path, number, "include by the path from src/"});
            else if (auto const why = refused(*file, target))
                found.push_back({file->path, number, *why});
        }
    }
    return found;
}

Complaints network_headers(Tree const& tree) {
    static std::regex const network(R"(^#include <boost/(asio|beast|cobalt))");
    int const most = 5;  // a file with Beast takes 12 seconds to compile
    Complaints found;
    std::set<std::string> users;
    for (auto const* file : tree.under("src/")) {
        for (int number = 0; auto const& line : file->lines) {
            ++number;
            if (!std::regex_search(line.code, network)) continue;
            if (file->extension() == ".h")
                found.push_back({file->path, number, "no header may include Asio or Beast"});
            else if (users.insert(file->path).second && users.size() > most)
                found.push_back({file->path, number, "more than 5 files include Asio or Beast"});
        }
    }
    return found;
}

Complaints described_headers(Tree const& tree) {
    Complaints found;
    for (auto const* file : tree.under("src/systems/"))
        for (int number = 0; auto const& line : file->lines)
            if (++number; file->extension() == ".h" &&
                          line.code.find("BOOST_DESCRIBE_STRUCT") != std::string::npos)
                found.push_back({file->path, number, "describe a system's structs in a .cpp file"});
    return found;
}

}  // namespace banshi::tidy
