#include "engines/people/key_marks.h"

#include <stdexcept>

#include "engines/people/keys.h"
#include "store/store.h"

namespace banshi::people {

namespace {

constexpr std::string_view word = "banshi";

struct Mark {
    std::string sealed;
    std::string lookup;
};

bool opens(std::string const& sealed) try {
    return unseal(sealed) == word;
} catch (std::runtime_error const&) { return false; }

}  // namespace

std::optional<bool> marked_keys_fit(Transaction& tx, std::string const& city) {
    auto const mark = tx.one<Mark>("SELECT sealed, lookup FROM key_marks WHERE district = ?", city);
    if (!mark) return std::nullopt;
    return opens(mark->sealed) && lookup_hash("mark", word) == mark->lookup;
}

void mark_keys(Transaction& tx, std::string const& city, Random& random) {
    tx.run(
        "INSERT INTO key_marks (district, sealed, lookup) VALUES (?, ?, ?) "
        "ON CONFLICT (district) DO NOTHING",
        city, seal(word, random), lookup_hash("mark", word));
}

}  // namespace banshi::people
