#include <atomic>
#include <latch>
#include <set>

#include "engines/record/leaf_run.h"
#include "engines/record/log_test.h"

namespace banshi::record {

TEST_P(LogTest, AnEntryIsThereIfAndOnlyIfItsDeedIs) {
    append_numbers(2);
    deed([&](Call& call) {
        append(call, Issued{"A999", hall_day_});
        return false;
    });
    append_numbers(1);
    EXPECT_EQ(look([](Transaction& tx) { return tip(tx, "d").size; }), 3u);
    auto const third = look([](Transaction& tx) { return entry(tx, "d", 2).value(); });
    EXPECT_EQ(third.kind, "queue.issued");
    EXPECT_EQ(third.at, start);
    EXPECT_EQ(third.body,
              R"({"at":1795395600,"k":"queue.issued","n":"A003","q":"hall-01/2026-11-23"})");
    EXPECT_EQ(third.leaf, leaf_hash(third.body));
}

TEST_P(LogTest, StoresTheTreeOfItsBodies) {
    append_numbers(100);
    Edge edge;
    for (std::uint64_t seq = 0; seq < 100; ++seq)
        edge.append(
            leaf_hash(look([&](Transaction& tx) { return entry(tx, "d", seq).value(); }).body));
    auto const [size, root] = look([](Transaction& tx) { return tip(tx, "d"); });
    EXPECT_EQ(size, 100u);
    EXPECT_EQ(root, edge.root());
    EXPECT_EQ(look([](Transaction& tx) { return root_at(tx, "d", 100).value(); }), root);
    auto const nodes = look([](Transaction& tx) {
        return *tx.one<std::int64_t>("SELECT count(*) FROM log_node WHERE district = ?", "d");
    });
    EXPECT_EQ(nodes + 100, 200 - std::popcount(100u));
}

TEST_P(LogTest, ProvesEntriesAndGrowth) {
    append_numbers(70);
    look([](Transaction& tx) {
        auto const root = root_at(tx, "d", 70).value();
        for (std::uint64_t seq = 0; seq < 70; ++seq) {
            auto const leaf = entry(tx, "d", seq).value().leaf;
            EXPECT_TRUE(check_inclusion(seq, 70, leaf, proof_of(tx, "d", seq, 70).value(), root));
            auto const before = root_at(tx, "d", seq + 1).value();
            auto const growth = consistency(tx, "d", seq + 1, 70).value();
            EXPECT_TRUE(check_consistency(seq + 1, 70, before, root, growth));
        }
        auto const beyond = proof_of(tx, "d", 0, 71).refusal();
        EXPECT_EQ(beyond.text, "record.size_beyond_log");
        EXPECT_EQ(beyond.facts.at("size"), "70");
        EXPECT_EQ(proof_of(tx, "d", 70, 70).refusal().text, "proof.index_beyond_size");
        EXPECT_EQ(entry(tx, "d", 70).refusal().text, "record.no_such_entry");
        return 0;
    });
}

TEST_P(LogTest, LogsOfTwoDistrictsDoNotMix) {
    append_numbers(3);
    District const other{"other", Zone{"Asia/Shanghai"}, nullptr};
    store_->write_now([&](Transaction& tx) {
        Call call{actor_, start, other, tx, random_, texts_};
        append(call, Issued{"A001", hall_day_});
        sequence_outbox(tx, "other", 10);
        return true;
    });
    EXPECT_EQ(look([](Transaction& tx) { return tip(tx, "other").size; }), 1u);
    EXPECT_EQ(look([](Transaction& tx) { return tip(tx, "d").size; }), 3u);
}

TEST_P(LogTest, NothingIsChangedOrRemovedBySql) {
    append_numbers(2);
    HeadSigner keeper{"d", "banshi.example/d", {log_signer()}, head_file()};
    ASSERT_TRUE(keeper.sign(*store_, start));
    auto const refused = [&](auto const& statement) {
        try {
            store_->write_now([&](Transaction& tx) {
                statement(tx);
                return true;
            });
        } catch (std::exception const& error) {
            return std::string(error.what()).find("append only") != std::string::npos;
        }
        return false;
    };
    EXPECT_TRUE(refused([](Transaction& tx) { tx.run("UPDATE log_entry SET body = 'x'"); }));
    EXPECT_TRUE(refused([](Transaction& tx) { tx.run("DELETE FROM log_entry"); }));
    EXPECT_TRUE(refused([](Transaction& tx) { tx.run("UPDATE log_node SET idx = 7"); }));
    EXPECT_TRUE(refused([](Transaction& tx) { tx.run("DELETE FROM log_node"); }));
    EXPECT_TRUE(refused([](Transaction& tx) { tx.run("UPDATE log_head SET note = ''"); }));
    EXPECT_TRUE(refused([](Transaction& tx) { tx.run("DELETE FROM log_head"); }));
}

TEST_P(LogTest, ServesTilesAndBundles) {
    append_numbers(300);
    look([](Transaction& tx) {
        auto const whole = tile_bytes(tx, "d", 300, {0, 0, 256}).value();
        EXPECT_EQ(whole.size(), 8192u);
        EXPECT_EQ(tile_bytes(tx, "d", 300, {0, 1, 44}).value().size(), 44u * 32);
        // A tile of level 1 holds the roots of whole tiles of level 0.
        Edge edge;
        for (std::size_t at = 0; at < 256; ++at)
            edge.append(hash_of_bytes(whole.substr(at * 32, 32)).value());
        EXPECT_EQ(tile_bytes(tx, "d", 300, {1, 0, 1}).value(), text_of(edge.root()));
        auto const bundle = tile_bytes(tx, "d", 300, {entries_level, 1, 44}).value();
        EXPECT_TRUE(bundle.starts_with(bundled(entry(tx, "d", 256).value().body)));
        for (auto const& none : {Tile{0, 1, 45}, Tile{0, 2, 1}, Tile{2, 0, 1}})
            EXPECT_EQ(tile_bytes(tx, "d", 300, none).refusal().text, "tile.missing");
        return 0;
    });
}

TEST_P(LogTest, AnErasedPersonIsBoundToNoEntry) {
    PersonId const person{"P000123"};
    Hash first, again, after;
    deed([&](Call& call) {
        first = who_of(call, person);
        again = who_of(call, person);
        append(call, BookingMade{"t1", "s1", {"slot-1"}, first});
        return true;
    });
    EXPECT_EQ(first, again);
    settle();
    deed([&](Call& call) {
        forget(call.tx, "d", person);
        after = who_of(call, person);
        return true;
    });
    EXPECT_NE(first, after);
    look([](Transaction& tx) {
        auto const leaf = entry(tx, "d", 0).value();
        EXPECT_EQ(leaf.body.find("P000123"), std::string::npos);
        EXPECT_TRUE(check_inclusion(0, 1, leaf_hash(leaf.body), proof_of(tx, "d", 0, 1).value(),
                                    root_at(tx, "d", 1).value()));
        return 0;
    });
}

TEST_P(LogTest, ADeedFindsItsEntryAgain) {
    std::vector<Trace> traces;
    deed([&](Call& call) {
        traces.clear();
        for (int at = 1; at <= 3; ++at)
            traces.push_back(append(call, Issued{number(at), hall_day_}));
        return true;
    });
    bool const waits = store_->backend() == Backend::postgres;
    auto const place = [&](Trace trace) {
        return look([&](Transaction& tx) { return place_of(tx, "d", trace); });
    };
    EXPECT_EQ(place(traces[1]).has_value(), !waits);
    EXPECT_EQ(look([](Transaction& tx) { return oldest_waiting(tx, "d"); }),
              waits ? std::optional{start} : std::nullopt);
    settle();
    EXPECT_EQ(place(traces[1]), 1u);
    EXPECT_EQ(look([](Transaction& tx) { return oldest_waiting(tx, "d"); }), std::nullopt);
}

TEST_P(LogTest, LeavesOfManyDeedsStandInTheirOrder) {
    append_numbers(1);
    constexpr int many = 250;
    std::vector<Trace> traces;
    deed([&](Call& call) {
        LeafRun leaves(call);
        for (int at = 2; at <= many; ++at)
            traces.push_back(leaves.append(Issued{number(at), hall_day_}));
        leaves.finish();
        append(call, Issued{number(many + 1), hall_day_});
        return true;
    });
    settle();
    look([&](Transaction& tx) {
        EXPECT_EQ(tip(tx, "d").size, std::uint64_t{many + 1});
        EXPECT_EQ(tip(tx, "d").root, root_at(tx, "d", many + 1).value());
        for (int at = 1; at <= many + 1; ++at) {
            auto const body = entry(tx, "d", static_cast<std::uint64_t>(at - 1)).value().body;
            EXPECT_NE(body.find(number(at).text()), std::string::npos) << body;
        }
        for (std::size_t at = 0; at < traces.size(); ++at)
            EXPECT_EQ(place_of(tx, "d", traces[at]), at + 1);
        return 0;
    });
}

// The sequencer slept; when it wakes all rows go in, in order, none twice.
TEST_P(LogTest, TheSequencerMovesAllInOrderAndNoneTwice) {
    if (store_->backend() == Backend::sqlite) GTEST_SKIP() << "SQLite has no outbox";
    for (int at = 1; at <= 25; ++at)
        deed([&](Call& call) {
            append(call, Issued{number(at), hall_day_});
            return true;
        });
    std::vector<int> moved;
    for (int turn = 0; turn < 4; ++turn)
        store_->write_now([&](Transaction& tx) {
            moved.push_back(sequence_outbox(tx, "d", 10));
            return true;
        });
    EXPECT_EQ(moved, (std::vector{10, 10, 5, 0}));
    look([&](Transaction& tx) {
        EXPECT_EQ(tip(tx, "d").size, 25u);
        for (int at = 1; at <= 25; ++at) {
            auto const body = entry(tx, "d", static_cast<std::uint64_t>(at - 1)).value().body;
            EXPECT_NE(body.find(number(at).text()), std::string::npos) << body;
        }
        return 0;
    });
}

// Many writers and a sequencer that runs beside them: every deed that was kept is in, once.
TEST_P(LogTest, RacingDeedsAllComeIn) {
    constexpr int deeds = 200;
    std::latch all(deeds);
    std::atomic<int> failed = 0;
    auto const done = [&](std::exception_ptr error) {
        failed += error != nullptr;
        all.count_down();
    };
    for (int at = 1; at <= deeds; ++at) {
        store_->write(
            [&, at](Transaction& tx) {
                Call call{actor_, start, district_, tx, random_, texts_};
                append(call, Issued{number(at), hall_day_});
                return true;
            },
            done);
        if (at % 20 == 0) settle();
    }
    all.wait();
    settle();
    EXPECT_EQ(failed, 0);
    look([&](Transaction& tx) {
        std::set<std::string> bodies;
        for (std::uint64_t seq = 0; seq < deeds; ++seq)
            bodies.insert(entry(tx, "d", seq).value().body);
        EXPECT_EQ(bodies.size(), std::size_t{deeds});
        EXPECT_EQ(tip(tx, "d").size, std::uint64_t{deeds});
        return 0;
    });
}

// A row that came back after a fail-over is refused by the database, not entered twice.
TEST_P(LogTest, ARepeatedOutboxRowIsRefused) {
    append_numbers(1);
    if (store_->backend() == Backend::sqlite) GTEST_SKIP() << "SQLite has no outbox";
    EXPECT_THROW(store_->write_now([](Transaction& tx) {
        tx.run(
            "INSERT INTO log_outbox (district, id, kind, at, body) "
            "SELECT district, outbox_id, kind, at, body FROM log_entry");
        sequence_outbox(tx, "d", 10);
        return true;
    }),
                 StoreFault);
}

INSTANTIATE_TEST_SUITE_P(Both, LogTest, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace banshi::record
