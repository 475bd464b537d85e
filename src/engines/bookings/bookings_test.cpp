#include "engines/bookings/bookings.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

#include "store/database_for_test.h"
#include "store/store.h"

namespace banshi::bookings {

using namespace std::chrono_literals;

static Line const line{{"hall"}, {"a"}};
static Instant const nine = read_instant("2026-03-02T09:00:00+08:00").value();

// Monday 2 March 2026, three slots of 15 minutes from 9:00, then lunch, then one more.
class BookingsTest : public testing::TestWithParam<char const*> {
protected:
    void SetUp() override {
        if (!database_.find(GetParam())) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        store_ = open_emptied_store({database_.address(), 8, false});
        plan_capacity(1);
    }
    void TearDown() override { store_.reset(); }

    static Slot slot(int number) { return {line, nine + number * 15min}; }

    void plan_capacity(int capacity, int reserved = 0) {
        std::vector<Planned> planned;
        for (int at = 0; at < 3; ++at)
            planned.push_back({{slot(at).start, 15min, 0}, capacity, reserved});
        planned.push_back({{slot(3).start, 15min, 1}, capacity, reserved});
        done([&](Call& call) -> Result<void> {
            plan(call, line, nine - 1h, nine + 12h, planned);
            return {};
        });
    }

    // What the deed refused, or "ok".
    template <class Deed>
    std::string done(Deed const& deed) {
        std::string said;
        store_->write_now([&](Transaction& tx) {
            Call call{actor_, now_, district_, tx, system_random(), texts_};
            auto const result = deed(call);
            said = result ? "ok" : result.refusal().text;
            return bool(result);
        });
        return said;
    }
    std::string hold_for(char const* ticket, std::vector<Slot> slots, Quota quota = Quota::open) {
        return done([&](Call& call) {
            return hold(call, TicketId{ticket}, slots, quota, call.now + 10min);
        });
    }
    std::string book_for(char const* ticket) {
        return done([&](Call& call) { return book(call, TicketId{ticket}); });
    }
    std::string move_to(char const* ticket, std::vector<Slot> slots, Minutes cooling = 0min) {
        return done([&](Call& call) {
            return move(call, TicketId{ticket}, slots, Quota::open, call.now + cooling);
        });
    }
    void release_for(char const* ticket, Minutes cooling = 0min) {
        done([&](Call& call) -> Result<void> {
            release(call, TicketId{ticket}, call.now + cooling);
            return {};
        });
    }
    std::vector<int> free(Quota quota = Quota::open) {
        std::vector<int> out;
        store_->read_now([&](Transaction& tx) {
            Call call{actor_, now_, district_, tx, system_random(), texts_};
            for (auto const& offer : find_offers(call, line, nine - 1h, nine + 12h))
                out.push_back(offer.closed ? -99 : offer.free(quota));
        });
        return out;
    }

