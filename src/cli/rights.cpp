#include "cli/rights.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "base/wrong_setting.h"

namespace banshi::cli {

namespace {

constexpr std::size_t shown = 3;

std::set<std::string> rights_of(std::vector<System> const& systems) {
    std::set<std::string> rights;
    for (auto const& system : systems) {
        for (auto const& route : system.routes) rights.insert(route.deed.right);
        for (auto const& right : system.further_rights) rights.insert(right);
    }
    rights.erase(anyone);
    return rights;
}

// How many letters must be put in, left out or exchanged (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto before = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const exchanged = before + (a[i - 1] != b[j - 1]);
            before = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, exchanged});
        }
    }
    return row.back();
}

std::string nearest(std::string const& wrong, std::set<std::string> const& rights) {
    std::vector<std::string> near(rights.begin(), rights.end());
    std::ranges::stable_sort(near, {}, [&](auto const& each) { return distance(wrong, each); });
    near.resize(std::min(near.size(), shown));
    return fmt::format("{}", fmt::join(near, ", "));
}

}  // namespace

Result<void> check_rights(std::vector<people::Role> const& roles,
                          std::vector<System> const& systems, std::string_view toml,
                          std::string const& file) {
    auto const rights = rights_of(systems);
    for (std::size_t role = 0; role < roles.size(); ++role)
        for (std::size_t at = 0; at < roles[role].rights.size(); ++at) {
            auto const& right = roles[role].rights[at];
            if (rights.contains(right)) continue;
            return config::refused(
                std::pair{fmt::format("roles[{}].rights[{}]", role, at), nearest(right, rights)},
                toml, file, {});
        }
    return {};
}

}  // namespace banshi::cli
