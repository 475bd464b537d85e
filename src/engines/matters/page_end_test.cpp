#include "engines/matters/page_end.h"

#include <gtest/gtest.h>

namespace banshi::matters {

TEST(PageEnd, ComesBackAsItWasTold) {
    PageEnd const end{*read_instant("2026-03-02T09:00:00.000001+08:00"), "01kejpnmm0er2dn/yq"};
    auto const back = read_page_end(page_end_text(end));
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value().at, end.at);
    EXPECT_EQ(back.value().id, end.id);
}

TEST(PageEnd, WhatNobodyToldIsRefused) {
    for (auto const* after : {"", "/", "x/y", "1764000000000000"})
        EXPECT_EQ(read_page_end(after).refusal().field, "after") << after;
}

}  // namespace banshi::matters
