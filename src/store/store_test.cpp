#include "store/store.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

#include "store/call.h"
#include "store/database_for_test.h"
#include "store/idempotency.h"

namespace banshi {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Kept {
    std::string request;
    std::optional<std::string> nothing;
    long long at;
};

// Runs on SQLite always, on PostgreSQL where BANSHI_POSTGRES names one to be emptied.
class StoreTest : public testing::TestWithParam<char const*> {
protected:
    void SetUp() override {
        if (!database_.find(GetParam())) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        settings_ = {database_.address(), 8, true};
        store_ = open_emptied_store(settings_);
    }
    void TearDown() override { store_.reset(); }

    static void insert(Transaction& tx, std::string const& key, long long at) {
        tx.run(
            "INSERT INTO idempotency (district, actor, key, request, answer, at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            "d", "a", key, "r", "", at);
    }
    long long count() {
        long long rows = 0;
        store_->read_now([&](auto& tx) {
            rows = tx.template one<long long>("SELECT count(*) FROM idempotency").value();
        });
        return rows;
    }

    TestDatabase database_;
    StoreSettings settings_;
    std::unique_ptr<Store> store_;
};

TEST_P(StoreTest, KeepsWhatTheWorkKeepsAndNothingElse) {
    store_->write_now([](auto& tx) {
        insert(tx, "kept", 1);
        return true;
    });
    store_->write_now([](auto& tx) {
        insert(tx, "refused", 2);
        return false;
    });
    EXPECT_THROW(store_->write_now([](auto& tx) -> bool {
        insert(tx, "broken", 3);
        throw std::runtime_error("broken");
    }),
                 std::runtime_error);
    EXPECT_EQ(count(), 1);
}

TEST_P(StoreTest, FillsAStructFromColumns) {
    store_->write_now([](auto& tx) {
        insert(tx, "一'; DROP TABLE idempotency; --", 7);
        return true;
    });
    std::optional<Kept> row;
    store_->read_now([&](auto& tx) {
        row = tx.template one<Kept>(
            "SELECT key, NULLIF(answer, ''), at FROM idempotency WHERE at = ?", 7);
    });
    ASSERT_TRUE(row);
    EXPECT_EQ(row->request, "一'; DROP TABLE idempotency; --");
    EXPECT_FALSE(row->nothing);
    EXPECT_EQ(row->at, 7);
}

TEST_P(StoreTest, AFailedStatementHarmsOnlyItsOwnWork) {
    std::latch all(3);
    std::atomic<int> failed = 0;
    auto const done = [&](std::exception_ptr error) {
        failed += error != nullptr;
        all.count_down();
    };
    store_->write(
        [](auto& tx) {
            insert(tx, "one", 1);
            return true;
        },
        done);
    store_->write(
        [](auto& tx) {
            insert(tx, "one", 1);
            insert(tx, "one", 2);
            return true;
        },
        done);
    store_->write(
        [](auto& tx) {
            insert(tx, "two", 1);
            return true;
        },
        done);
    all.wait();
    EXPECT_EQ(count(), 2);
    EXPECT_EQ(failed, 1);
}

TEST_P(StoreTest, WhatWasOnlySentIsSeenByWhatIsAskedNext) {
    store_->write_now([](auto& tx) {
        std::string const long_text(1 << 20, 'x');
        for (int at = 0; at < 1000; ++at) {
            insert(tx, std::to_string(at), at);
            if (at % 100 == 0)
                tx.run("UPDATE idempotency SET answer = ? WHERE at = ?", long_text, at);
        }
        EXPECT_EQ(tx.template one<long long>("SELECT count(*) FROM idempotency"), 1000);
        EXPECT_EQ(tx.changed("UPDATE idempotency SET answer = ''"), 1000);
        return true;
    });
    EXPECT_EQ(count(), 1000);
}

// On PostgreSQL they go many in one statement.
TEST_P(StoreTest, ManyRowsOfTwoKindsAllComeIn) {
    auto const other = [](auto& tx, std::string const& key) {
        tx.run(
            "INSERT INTO idempotency (district, actor, key, request, answer, at) "
            "VALUES (?, ?, ?, ?, ?, 1000)",
            "d", "b", key, "r, (x", key);
    };
    store_->write_now([&](auto& tx) {
        for (int at = 0; at < 77; ++at) {
            insert(tx, std::to_string(at), at);
            if (at % 2 == 0) other(tx, std::to_string(at));
        }
        return true;
    });
    EXPECT_EQ(count(), 77 + 39);
    store_->read_now([&](auto& tx) {
        EXPECT_EQ(tx.template one<long long>("SELECT CAST(SUM(at) AS BIGINT) FROM idempotency"),
                  77 * 38 + 39 * 1000);
        EXPECT_EQ(tx.template one<long long>(
                      "SELECT COUNT(*) FROM idempotency WHERE actor = 'b' AND answer = key"),
                  39);
    });
}

TEST_P(StoreTest, AFaultOfWhatWasOnlySentStopsAllThatFollows) {
    for (bool const asks : {false, true})
        EXPECT_THROW(store_->write_now([asks](auto& tx) {
            for (int at = 0; at < 300; ++at) insert(tx, "same", at);
            if (asks) tx.template one<long long>("SELECT count(*) FROM idempotency");
            return true;
        }),
                     std::runtime_error);
    EXPECT_EQ(count(), 0);
}

// A statement that was new when the one before it failed is as good as any afterwards.
TEST_P(StoreTest, WhatFollowedAFaultIsSentLaterAllTheSame) {
    EXPECT_THROW(store_->write_now([](auto& tx) {
        insert(tx, "same", 1);
        insert(tx, "same", 1);
        tx.run("UPDATE idempotency SET answer = 'first' WHERE at = ?", 1);
        return true;
    }),
                 std::runtime_error);
    store_->write_now([](auto& tx) {
        insert(tx, "same", 1);
        tx.run("UPDATE idempotency SET answer = 'other' WHERE at = ?", 2);
        tx.run("UPDATE idempotency SET answer = 'first' WHERE at = ?", 1);
        EXPECT_EQ(tx.template one<std::string>("SELECT answer FROM idempotency"), "first");
        return true;
    });
}

TEST_P(StoreTest, CountsRacingWritesExactly) {
    store_->write_now([](auto& tx) {
        insert(tx, "counter", 0);
        return true;
    });
    constexpr int racers = 200;
    std::latch all(racers);
    for (int at = 0; at < racers; ++at)
        store_->write(
            [](auto& tx) {
                auto const now = *tx.template one<long long>(
                    "SELECT at FROM idempotency WHERE key = ?", "counter");
                tx.run("UPDATE idempotency SET at = ? WHERE key = ?", now + 1, "counter");
                return true;
            },
            [&](std::exception_ptr error) {
                EXPECT_FALSE(error);
                all.count_down();
            });
    all.wait();
    long long total = 0;
    store_->read_now([&](auto& tx) {
        total = *tx.template one<long long>("SELECT at FROM idempotency WHERE key = ?", "counter");
    });
    EXPECT_EQ(total, racers);
}

TEST_P(StoreTest, AnnouncesAfterTheCommitOnly) {
    std::latch heard(1);
    std::string topic;
    store_->on_announce([&](auto const& topics) {
        topic = topics.at(0);
        heard.count_down();
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    store_->write_now([](auto& tx) {
        tx.announce("never");
        return false;
    });
    store_->write_now([](auto& tx) {
        tx.announce("hall/1");
        return true;
    });
    heard.wait();
    EXPECT_EQ(topic, "hall/1");
}

TEST_P(StoreTest, ForgetsAnswersAfterADay) {
    using namespace std::chrono_literals;
    District const district("xinqu", Zone("Asia/Shanghai"), nullptr);
    Texts const texts;
    Actor const visitor;
    auto const on = [&](Instant now, auto const& work) {
        store_->write_now([&](Transaction& tx) {
            Call call{visitor, now, district, tx, system_random(), texts};
            work(call);
            return true;
        });
    };
    Instant const morning{};
    on(morning, [](Call& call) { idempotency::keep(call, "old", {"deed", "answer"}); });
    on(morning + 1h, [](Call& call) { idempotency::keep(call, "young", {"deed", "answer"}); });
    on(morning + 24h, [](Call& call) {
        idempotency::forget_old(call, 100);
        EXPECT_FALSE(idempotency::find(call, "old"));
        EXPECT_TRUE(idempotency::find(call, "young"));
        EXPECT_EQ(call.tx.one<long long>("SELECT count(*) FROM idempotency"), 1);
    });
}

// Its connections once closed at one moment, and each held the other for the last.
TEST_P(StoreTest, LeavesOneFileWhenItIsClosed) {
    if (store_->backend() == Backend::postgres) GTEST_SKIP() << "PostgreSQL's files are its own";
    auto const file = settings_.url.substr(std::string_view("sqlite:").size());
    for (int time = 0; time < 100; ++time) {
        store_->write_now([&](auto& tx) {
            insert(tx, std::to_string(time), 1);
            return true;
        });
        for (int reader = 0; reader < settings_.connections; ++reader)
            store_->read([](auto& tx) { tx.template one<int>("SELECT 1"); },
                         [](std::exception_ptr const&) {});
        store_.reset();
        for (auto const* beside : {"-wal", "-shm"})
            ASSERT_FALSE(std::filesystem::exists(file + beside)) << beside << " " << time;
        store_ = open_store(settings_);
    }
    EXPECT_EQ(count(), 100);
}

TEST_P(StoreTest, RefusesADatabaseOfANewerProgram) {
    store_->write_now([](auto& tx) {
        tx.run("INSERT INTO migrations (name) VALUES (?)", "hall/9999_from_the_future");
        return true;
    });
    store_.reset();
    EXPECT_THROW(open_store(settings_), WrongDatabase);
}

// As a fail-over leaves it: every connection is gone, and nobody is to notice.
TEST_P(StoreTest, OpensBrokenConnectionsAnew) {
    if (store_->backend() == Backend::sqlite) GTEST_SKIP() << "SQLite has no connections";
    store_->read_now([](Transaction& tx) {
        tx.all<std::string>(
            "SELECT CAST(pg_terminate_backend(pid) AS TEXT) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()");
    });
    for (int at = 0; at < 20; ++at) {
        store_->write_now([&](Transaction& tx) { return insert(tx, std::to_string(at), 1), true; });
        EXPECT_EQ(count(), at + 1);
    }
}

TEST_P(StoreTest, LeavesAServerThatTakesNoWritesAnyMore) {
    if (store_->backend() == Backend::sqlite) GTEST_SKIP() << "SQLite has one server: itself";
    store_ = open_store({.url = settings_.url, .connections = 1});
    store_->read_now([](Transaction& tx) {
        tx.one<std::string>("SELECT set_config('default_transaction_read_only', 'on', false)");
    });
    store_->write_now([&](Transaction& tx) { return insert(tx, "1", 1), true; });
    EXPECT_EQ(count(), 1);
}

// The planner looks again where a table has doubled, and not because a program has started.
TEST_P(StoreTest, LooksAgainAtTablesThatGrewAndNotAtEachStart) {
    if (store_->backend() == Backend::sqlite) GTEST_SKIP() << "SQLite plans by its schema";
    auto const start_and_write = [&](std::string const& name, std::string const& answer) {
        store_ = open_store({.url = settings_.url, .connections = 1});
        for (int at = 0; at < 64; ++at)
            store_->write_now([&](Transaction& tx) {
                insert(tx, name + std::to_string(at), at);
                tx.run("UPDATE idempotency SET answer = ? WHERE at = ?", answer, at);
                return true;
            });
        long long looks = 0;
        store_->read_now([&](Transaction& tx) {
            looks = *tx.one<long long>(
                "SELECT analyze_count FROM pg_stat_user_tables WHERE relname = 'idempotency'");
        });
        return looks;
    };
    auto const page = std::string(1500, 'x');
    auto const first = start_and_write("first", page);
    EXPECT_GE(first, 2) << "an empty table fills";
    // It may have grown since the last look, though by less than twice.
    store_->write_now([](Transaction& tx) { return tx.run("ANALYZE idempotency"), true; });
    EXPECT_EQ(start_and_write("again", "x"), first + 1) << "nothing doubled";
}

INSTANTIATE_TEST_SUITE_P(Both, StoreTest, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace banshi
