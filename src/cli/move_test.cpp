#include "cli/demo/deeds.h"
#include "cli/new_city_for_test.h"
#include "engines/record/sequencer.h"
#include "store/database_for_test.h"

namespace banshi::cli {
namespace {

// A new city on SQLite, whose log is signed, and a PostgreSQL without a table.
class MoveCity : public NewCity {
protected:
    MoveCity() : NewCity("banshi-move") {}
    void SetUp() override {
        postgres_ = bare_test_postgres();
        if (postgres_.empty()) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        issue(here);
        ASSERT_TRUE(here.log_signer("test")->sign(*open_database(here), here.now()));
    }

    // One number more, and so one leaf more in the record.
    void issue(Environment const& place) {
        auto const city = open_city(place);
        auto const& home = city.districts.front();
        auto const store = open_database(place);
        demo::Deeds deeds(*store, home.district, home.systems, city.texts, ++numbers_);
        Actor const kiosk{Actor::Kind::device, {"kiosk"}, {}, "", {{"hall.issue_tickets", "/"}}};
        auto const made =
            deeds.perform(kiosk, place.now(), "issue_ticket", {{"hall", "hall"}, {"service", "a"}});
        EXPECT_TRUE(made) << made.refusal().text;
        store->write_now([&](Transaction& tx) {
            record::sequence_outbox(tx, home.district.name(), 100);
            return true;
        });
    }

    Environment there() const {
        auto place = here;
        place.database = postgres_;
        return place;
    }

    std::string postgres_;
    std::uint64_t numbers_ = 0;
};

TEST_F(MoveCity, ArrivesWithItsRecord) {
    ASSERT_EQ(move(here, {postgres_}), done);
    EXPECT_EQ(verify(there(), {}), done);
    EXPECT_EQ(verify(here, {}), done);
    issue(there());
    EXPECT_TRUE(here.log_signer("test")->sign(*open_database(there()), here.now()));
    EXPECT_EQ(verify(there(), {}), done);
}

TEST_F(MoveCity, NeedsAnEmptyTarget) {
    ASSERT_EQ(move(here, {postgres_}), done);
    EXPECT_EQ(move(here, {postgres_}), misused);
    EXPECT_EQ(verify(there(), {}), done);
}

TEST_F(MoveCity, NeverLeavesWhileTheCityIsServed) {
    auto const store = open_database(here);
    EXPECT_EQ(move(here, {postgres_}), misused);
}

TEST_F(MoveCity, GoesFromSqliteToPostgresAlone) {
    EXPECT_EQ(move(here, {here.database}), misused);
    EXPECT_EQ(move(there(), {postgres_}), misused);
    auto nowhere = here;
    nowhere.database = "sqlite:" + (here.data / "nothing.db").string();
    EXPECT_EQ(move(nowhere, {postgres_}), misused);
}

}  // namespace
}  // namespace banshi::cli
