#include "engines/record/body.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "engines/record/kinds.h"
#include "engines/record/tree.h"
#include "engines/record/vectors_test.h"

namespace banshi::record {

using namespace std::chrono_literals;

static Instant const at{1795395600s};

TEST(Body, IsTheOneThatTheStandardHashes) {
    auto const body = body_of(Issued{.n = "A017", .q = "hall-01/2026-11-23"}, at + 999ms);
    EXPECT_EQ(body, R"({"at":1795395600,"k":"queue.issued","n":"A017","q":"hall-01/2026-11-23"})");
    EXPECT_EQ(hex(leaf_hash(body)),
              "a7a02ffd15b3b8a82d38b8412b6502f5d5aa7de05f083d8f0e2acbe35af17e8d");
}

TEST(Body, GivesTheEntriesOfTheOwnLog) {
    auto const file = read_json(own_vectors / "keys-and-entries.json");
    auto const& entries = file.at("entries").as_array();
    auto const hall = series(HallId{"hall-01"}, read_day("2026-11-23").value());
    for (std::size_t index = 0; index < entries.size(); ++index) {
        auto const minutes = static_cast<int>(index) * 1min;
        EXPECT_EQ(body_of(Issued{.n = "A00" + std::to_string(index + 1), .q = hall}, at + minutes),
                  entries[index].as_string());
    }
}

TEST(Body, SortsItsKeysAndWritesListsAndHashes) {
    EXPECT_EQ(body_of(Called{.n = "A017",
                             .q = "h/2026-11-23",
                             .w = "3",
                             .due = at,
                             .entry = "walkin",
                             .passed = {{"B001", at - 5s, "skill"}, {"B002", at, "skill"}}},
                      at),
              R"({"at":1795395600,"due":1795395600,"entry":"walkin","k":"queue.called","n":"A017",)"
              R"("passed":[["B001",1795395595,"skill"],["B002",1795395600,"skill"]],)"
              R"("q":"h/2026-11-23","w":"3"})");
    EXPECT_EQ(body_of(RulesPublished{"rules/hall", empty_root()}, at),
              R"({"at":1795395600,"hash":)"
              R"("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",)"
              R"("k":"rules.published","page":"rules/hall"})");
    EXPECT_EQ(body_of(Recalled{"A1", "q", "w", 2}, at),
              R"({"at":1795395600,"k":"queue.recalled","n":"A1","q":"q","times":2,"w":"w"})");
}

TEST(Body, HoldsAForeignHeadWordForWord) {
    auto const text = read_file(own_vectors / "checkpoint.cosigned");
    auto const body = body_of(LogHead{read_note(text).value()}, at);
    EXPECT_EQ(boost::json::parse(body).at("note").as_string(), text);
}

TEST(Body, HasNoPlaceForAPerson) {
    for (auto const* text : {"", "王秀兰", "A 017", "230199197001011234", "23019919700101123X",
                             "13845671234", "a\"b", "a\\b", "a\nb"})
        EXPECT_THROW(Mark{text}, std::invalid_argument) << text;
    EXPECT_THROW(Mark{std::string(97, 'a')}, std::invalid_argument);
    EXPECT_FALSE((std::is_constructible_v<Mark, PersonId>));
    EXPECT_EQ(Mark{TicketId{"01hz"}}.text(), "01hz");
    EXPECT_EQ(Mark{"2026-11-23T09:00:00+08:00"}.text(), "2026-11-23T09:00:00+08:00");
    std::vector<Mark> const many(50, Mark{std::string(96, 'a')});
    EXPECT_THROW(body_of(BookingMoved{"t", many}, at), std::length_error);
}

TEST(Who, IsTheCommitmentOfTheStandard) {
    Salt salt;
    salt.bytes.fill(0x44);
    EXPECT_EQ(hex(who(salt, PersonId{"P000123"})),
              "ca377b34aa7597c076d3ee41e2c0231c24aece43c9dac0c7d3c52183b6c31ff5");
}

}  // namespace banshi::record
