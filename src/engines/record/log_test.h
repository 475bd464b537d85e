#pragma once
// For tests alone: a store of each kind, emptied, and calls into one log.

#include <gtest/gtest.h>

#include <filesystem>

#include "engines/record/heads.h"
#include "engines/record/record.h"
#include "engines/record/sequencer.h"
#include "store/database_for_test.h"
#include "store/store.h"

namespace banshi::record {

inline Instant const start{std::chrono::seconds{1795395600}};

// Runs on SQLite always, on PostgreSQL where BANSHI_POSTGRES names one to be emptied.
class LogTest : public testing::TestWithParam<char const*> {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("banshi-record-" + std::to_string(system_random().word()));
        std::filesystem::create_directory(folder_);
        if (!database_.find(GetParam())) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        store_ = open_emptied_store({database_.address(), 4, false});
    }
    void TearDown() override {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }

    // Runs the deed in a call of its own; true keeps it.
    void deed(std::function<bool(Call&)> const& work, Instant now = start) {
        store_->write_now([&](Transaction& tx) {
            Call call{actor_, now, district_, tx, random_, texts_};
            return work(call);
        });
    }
    void append_numbers(int count) {
        deed([&](Call& call) {
            for (int at = 1; at <= count; ++at) append(call, Issued{number(++last_), hall_day_});
            return true;
        });
        settle();
    }
    static Mark number(int figure) {
        auto figures = std::to_string(figure);
        return "A" + std::string(figures.size() < 3 ? 3 - figures.size() : 0, '0') + figures;
    }
    void settle() {
        store_->write_now([&](Transaction& tx) {
            while (sequence_outbox(tx, "d", 1000) > 0) continue;
            return true;
        });
    }
    template <class Look>
    auto look(Look const& look) {
        std::optional<decltype(look(std::declval<Transaction&>()))> seen;
        store_->read_now([&](Transaction& tx) { seen.emplace(look(tx)); });
        return std::move(*seen);
    }
    void reopen_emptied() {
        store_.reset();
        last_ = 0;
        store_ = open_emptied_store({database_.address(), 4, false});
    }
    static Signer signer_of(std::uint8_t byte, KeyKind kind) {
        Seed seed;
        seed.fill(byte);
        return {kind == KeyKind::log ? "banshi.example/d" : "witness.example/w", kind, seed};
    }
    static Signer log_signer() { return signer_of(1, KeyKind::log); }
    HeadFile head_file() const { return HeadFile{folder_ / "head"}; }

    std::filesystem::path folder_;
    TestDatabase database_;
    std::unique_ptr<Store> store_;
    Actor actor_;
    District district_{"d", Zone{"Asia/Shanghai"}, nullptr};
    SeededRandom random_{1};
    Texts texts_;
    Mark hall_day_ = "hall-01/2026-11-23";
    int last_ = 0;
};

}  // namespace banshi::record
