#include "engines/draws/protocol.h"

#include <gtest/gtest.h>

#include <map>

#include "engines/draws/fairness.h"
#include "engines/draws/vectors_for_test.h"

namespace banshi::draws {

namespace {

struct Example {
    boost::json::object file = vector_file("draw-example.json");
    std::string draw = word(file["draw"]);
    std::vector<std::string> entries = words(file["entries"]);
    Hash list = record::sha256({list_of(entries)});
    std::string late = word(file["late_value"]);

    std::vector<Part> parts(std::string const& without = "") {
        std::vector<Part> out;
        for (auto const& [party, secret] : file["secrets_hex"].as_object())
            if (party != without) out.push_back({party, hash(secret)});
        return out;
    }
};

TEST(Protocol, TheWorkedDraw) {
    Example example;
    EXPECT_EQ(record::hex(example.list), word(example.file["entry_list_sha256"]));
    for (auto const& part : example.parts())
        EXPECT_EQ(record::hex(commitment(example.draw, part.party, part.secret)),
                  word(example.file["commitments"].at(part.party)));
    auto const seed = seed_of(example.draw, example.list, example.parts(), example.late);
    EXPECT_EQ(record::hex(seed), word(example.file["seed"]));
    Chances chances(seed);
    for (auto const& number : example.file["first_u64"].as_array())
        EXPECT_EQ(chances.next(), number.to_number<std::uint64_t>());
    EXPECT_EQ(winners_of(seed, example.entries, 3), words(example.file["winners_k3"]));
}

TEST(Protocol, ASilentPartyIsLeftOut) {
    Example example;
    auto const& wanted = example.file["without_notary"].as_object();
    auto const seed = seed_of(example.draw, example.list, example.parts("notary"), example.late);
    EXPECT_EQ(record::hex(seed), word(wanted.at("seed")));
    EXPECT_EQ(winners_of(seed, example.entries, 3), words(wanted.at("winners_k3")));
}

TEST(Protocol, NeitherOrderOfEntryNorOfPartiesMatters) {
    Example example;
    auto turned = example.entries;
    std::reverse(turned.begin(), turned.end());
    auto parts = example.parts();
    std::reverse(parts.begin(), parts.end());
    EXPECT_EQ(list_of(turned), list_of(example.entries));
    auto const seed = seed_of(example.draw, example.list, parts, example.late);
    EXPECT_EQ(winners_of(seed, turned, 3), words(example.file["winners_k3"]));
}

TEST(Protocol, EveryWordOfItMatters) {
    Example example;
    auto const seed = seed_of(example.draw, example.list, example.parts(), example.late);
    EXPECT_NE(seed, seed_of(example.draw + "x", example.list, example.parts(), example.late));
    EXPECT_NE(seed, seed_of(example.draw, example.list, example.parts(), example.late + "\n"));
    auto other = example.entries;
    other.back() += "x";
    EXPECT_NE(seed, seed_of(example.draw, record::sha256({list_of(other)}), example.parts(),
                            example.late));
}

TEST(Chances, BelowSkipsWhatWouldBeUneven) {
    auto const file = vector_file("below.json");
    for (auto const& row : file.at("rows").as_array()) {
        Chances chances(hash(row.at("key")));
        for (auto const& wanted : row.at("results").as_array())
            EXPECT_EQ(chances.below(row.at("n").to_number<std::uint64_t>()),
                      wanted.to_number<std::uint64_t>());
        EXPECT_EQ(chances.used(), row.at("values_consumed").to_number<std::uint64_t>());
    }
}

TEST(Protocol, EveryEntryWinsAsOften) {
    auto const file = vector_file("uniformity.json");
    std::map<std::string, std::int64_t> counts;
    std::vector<std::string> entries;
    for (auto const& [entry, count] : file.at("counts").as_object()) entries.push_back(entry);
    for (int t = 0; t < 20'000; ++t)
        for (auto const& winner : winners_of(record::sha256({"t", std::to_string(t)}), entries, 3))
            ++counts[winner];
    std::vector<std::int64_t> seen;
    for (auto const& [entry, count] : counts) {
        EXPECT_EQ(count, file.at("counts").at(entry).to_number<std::int64_t>()) << entry;
        seen.push_back(count);
    }
    EXPECT_NEAR(chi_square(seen, 3), 13.6877, 0.0001);
    EXPECT_LT(chi_square(seen, 3), 27.877) << "9 degrees of freedom, 99.9 %";
}

}  // namespace

}  // namespace banshi::draws
