#include "simulation/invariants.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace banshi::simulation {

namespace {

struct Invariant {
    std::string name, sql;
};

// "-- name" and below it one statement, up to an empty line.
std::vector<Invariant> read_invariants(std::filesystem::path const& file) {
    std::vector<Invariant> found;
    std::ifstream text(file);
    std::string line;
    while (std::getline(text, line) && !line.empty()) {}  // what the file is
    while (std::getline(text, line)) {
        if (line.starts_with("-- ") && (found.empty() || found.back().sql.ends_with(";\n")))
            found.push_back({line.substr(3), ""});
        else if (!line.empty())
            found.back().sql += line + "\n";
    }
    if (found.empty()) throw std::runtime_error(file.string() + " holds no invariant");
    return found;
}

// Statements hold no quote but ', so that the shell leaves them alone.
std::string ask(std::string const& database, std::string const& sql) {
    auto const tool = database.starts_with("sqlite:")
                          ? "sqlite3 -readonly '" + database.substr(7) + "' "
                          : "psql -XAtq -v ON_ERROR_STOP=1 '" + database + "' -c ";
    auto const command = tool + "\"" + sql + "\" 2>&1";
    auto const close = [](FILE* stream) { pclose(stream); };
    std::unique_ptr<FILE, decltype(close)> const answer(popen(command.c_str(), "r"), close);
    if (!answer) throw std::runtime_error("cannot run " + tool);
    std::string said;
    for (std::array<char, 4096> part;
         auto const got = std::fread(part.data(), 1, part.size(), answer.get());)
        said.append(part.data(), got);
    return said;
}

}  // namespace

std::vector<std::string> broken_invariants(std::string const& database) {
    std::vector<std::string> broken;
    for (auto const& file : std::filesystem::directory_iterator("test/invariants"))
        for (auto const& [name, sql] : read_invariants(file))
            if (auto const said = ask(database, sql); !said.empty())
                broken.push_back(name + ": " + said.substr(0, said.find('\n')));
    return broken;
}

}  // namespace banshi::simulation
