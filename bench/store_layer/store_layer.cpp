// The store's own cost: the four statements of a booking through the typed door, or straight
// through the C interface of SQLite. callgrind counts the instructions of each; see run.
//
//     store_layer door|raw BOOKINGS

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "store/store.h"

using namespace banshi;

namespace {

constexpr int batch = 64;

// The rows of a booking: a counter that is guarded, a keyed answer, its look-up, a deletion.
constexpr char const* count_up =
    "UPDATE bench_slots SET taken = taken + 1 WHERE id = ? AND taken < ?";
constexpr char const* look_up =
    "SELECT request, answer FROM idempotency WHERE district = ? "
    "AND actor = ? AND key = ? AND at > ?";
constexpr char const* keep =
    "INSERT INTO idempotency (district, actor, key, request, answer, at) "
    "VALUES (?, ?, ?, ?, ?, ?)";
constexpr char const* read_back = "SELECT taken FROM bench_slots WHERE id = ?";

std::string key_of(int number) { return fmt::format("key-{:012}", number); }
std::string const print(64, 'a'),
    answer(200, 'b'), district = "xinqu", actor = "01hcitizen0000000000000000";

struct Kept {
    std::string request, answer;
};

void through_the_door(std::string const& path, int bookings) {
    auto const store = open_store({"sqlite:" + path, 1, false});
    for (int done = 0; done < bookings; done += batch)
        store->write_now([&](Transaction& tx) {
            for (int number = done; number < done + batch; ++number) {
                auto const key = key_of(number);
                if (tx.changed(
                        "UPDATE bench_slots SET taken = taken + 1 WHERE id = ? AND taken < ?",
                        number % 26, 1'000'000) != 1)
                    std::abort();
                if (tx.one<Kept>("SELECT request, answer FROM idempotency WHERE district = ? "
                                 "AND actor = ? AND key = ? AND at > ?",
                                 district, actor, key, 0))
                    std::abort();
                tx.run(
                    "INSERT INTO idempotency (district, actor, key, request, answer, at) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    district, actor, key, print, answer, number);
                if (!tx.one<long long>("SELECT taken FROM bench_slots WHERE id = ?", number % 26))
                    std::abort();
            }
            return true;
        });
}

class Raw {
public:
    explicit Raw(std::string const& path) {
        if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) std::abort();
        for (auto const* pragma :
             {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = OFF", "PRAGMA foreign_keys = ON",
              "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -16000"})
            run(pragma);
    }
    ~Raw() {
        for (auto* statement : {up_, look_, keep_, back_}) sqlite3_finalize(statement);
        sqlite3_close(db_);
    }

    void run(char const* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
    }

    void book(int number) {
        auto const key = key_of(number);
        auto* up = ready(up_, count_up);
        sqlite3_bind_int64(up, 1, number % 26);
        sqlite3_bind_int64(up, 2, 1'000'000);
        if (sqlite3_step(up) != SQLITE_DONE || sqlite3_changes(db_) != 1) std::abort();

        auto* look = ready(look_, look_up);
        text(look, 1, district), text(look, 2, actor), text(look, 3, key);
        sqlite3_bind_int64(look, 4, 0);
        if (sqlite3_step(look) != SQLITE_DONE) std::abort();

        auto* insert = ready(keep_, keep);
        text(insert, 1, district), text(insert, 2, actor), text(insert, 3, key);
        text(insert, 4, print), text(insert, 5, answer);
        sqlite3_bind_int64(insert, 6, number);
        if (sqlite3_step(insert) != SQLITE_DONE) std::abort();

        auto* back = ready(back_, read_back);
        sqlite3_bind_int64(back, 1, number % 26);
        if (sqlite3_step(back) != SQLITE_ROW) std::abort();
        taken_ = sqlite3_column_int64(back, 0);
        sqlite3_reset(back);
    }

private:
    sqlite3_stmt* ready(sqlite3_stmt*& kept, char const* sql) {
        if (!kept && sqlite3_prepare_v2(db_, sql, -1, &kept, nullptr) != SQLITE_OK) std::abort();
        sqlite3_reset(kept);
        return kept;
    }
    static void text(sqlite3_stmt* statement, int at, std::string const& value) {
        sqlite3_bind_text(statement, at, value.data(), static_cast<int>(value.size()),
                          SQLITE_STATIC);
    }

    sqlite3* db_ = nullptr;
    sqlite3_stmt *up_ = nullptr, *look_ = nullptr, *keep_ = nullptr, *back_ = nullptr;
    long long taken_ = 0;
};

void raw(std::string const& path, int bookings) {
    Raw sqlite(path);
    for (int done = 0; done < bookings; done += batch) {
        sqlite.run("BEGIN IMMEDIATE");
        for (int number = done; number < done + batch; ++number) sqlite.book(number);
        sqlite.run("COMMIT");
    }
}

// Both ways start from the same database, made outside what is counted twice and subtracted.
std::string fresh_database() {
    auto const path = (std::filesystem::temp_directory_path() /
                       fmt::format("store_layer_{}", system_random().word()))
                          .string();
    open_emptied_store({"sqlite:" + path, 1, false});
    Raw sqlite(path);
    sqlite.run("CREATE TABLE bench_slots (id INTEGER PRIMARY KEY, taken BIGINT NOT NULL)");
    for (int slot = 0; slot < 26; ++slot)
        sqlite.run(fmt::format("INSERT INTO bench_slots VALUES ({}, 0)", slot).c_str());
    return path;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 2;
    auto const path = fresh_database();
    auto const bookings = std::atoi(words[2]) / batch * batch;
    std::string(words[1]) == "door" ? through_the_door(path, bookings) : raw(path, bookings);
    for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
}