    TestDatabase database_;
    std::unique_ptr<Store> store_;
    Actor actor_;
    Texts texts_;
    District district_{"d", Zone("Asia/Shanghai"), nullptr};
    Instant now_ = nine - 2h;
};

using Free = std::vector<int>;

TEST_P(BookingsTest, CountsAHoldThenABookingThenNothing) {
    EXPECT_EQ(hold_for("t1", {slot(1)}), "ok");
    EXPECT_EQ(free(), (Free{1, 0, 1, 1}));
    EXPECT_EQ(hold_for("t2", {slot(1)}), "booking.slot_taken");
    EXPECT_EQ(book_for("t1"), "ok");
    EXPECT_EQ(free(), (Free{1, 0, 1, 1}));
    release_for("t1");
    EXPECT_EQ(free(), (Free{1, 1, 1, 1}));
    release_for("t1");
    EXPECT_EQ(free(), (Free{1, 1, 1, 1}));
}

TEST_P(BookingsTest, AHoldEndsAtItsInstantWithoutASweeper) {
    EXPECT_EQ(hold_for("t1", {slot(0), slot(1)}), "ok");
    now_ += 10min - 1us;
    EXPECT_EQ(free(), (Free{0, 0, 1, 1}));
    now_ += 1us;
    EXPECT_EQ(free(), (Free{1, 1, 1, 1}));
    EXPECT_EQ(book_for("t1"), "booking.hold_expired");
    EXPECT_EQ(hold_for("t2", {slot(1)}), "ok");
    EXPECT_EQ(book_for("t1"), "booking.hold_expired");
    EXPECT_EQ(free(), (Free{1, 0, 1, 1}));
    EXPECT_EQ(book_for("t2"), "ok");
}

TEST_P(BookingsTest, AHoldMayBeExtendedWhileItLasts) {
    hold_for("t1", {slot(0)});
    auto const extend = [&] {
        return done([&](Call& call) { return extend_hold(call, {"t1"}, call.now + 10min); });
    };
    now_ += 9min;
    EXPECT_EQ(extend(), "ok");
    now_ += 9min;
    EXPECT_EQ(free(), (Free{0, 1, 1, 1}));
    now_ += 1min;
    EXPECT_EQ(extend(), "booking.hold_expired");
}

TEST_P(BookingsTest, ALongVisitTakesAllItsSlotsOrNone) {
    hold_for("t1", {slot(1)});
    EXPECT_EQ(hold_for("t2", {slot(0), slot(1)}), "booking.slot_taken");
    EXPECT_EQ(free(), (Free{1, 0, 1, 1}));
    EXPECT_EQ(hold_for("t2", {slot(2), slot(3)}), "booking.slot_taken") << "lunch lies between";
    EXPECT_EQ(hold_for("t2", {slot(3), slot(4)}), "booking.slot_taken") << "closing comes first";
    EXPECT_EQ(hold_for("t2", {slot(7)}), "booking.no_such_time");
    EXPECT_EQ(free(), (Free{1, 0, 1, 1}));
}

TEST_P(BookingsTest, ACancelledPlaceCoolsUntilItsInstant) {
    hold_for("t1", {slot(0)});
    book_for("t1");
    release_for("t1", 20min);
    EXPECT_EQ(hold_for("t2", {slot(0)}), "booking.slot_taken");
    now_ += 20min - 1us;
    EXPECT_EQ(free(), (Free{0, 1, 1, 1}));
    now_ += 1us;
    EXPECT_EQ(free(), (Free{1, 1, 1, 1}));
    EXPECT_EQ(hold_for("t2", {slot(0)}), "ok");
    EXPECT_EQ(free(), (Free{0, 1, 1, 1}));
}

TEST_P(BookingsTest, MovesInOneGoOrNotAtAll) {
    hold_for("t1", {slot(0), slot(1)});
    book_for("t1");
    hold_for("t2", {slot(3)});
    EXPECT_EQ(move_to("t1", {slot(3)}), "booking.slot_taken");
    EXPECT_EQ(free(), (Free{0, 0, 1, 0}));
    EXPECT_EQ(move_to("t1", {slot(1), slot(2)}), "ok") << "keeps the one in the middle";
    EXPECT_EQ(free(), (Free{1, 0, 0, 0}));
    EXPECT_EQ(move_to("t1", {slot(0), slot(1)}, 20min), "ok");
    EXPECT_EQ(free(), (Free{0, 0, 0, 0}));
    EXPECT_EQ(move_to("t1", {slot(1), slot(2)}), "booking.slot_taken") << "it is still cooling";
    now_ += 20min;
    EXPECT_EQ(move_to("t1", {slot(1), slot(2)}), "ok");
}

TEST_P(BookingsTest, KeepsInternalPlacesForInternalBookings) {
    plan_capacity(3, 1);
    EXPECT_EQ(free(), (Free{2, 2, 2, 2}));
    EXPECT_EQ(free(Quota::internal), (Free{3, 3, 3, 3}));
    EXPECT_EQ(hold_for("i1", {slot(0)}, Quota::internal), "ok");
    EXPECT_EQ(free()[0], 2);
    EXPECT_EQ(hold_for("o1", {slot(0)}), "ok");
    EXPECT_EQ(hold_for("i2", {slot(0)}, Quota::internal), "ok") << "an open place";
    EXPECT_EQ(hold_for("o2", {slot(0)}), "booking.slot_taken");
    EXPECT_EQ(hold_for("o3", {slot(1)}), "ok");
    EXPECT_EQ(hold_for("o4", {slot(1)}), "ok");
    EXPECT_EQ(hold_for("o5", {slot(1)}), "booking.slot_taken") << "the last one is internal";
    EXPECT_EQ(hold_for("i3", {slot(1)}, Quota::internal), "ok");
}

TEST_P(BookingsTest, ALowerCapacityThrowsNobodyOut) {
    plan_capacity(3);
    for (auto const* ticket : {"t1", "t2", "t3"}) hold_for(ticket, {slot(0)}), book_for(ticket);
    plan_capacity(1);
    EXPECT_EQ(free(), (Free{-2, 1, 1, 1}));
    std::vector<Overfull> overfull;
    store_->read_now([&](Transaction& tx) {
        Call call{actor_, now_, district_, tx, system_random(), texts_};
        overfull = find_overfull(call, line.hall, nine, nine + 8h);
    });
    ASSERT_EQ(overfull.size(), 1u);
    EXPECT_EQ(overfull[0].taken, 3);
    release_for("t1");
    EXPECT_EQ(hold_for("t4", {slot(0)}), "booking.slot_taken");
    plan_capacity(5);
    EXPECT_EQ(free(), (Free{3, 5, 5, 5}));
}

TEST_P(BookingsTest, AClosedSlotOffersNothingAndTakesNoConfirmation) {
    hold_for("t1", {slot(0)});
    done([&](Call& call) -> Result<void> {
        close(call, line.hall, nine + 5min, nine + 20min);
        return {};
    });
    EXPECT_EQ(free(), (Free{-99, -99, 1, 1}));
    EXPECT_EQ(book_for("t1"), "booking.closed");
    EXPECT_EQ(hold_for("t2", {slot(1)}), "booking.closed");
    done([&](Call& call) -> Result<void> {
        release(call, {"t1"}, call.now);
        reopen(call, line.hall, nine, nine + 12h);
        restore(call, {"t1"}, {slot(0)}, Quota::open);
        return {};
    });
    EXPECT_EQ(free(), (Free{0, 1, 1, 1}));
}

TEST_P(BookingsTest, SettlingChangesNoAnswer) {
    plan_capacity(2, 1);
    hold_for("t1", {slot(0)}, Quota::internal);
    hold_for("t2", {slot(1)});
    book_for("t2");
    release_for("t2", 30min);
    now_ += 31min;
    auto const before = free();
    done([&](Call& call) -> Result<void> {
        settle(call);
        return {};
    });
    EXPECT_EQ(free(), before);
    EXPECT_EQ(before, (Free{1, 1, 1, 1}));
}

// One place, 200 at once, 50 times over: exactly one has it, each time.
TEST_P(BookingsTest, TheLastPlaceHasOneWinner) {
    constexpr int racers = 200, rounds = 50;
    for (int round = 0; round < rounds; ++round) {
        std::latch all(racers);
        std::atomic<int> won = 0, taken = 0, broken = 0;
        for (int racer = 0; racer < racers; ++racer) {
            auto const result = std::make_shared<std::string>();
            store_->write(
                [&, racer, result](Transaction& tx) {
                    Call call{actor_, now_, district_, tx, system_random(), texts_};
                    auto const held = hold(call, TicketId{std::to_string(racer)}, {slot(0)},
                                           Quota::open, call.now + 10min);
                    *result = held ? "ok" : held.refusal().text;
                    return bool(held);
                },
                [&, result](std::exception_ptr error) {
                    if (error)
                        ++broken;
                    else
                        ++(*result == "ok" ? won : taken);
                    all.count_down();
                });
        }
        all.wait();
        ASSERT_EQ(won, 1);
        ASSERT_EQ(taken, racers - 1);
        ASSERT_EQ(broken, 0);
        now_ += 10min;  // the next round finds the place free again
    }
}

INSTANTIATE_TEST_SUITE_P(Both, BookingsTest, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace banshi::bookings
