#pragma once
// Every text of the database that begins in one of some ways, read and written anew: what was
// sealed by an older key is sealed by the newest. It asks the catalogue which columns there are, so
// that none can be forgotten.

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace banshi {

struct Reseal {
    std::vector<std::string> beginnings;  // "1:", of letters, digits and the colon
    // The text anew; none for one that only looks alike, which stays.
    std::function<std::optional<std::string>(std::string const&)> rewrite;
    std::function<void(std::string const& table, std::int64_t rewritten)> progress;
};

// Whether a text begins so and fits: stops at the first.
bool holds_text(std::string const& url, std::vector<std::string> const& beginnings,
                std::function<bool(std::string const&)> const& fits);

// In small transactions; whatever stops it, run it again. Gives how many texts were rewritten.
// Throws std::runtime_error.
std::int64_t reseal(std::string const& url, Reseal const&);

}  // namespace banshi
