#include "engines/tickets/state.h"

#include <gtest/gtest.h>

namespace banshi::tickets {

TEST(State, EndsLeadNowhereButBackByUndoing) {
    for (auto const end : {State::cancelled, State::expired, State::no_show, State::left,
                           State::unserved, State::unfinished}) {
        EXPECT_TRUE(is_end(end));
        for (auto const to : {State::waiting, State::called, State::serving, State::served})
            EXPECT_FALSE(may_go(end, to));
    }
    EXPECT_TRUE(may_go(State::office_cancelled, State::booked));
}

TEST(State, AMissedNumberIsNeverServedWithoutReturning) {
    EXPECT_FALSE(may_go(State::missed, State::served));
    EXPECT_FALSE(may_go(State::missed, State::called));
    EXPECT_TRUE(may_go(State::missed, State::waiting));
}

TEST(State, NobodyIsServedWhoWasNotCalled) {
    EXPECT_FALSE(may_go(State::waiting, State::serving));
    EXPECT_FALSE(may_go(State::booked, State::called));
}

}  // namespace banshi::tickets
