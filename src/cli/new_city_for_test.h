#pragma once
// A new city on SQLite for tests of the commands: what they print is caught, and its folder goes
// with it.

#include <gtest/gtest.h>

#include "base/file_for_test.h"
#include "cli/commands.h"

namespace banshi::cli {

class NewCity : public testing::Test {
protected:
    explicit NewCity(char const* folder) : root_(own_test_folder(folder)) {
        std::filesystem::remove_all(root_);
        here.now = [] { return *read_instant("2026-03-02T09:30:00+08:00"); };
        here.folders.districts = "test/districts";
        here.log_origin = "log.example";
        here.data = root_;
        here.database = "sqlite:" + (root_ / "banshi.db").string();
        testing::internal::CaptureStderr();
        testing::internal::CaptureStdout();
        EXPECT_EQ(init(here, {}), done);
    }
    ~NewCity() override {
        testing::internal::GetCapturedStderr();
        testing::internal::GetCapturedStdout();
        std::filesystem::remove_all(root_);
    }

    Environment here{};

private:
    std::filesystem::path root_;
};

}  // namespace banshi::cli
