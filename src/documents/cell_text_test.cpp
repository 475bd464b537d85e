#include "documents/cell_text.h"

#include <gtest/gtest.h>

namespace banshi::documents {

TEST(CellText, IsWhatAPageShows) {
    auto const day = *read_day("2026-09-25");
    EXPECT_EQ(cell_text({}), "");
    EXPECT_EQ(cell_text(std::string("=1+1")), "=1+1");
    EXPECT_EQ(cell_text(std::int64_t{12}), "12");
    EXPECT_EQ(cell_text(day), "2026-09-25");
    EXPECT_EQ(cell_text(WallTime{day, std::chrono::hours{8} + Minutes{5}}), "2026-09-25 08:05");
}

}  // namespace banshi::documents
