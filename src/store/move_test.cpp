#include "store/move.h"

#include <gtest/gtest.h>
#include <soci/postgresql/soci-postgresql.h>

#include "store/database_for_test.h"
#include "store/session.h"

namespace banshi {
namespace {

// Each test begins with a city on SQLite and a PostgreSQL without a table.
class Move : public testing::Test {
protected:
    void SetUp() override {
        postgres_ = bare_test_postgres();
        if (postgres_.empty()) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        database_.find("sqlite");
        store_ = open_store({.url = sqlite()});
    }
    void TearDown() override { store_.reset(); }

    std::string const& sqlite() const { return database_.address(); }

    void keep(std::string const& key, std::string const& answer) {
        store_->write_now([&](Transaction& tx) {
            tx.run(
                "INSERT INTO idempotency (district, actor, key, request, answer, at) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                "d", "a", key, "r", answer, std::int64_t{1} << 52);
            return true;
        });
    }

    void move_it() {
        move_database(sqlite(), postgres_, rules_,
                      [this](auto const& table, auto written, auto rows) {
                          EXPECT_LE(written, rows);
                          if (table == "idempotency") ++batches_;
                      });
    }

    static std::vector<std::string> answers(Store& store) {
        std::vector<std::string> found;
        store.read_now([&](Transaction& tx) {
            found = tx.all<std::string>("SELECT answer FROM idempotency WHERE at = ? ORDER BY key",
                                        std::int64_t{1} << 52);
        });
        return found;
    }

    std::int64_t tables_of_target() const {
        Session session(soci::postgresql, postgres_, Backend::postgres);
        SessionTransaction tx(session);
        return *tx.one<std::int64_t>(
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'");
    }

    TestDatabase database_;
    std::string postgres_;
    std::unique_ptr<Store> store_;
    MoveRules rules_;
    int batches_ = 0;
};

TEST_F(Move, BringsEveryValueAsItWas) {
    keep("1", "");
    keep("2", "tab\t line\n return\r back\\slash \\N \\. 号码 \x01 '\"");
    keep("3", "\\.");
    keep("4", "\\N");
    auto const before = answers(*store_);
    move_it();
    EXPECT_EQ(answers(*open_store({.url = postgres_})), before);
    EXPECT_EQ(answers(*store_), before);
}

TEST_F(Move, ReadsWhatTheRulesSay) {
    keep("1", "one");
    rules_.columns["idempotency.answer"] = "answer || key";
    rules_.finish = [](Transaction& target) {
        target.run("UPDATE idempotency SET answer = answer || '!'");
    };
    move_it();
    EXPECT_EQ(answers(*open_store({.url = postgres_})), std::vector<std::string>{"one1!"});
}

TEST_F(Move, GoesInBatches) {
    for (int at = 0; at < 5; ++at) keep(std::to_string(at), std::string(700'000, 'x'));
    move_it();
    EXPECT_EQ(batches_, 4);  // at the start, after each two, at the end
}

TEST_F(Move, RefusesATargetThatHoldsAnything) {
    keep("1", "one");
    open_store({.url = postgres_});
    EXPECT_THROW(move_it(), NotEmpty);
    EXPECT_TRUE(answers(*open_store({.url = postgres_})).empty());
}

TEST_F(Move, LeavesNothingBehindWhenItFails) {
    keep("1", "one");
    keep("2", "no \xff text");
    EXPECT_ANY_THROW(move_it());
    EXPECT_EQ(tables_of_target(), 0);
    store_->write_now([](Transaction& tx) {
        return tx.changed("UPDATE idempotency SET answer = 'two' WHERE key = '2'") == 1;
    });
    move_it();
    EXPECT_EQ(answers(*open_store({.url = postgres_})), (std::vector<std::string>{"one", "two"}));
}

}  // namespace
}  // namespace banshi
