#include "engines/people/keys.h"
#include "systems/aid/bound_papers.h"
#include "systems/aid/bound_rows.h"

namespace banshi::aid::rows {

namespace {

// Stands between two facts; none of them has it in it.
constexpr char unit_separator = '\x1f';

struct FactLine {
    std::string number;
    std::optional<std::string> salt;
    std::string first, second, third, fourth;  // sealed
    std::string open;
};

// What cannot be opened was written by hand: it stands as it is, and no entry says it.
std::string opened(std::string const& sealed) {
    try {
        return sealed.empty() ? "" : people::unseal(sealed);
    } catch (std::exception const&) { return sealed; }
}

// Takes the lines of one number together.
class Folding {
public:
    explicit Folding(std::function<void(RowFacts const&)> const& see) : see_(see) {}

    void take(FactLine const& line) {
        if (facts_.text.empty() || facts_.number != line.number) {
            end();
            facts_ = {line.number, line.salt ? record::hash_of_hex(*line.salt) : std::nullopt, ""};
        }
        facts_.text += line.open;
        for (auto const* sealed : {&line.first, &line.second, &line.third, &line.fourth})
            facts_.text += unit_separator + opened(*sealed);
        facts_.text += '\n';
    }
    void end() {
        if (!facts_.text.empty()) see_(facts_);
    }

private:
    std::function<void(RowFacts const&)> const& see_;
    RowFacts facts_{};
};

}  // namespace

std::optional<RowFacts> facts_of(Call& call, Bound what, std::string const& number) {
    std::optional<RowFacts> found;
    std::function<void(RowFacts const&)> const keep = [&](RowFacts const& facts) { found = facts; };
    Folding folding(keep);
    call.tx.each<FactLine>(
        statements_of(what).one, [&](FactLine const& line) { folding.take(line); },
        call.district.name(), number);
    folding.end();
    return found;
}

void each_fact(Call& call, Bound what, std::function<void(RowFacts const&)> const& see) {
    Folding folding(see);
    call.tx.each<FactLine>(
        statements_of(what).all, [&](FactLine const& line) { folding.take(line); },
        call.district.name());
    folding.end();
}

std::optional<record::Salt> find_salt(Call& call, std::string const& paper,
                                      std::string const& number) {
    auto const text = call.tx.one<std::string>(
        "SELECT salt FROM aid_salts WHERE district = ? AND paper = ? AND number = ?",
        call.district.name(), paper, number);
    return text ? record::hash_of_hex(*text) : std::nullopt;
}

void put_salt(Call& call, std::string const& paper, std::string const& number,
              record::Salt const& salt) {
    call.tx.run(
        "INSERT INTO aid_salts (district, paper, number, salt) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district, paper, number) DO UPDATE SET salt = excluded.salt",
        call.district.name(), paper, number, hex(salt));
}

}  // namespace banshi::aid::rows
