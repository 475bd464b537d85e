// What the slip says of the public record: the newest signed head, and that the number's own place
// follows where the sequencer has not given it one yet.

#include <unistd.h>

#include <filesystem>

#include "engines/record/heads.h"
#include "systems/hall/link.h"
#include "systems/hall/visit.h"
#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class SlipTest : public World {
protected:
    void TearDown() override {
        World::TearDown();
        std::filesystem::remove(head_);
    }

    // As the printer gets it; without a table of words each sentence stands as its key.
    std::string printed(TicketView const& view) {
        return must(ticket_slip, Slip{hall, view.ticket, link_secret(view.ticket), "escpos"}).bytes;
    }
    bool follows(TicketView const& view) {
        return printed(view).find("hall.slip.position_follows") != std::string::npos;
    }
    bool gives_out_places() {
        return write([&](Call& call) {
            return record::sequence_outbox(call.tx, district.name(), 1000) >= 0;
        });
    }
    void sign() {
        record::Seed seed;
        seed.fill(1);
        record::HeadSigner keeper{district.name(),
                                  "banshi.example/xinqu",
                                  {{"banshi.example/xinqu", record::KeyKind::log, seed}},
                                  record::HeadFile{head_}};
        ASSERT_TRUE(keeper.sign(*store, now));
    }

    std::filesystem::path const head_ =
        std::filesystem::temp_directory_path() / ("banshi_slip_" + std::to_string(getpid()));
};

TEST_P(SlipTest, SaysThatThePositionFollowsWhileTheSequencerSleeps) {
    issue();
    ASSERT_TRUE(gives_out_places());
    sign();
    auto const second = issue();
    bool const at_once = store->backend() == Backend::sqlite;
    EXPECT_EQ(second.record.seq.has_value(), at_once);
    EXPECT_EQ(follows(second), !at_once);
    auto const head = std::to_string(second.record.size) + " " + second.record.root.substr(0, 8);
    EXPECT_NE(printed(second).find(head), std::string::npos);
    ASSERT_TRUE(gives_out_places());
    EXPECT_FALSE(follows(second));
}

TEST_P(SlipTest, SaysSoBeforeTheFirstHeadToo) { EXPECT_TRUE(follows(issue())); }

INSTANTIATE_TEST_SUITE_P(Both, SlipTest, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace banshi::hall
