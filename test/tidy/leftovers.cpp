#include <filesystem>
#include <regex>

#include "tidy/rules.h"

namespace banshi::tidy {

// Spelled in halves, so that this file does not refuse itself.
static std::regex const unfinished(
    "\\b(TO"
    "DO|FIX"
    "ME|XX"
    "X|HA"
    "CK)\\b");

// A remark that a compiler would have taken: a call, an assignment, a return, a condition.
static std::regex const dead_code(
    R"(^\s*(#include\b.*|return\b[^.]*;|[\w:<>&*,\s.]*\w\([^)]*\);|)"
    R"((if|for|while|switch) \(.*\)\s*\{?|[\w:<>&*\s]*\w+(\.\w+)* [-+*/|&]?= [^.]*;|)"
    R"(\}|\} else.*|(const|let|var|auto|int) \w+.*;)\s*$)");

static std::regex const dead_markup(R"(^\s*</?[a-zA-Z][^>]*>)");

Complaints leftovers(Tree const& tree) {
    Complaints found;
    for (auto const& file : tree.files) {
        if (!is_cpp(file) && !is_web(file) && file.extension() != ".sql") continue;
        for (int number = 0; auto const& line : file.lines) {
            ++number;
            if (std::regex_search(line.whole, unfinished))
                found.push_back({file.path, number, "unfinished work: finish it or file it"});
            // Indented by four more, a line is an example that belongs to the remark.
            bool const example = line.remark.starts_with("     ");
            if ((!example && std::regex_match(line.remark, dead_code)) ||
                (is_web(file) && std::regex_search(line.remark, dead_markup)))
                found.push_back({file.path, number, "commented-out code"});
        }
    }
    return found;
}

Complaints clocks(Tree const& tree) {
    static std::regex const reads(R"((_clock::now|\bgettimeofday|\bclock_gettime|\blocaltime)\b|)"
                                  R"(\btime\((nullptr|NULL|0)\))");
    Complaints found;
    for (auto const* file : tree.under("src/")) {
        auto const folder = parts(file->path);
        bool const has_clock = folder.size() == 2 || folder[1] == "cli";
        for (int number = 0; auto const& line : file->lines)
            if (++number; !has_clock && std::regex_search(line.code, reads))
                found.push_back({file->path, number, "only main reads the clock"});
    }
    return found;
}

Complaints scripts(Tree const& tree) {
    Complaints found;
    for (auto const* file : tree.under("bin/")) {
        if (!file->extension().empty()) continue;
        bool stops = false;
        for (auto const& line : file->lines) stops |= line.whole == "set -euo pipefail";
        if (!stops) found.push_back({file->path, 1, "a script begins with set -euo pipefail"});
    }
    return found;
}

}  // namespace banshi::tidy
