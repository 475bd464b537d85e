#include "engines/draws/published.h"

#include <algorithm>
#include <set>

#include "base/shape.h"
#include "engines/draws/fairness.h"
#include "engines/draws/protocol.h"

namespace banshi::draws {

namespace {

class Checks {
public:
    void add(std::string text, bool holds, Facts facts = {}) {
        all_.push_back({"draw_check." + std::move(text), std::move(facts), holds});
    }
    std::vector<Check> all() && { return std::move(all_); }

private:
    std::vector<Check> all_;
};

bool commits(Published const& draw, PublishedParty const& party) {
    auto const secret = record::hash_of_hex(party.secret.value_or(""));
    return secret && record::hex(commitment(draw.draw, party.party, *secret)) == party.commitment;
}

// A secret that was shown counts if it fits; what was left out must not have a say.
std::vector<Part> check_parties(Checks& checks, Published const& draw) {
    std::vector<Part> shown;
    for (auto const& party : draw.parties) {
        Facts const facts{{"party", party.party}};
        if (party.left_out == LeftOut::mismatch)
            checks.add("party_mismatch", !commits(draw, party), facts);
        else if (party.left_out)
            checks.add("party_left_out", !party.secret, facts);
        else
            checks.add("party_shown", commits(draw, party), facts);
        if (!party.left_out)
            shown.push_back(
                {party.party, record::hash_of_hex(party.secret.value_or("")).value_or(Secret{})});
    }
    return shown;
}

std::vector<std::int64_t> ranks_of(Published const& draw) {
    std::set<std::string_view> const won(draw.winners.begin(), draw.winners.end());
    std::vector<std::int64_t> ranks;
    for (std::size_t at = 0; at < draw.entered.size(); ++at)
        if (won.contains(draw.entered[at])) ranks.push_back(static_cast<std::int64_t>(at) + 1);
    return ranks;
}

bool enough(Published const& draw) {
    return draw.places > 0 && std::cmp_less_equal(draw.places, draw.entered.size());
}

}  // namespace

std::string written(Published const& draw) {
    return json::serialize(shape::write(draw, Zone("UTC"))) + "\n";
}

Result<Published> read_published(std::string_view text) {
    boost::system::error_code error;
    auto const value = json::parse(text, error);
    if (error || !value.is_object())
        return Refusal{
            Why::invalid, "draw_file.malformed", error.message(), "", {{"field", "JSON"}}};
    auto read = shape::read<Published>(value.get_object(), shape::Source::json);
    if (!read)
        return Refusal{Why::invalid,
                       "draw_file.malformed",
                       read.refusal().text,
                       "",
                       {{"field", read.refusal().field}}};
    return read;
}

std::vector<Check> recompute(Published const& draw, std::optional<std::string_view> list) {
    Checks checks;
    auto const sorted = list_of(draw.entered);
    auto const hash = record::sha256({sorted});
    std::set<std::string> const once(draw.entered.begin(), draw.entered.end());
    checks.add("rule", draw.rule == rule, {{"rule", draw.rule}});
    checks.add("entries", once.size() == draw.entered.size() && enough(draw),
               {{"entries", std::to_string(draw.entered.size())},
                {"places", std::to_string(draw.places)}});
    if (list) checks.add("list_file", *list == sorted);
    checks.add("list", record::hex(hash) == draw.list, {{"hash", record::hex(hash)}});
    auto const shown = check_parties(checks, draw);
    checks.add("late", draw.late.ends_with('\n') && draw.late.size() > 1);
    auto const seed = seed_of(draw.draw, hash, shown, draw.late);
    checks.add("seed", record::hex(seed) == draw.seed, {{"seed", record::hex(seed)}});
    if (!enough(draw)) return std::move(checks).all();
    auto const winners = winners_of(seed, draw.entered, static_cast<std::size_t>(draw.places));
    std::string names;
    for (auto const& winner : winners) names += (names.empty() ? "" : " ") + winner;
    checks.add("winners", winners == draw.winners, {{"winners", names}});
    auto const order = entry_order(ranks_of(draw), std::ssize(draw.entered));
    checks.add(order.tested ? "entry_order" : "entry_order_untested", order.sound());
    return std::move(checks).all();
}

}  // namespace banshi::draws
