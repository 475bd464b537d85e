#include "engines/matters/numbers.h"

#include "engines/matters/matter_for_test.h"

namespace banshi::matters {

class NumbersTest : public World {};

TEST_P(NumbersTest, GoOnWithoutAGapAndOfEachYearAlone) {
    auto const many = [&](int year, int count) {
        return write([&](Call& call) {
            Numbers numbers(call);
            std::vector<std::int64_t> out;
            for (int at = 0; at < count; ++at) out.push_back(numbers.next("XQD", year));
            EXPECT_EQ(numbers.next("XQD", year + 100), out.front());
            numbers.finish();
            return out;
        });
    };
    EXPECT_EQ(many(2026, 3), (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(write([](Call& call) { return rows::next_number(call, "XQD", 2026); }), 4);
    EXPECT_EQ(many(2027, 1), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(write([](Call& call) { return Numbers(call).next("XQD", 2026); }), 5);
    EXPECT_EQ(write([](Call& call) { return Numbers(call).next("XQD", 2026); }), 6);
}

INSTANTIATE_TEST_SUITE_P(Matters, NumbersTest, both_databases(), database_name);

}  // namespace banshi::matters
