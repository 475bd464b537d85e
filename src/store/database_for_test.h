#pragma once
// The databases of tests. Each test program has its own, so that they may run side by side.

#include <filesystem>
#include <string>
#include <string_view>

namespace banshi {

// On the server that BANSHI_POSTGRES names, without a table; empty where it names none.
std::string bare_test_postgres();

// One that a test may empty; gone with it.
class TestDatabase {
public:
    TestDatabase() = default;
    TestDatabase(TestDatabase const&) = delete;
    ~TestDatabase();

    // "sqlite" or "postgres"; false where BANSHI_POSTGRES names none, and the test is to be
    // skipped.
    bool find(std::string_view backend);
    std::string const& address() const { return address_; }

private:
    std::filesystem::path file_;  // of SQLite
    std::string address_;
};

}  // namespace banshi
