#include "engines/draws/games.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engines/draws/vectors_for_test.h"
#include "engines/record/encoding.h"

namespace banshi::draws {

namespace {

using Weights = std::vector<std::pair<std::string, std::uint64_t>>;

Weights weights_of(boost::json::value const& rows) {
    Weights out;
    for (auto const& row : rows.as_array())
        out.emplace_back(word(row.at(0)), row.at(1).to_number<std::uint64_t>());
    return out;
}

std::string prize_at(Weights const& weights, std::uint64_t place) {
    for (auto const& [prize, weight] : weights) {
        if (place < weight) return prize;
        place -= weight;
    }
    return "";
}

TEST(Spin, TicketsAndCountsOfTheVectors) {
    auto const file = vector_file("spins.json");
    auto const seed = hash(file.at("seed"));
    auto const weights = weights_of(file.at("weights"));
    for (auto const& row : file.at("rows").as_array()) {
        auto const place = spin(seed, word(row.at("ticket")), 1000);
        EXPECT_EQ(place, row.at("r").to_number<std::uint64_t>());
        EXPECT_EQ(prize_at(weights, place), word(row.at("prize")));
    }
    std::map<std::string, std::uint64_t> counts;
    for (int ticket = 0; ticket < 200'000; ++ticket)
        ++counts[prize_at(weights, spin(seed, fmt::format("K{:07}", ticket), 1000))];
    for (auto const& [prize, count] : file.at("counts_K0000000_to_K0199999").as_object())
        EXPECT_EQ(counts[prize], count.to_number<std::uint64_t>()) << prize.data();
}

TEST(Dice, TheRollsOfTheVectors) {
    auto const file = vector_file("dice.json");
    auto const chain = dice_chain(hash(file.at("s_64")), 64);
    EXPECT_EQ(record::hex(chain.front()), word(file.at("s_0")));
    std::map<std::uint8_t, std::string> seats;
    for (auto const& [seat, nonce] : file.at("nonces").as_object())
        seats[static_cast<std::uint8_t>(seat[0] - '0')] = record::read_hex(word(nonce)).value();
    auto const table = table_of(word(file.at("room")), chain.front(), seats);
    EXPECT_EQ(record::hex(table), word(file.at("table")));
    std::uint64_t turn = 0;
    for (auto const& wanted : file.at("rolls").as_array()) {
        EXPECT_EQ(roll(chain[turn + 1], table, turn), wanted.to_number<int>());
        ++turn;
    }
}

}  // namespace

}  // namespace banshi::draws
