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

// Whether a place lies behind a comma of an open brace of its own statement.
static bool behind_a_comma(std::string const& code, std::size_t place) {
    int closed = 0;
    bool comma = false;
    while (place-- > 0) {
        char const each = code[place];
        if (each == ')' || each == '}' || each == ']') ++closed;
        if (each == ';' && closed == 0) return false;
        if (each == ',' && closed == 0) comma = true;
        if (each != '(' && each != '{' && each != '[') continue;
        if (--closed >= 0) continue;
        static std::regex const block(R"((\)|\b(const|else|do|try|noexcept))\s*$)");
        auto const from = place < 40 ? 0 : place - 40;
        if (each == '{' && std::regex_search(code.substr(from, place - from), block)) return false;
        if (each == '{' && comma) return true;
        closed = 0, comma = false;
    }
    return false;
}

Complaints half_made(Tree const& tree) {
    Complaints found;
    for (auto const* file : tree.under("src/")) {
        std::string before;
        for (int number = 0; auto const& line : file->lines) {
            ++number;
            auto const at = line.code.find("TRY(");
            if (is_cpp(*file) && at != std::string::npos &&
                behind_a_comma(before + line.code, before.size() + at))
                found.push_back({file->path, number, "give a TRY within braces its own statement"});
            before += line.code + "\n";
        }
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
