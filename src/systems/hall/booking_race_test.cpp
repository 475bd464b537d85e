// The promise of booking under load: what is there once is sold once.

#include <latch>
#include <mutex>

#include "systems/hall/booking_for_test.h"

namespace banshi::hall {

// Runs the deeds of all at once and counts what they were told.
struct Race {
    std::map<std::string, int> said;
    int broken = 0;
};

class RaceTest : public BookingTest {
protected:
    Race race(int racers, std::function<std::string(Call&, int)> const& deed) {
        Race out;
        std::mutex mutex;
        std::latch all(racers);
        for (int racer = 0; racer < racers; ++racer) {
            auto const result = std::make_shared<std::string>();
            store->write(
                [&, racer, result](Transaction& tx) {
                    Call call{*actor, now, district, tx, system_random(), texts};
                    *result = deed(call, racer);
                    return *result == "ok";
                },
                [&, result](std::exception_ptr error) {
                    // Let go of the mutex before the last one lets the test go on.
                    {
                        std::lock_guard const lock(mutex);
                        error ? ++out.broken : ++out.said[*result];
                    }
                    all.count_down();
                });
        }
        all.wait();
        return out;
    }
};

// One place, 200 clients, 50 rounds: exactly one has it, the others are told what to do.
TEST_P(RaceTest, TheLastSlotHasOneWinner) {
    for (int round = 0; round < 50; ++round) {
        auto const out = race(200, [&](Call& call, int) {
            return said(hold_slot(call, {hall, {{"a"}}, moment("2026-03-03 10:00"), {}}));
        });
        ASSERT_EQ(out.broken, 0);
        ASSERT_EQ(out.said, (std::map<std::string, int>{{"ok", 1}, {"booking.slot_taken", 199}}));
        now += 10min;
    }
}

TEST_P(RaceTest, OnePersonCannotWinTwice) {
    open_with(small_hall(30));
    std::vector<Held> holds;
    for (int at = 0; at < 20; ++at) holds.push_back(hold("2026-03-03 10:00").value());
    auto const out = race(20, [&](Call& call, int racer) {
        auto const& held = holds[static_cast<std::size_t>(racer)];
        return said(confirm_booking(
            call, {hall, held.ticket, held.secret, "张三", id_number_of(1), "13800000000", true}));
    });
    EXPECT_EQ(out.broken, 0);
    EXPECT_EQ(out.said, (std::map<std::string, int>{{"ok", 1}, {"booking.duplicate_person", 19}}));
}

INSTANTIATE_TEST_SUITE_P(Both, RaceTest, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace banshi::hall
