#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/file_for_test.h"
#include "cli/commands.h"
#include "cli/demo/deeds.h"
#include "engines/people/keys.h"
#include "engines/people/people.h"
#include "store/secret_file.h"

namespace banshi::cli {
namespace {

namespace fs = std::filesystem;

class Backup : public testing::Test {
protected:
    Backup() : root_(own_test_folder("banshi-backup")) {
        fs::remove_all(root_);
        fs::create_directories(root_);
        here = at("city");
        testing::internal::CaptureStderr();
        testing::internal::CaptureStdout();
        EXPECT_EQ(init(here, {}), done);
        issue();
    }
    ~Backup() override {
        testing::internal::GetCapturedStderr();
        testing::internal::GetCapturedStdout();
        fs::remove_all(root_);
    }

    Environment at(std::string const& name) const {
        Environment place{};
        place.now = [] { return *read_instant("2026-03-02T09:30:00+08:00"); };  // a Monday
        place.folders.districts = "test/districts";
        place.log_origin = "log.example";
        place.data = root_ / name;
        place.database = "sqlite:" + (place.data / "banshi.db").string();
        return place;
    }

    // One number more, and so one leaf more in the record.
    void issue() {
        auto const city = open_city(here);
        auto const& home = city.districts.front();
        auto const store = open_database(here);
        demo::Deeds deeds(*store, home.district, home.systems, city.texts, ++numbers_);
        Actor const kiosk{Actor::Kind::device, {"kiosk"}, {}, "", {{"hall.issue_tickets", "/"}}};
        auto const made =
            deeds.perform(kiosk, here.now(), "issue_ticket", {{"hall", "hall"}, {"service", "a"}});
        EXPECT_TRUE(made) << made.refusal().text;
    }

    // Numbers issued, as a database tells.
    std::int64_t issued(Environment const& place) const {
        auto const city = open_city(place);
        auto const& home = city.districts.front();
        auto const store = open_database(place);
        demo::Deeds deeds(*store, home.district, home.systems, city.texts, 1);
        auto const shown = deeds.perform({}, place.now(), "see_display", {{"hall", "hall"}});
        EXPECT_TRUE(shown);
        return shown.value().at("issued_today").as_int64();
    }

    std::string copy() const { return (root_ / "copy").string(); }

    fs::path root_;
    Environment here{};
    std::uint64_t numbers_ = 0;
};

TEST_F(Backup, ComesBackWhole) {
    ASSERT_EQ(backup(here, {copy()}), done);
    issue();
    auto const elsewhere = at("elsewhere");
    ASSERT_EQ(restore(elsewhere, {copy()}), done);
    EXPECT_EQ(issued(here), 2);
    EXPECT_EQ(issued(elsewhere), 1);
    EXPECT_EQ(verify(elsewhere, {}), done);
    EXPECT_EQ(read_file(elsewhere.keys()), read_file(here.keys()));
}

// Whatever the umask of who starts it.
TEST_F(Backup, OpensToItsOwnerAlone) {
    auto const old = ::umask(0);
    auto const fresh = at("fresh"), elsewhere = at("elsewhere");
    EXPECT_EQ(init(fresh, {}), done);
    ASSERT_EQ(backup(fresh, {copy()}), done);
    fs::permissions(copy() + "/database", fs::perms::others_read, fs::perm_options::add);
    EXPECT_EQ(restore(elsewhere, {copy()}), done);
    ::umask(old);
    for (auto const& file : {fresh.data / "banshi.db", elsewhere.data / "banshi.db"})
        EXPECT_EQ(fs::status(file).permissions(), fs::perms(0600)) << file;
    ASSERT_EQ(backup(fresh, {copy() + "2"}), done);
    EXPECT_EQ(fs::status(copy() + "2/database").permissions(), fs::perms(0600));
}

TEST_F(Backup, IsTakenWhileTheCityIsServed) {
    auto const store = open_database(here);
    EXPECT_EQ(backup(here, {copy()}), done);
}

TEST_F(Backup, TheLogKeepsItsNameWhereverItIsServed) {
    auto const store = open_database(here);
    ASSERT_TRUE(here.log_signer("test")->sign(*store, here.now()));
    auto elsewhere = here;
    elsewhere.public_url = "http://127.0.0.1:18080";
    elsewhere.log_origin = "other.example";
    EXPECT_EQ(elsewhere.log_signer("test")->origin(), "log.example/test");
    EXPECT_TRUE(elsewhere.log_signer("test")->sign(*store, here.now()));
}

TEST_F(Backup, NeverOverwritesACopy) {
    ASSERT_EQ(backup(here, {copy()}), done);
    EXPECT_EQ(backup(here, {copy()}), misused);
}

TEST_F(Backup, TakesThePlaceOfACityOnlyByForce) {
    ASSERT_EQ(backup(here, {copy()}), done);
    issue();
    EXPECT_EQ(restore(here, {copy()}), misused);
    EXPECT_EQ(issued(here), 2);
    EXPECT_EQ(restore(here, {copy(), true}), done);
    EXPECT_EQ(issued(here), 1);
}

TEST_F(Backup, NeverTakesThePlaceOfACityInUse) {
    ASSERT_EQ(backup(here, {copy()}), done);
    auto const store = open_database(here);
    EXPECT_EQ(restore(here, {copy(), true}), misused);
}

TEST_F(Backup, KeepsTheKeysItReplaces) {
    ASSERT_EQ(backup(here, {copy()}), done);
    auto const elsewhere = at("elsewhere");
    fs::create_directories(elsewhere.data);
    people::write_key_file(elsewhere.keys(), people::fresh_keys(system_random()));
    auto const own = read_file(elsewhere.keys());
    EXPECT_EQ(restore(elsewhere, {copy()}), misused);
    EXPECT_EQ(restore(elsewhere, {copy(), true}), done);
    EXPECT_EQ(read_file(fs::path(elsewhere.keys()).concat(".before")), own);
}

TEST_F(Backup, KeepsEveryKeyThatItReplaces) {
    ASSERT_EQ(backup(here, {copy()}), done);
    auto const elsewhere = at("elsewhere");
    fs::create_directories(elsewhere.data);
    std::vector<std::string> replaced;
    for (int time = 0; time < 3; ++time) {
        fs::remove(elsewhere.keys());
        people::write_key_file(elsewhere.keys(), people::fresh_keys(system_random()));
        replaced.push_back(read_file(elsewhere.keys()));
        ASSERT_EQ(restore(elsewhere, {copy(), true}), done);
    }
    auto const before = fs::path(elsewhere.keys()).concat(".before");
    EXPECT_EQ(read_file(before), replaced[0]);
    EXPECT_EQ(read_file(fs::path(before).concat(".2")), replaced[1]);
    EXPECT_EQ(read_file(fs::path(before).concat(".3")), replaced[2]);
}

TEST_F(Backup, TakesTheSecretsAlongAndTheSettings) {
    fs::create_directories(here.secrets());
    write_secret_file(here.secrets() / "sign_on.city", "client secret\n");
    here.folders.config = root_ / "config";
    fs::create_directories(here.folders.config / "districts");
    std::ofstream{here.folders.config / "districts" / "hall.toml"} << "[rules]\n";
    ASSERT_EQ(backup(here, {copy()}), done);
    EXPECT_EQ(read_file(root_ / "copy" / "config" / "districts" / "hall.toml"), "[rules]\n");

    auto const elsewhere = at("elsewhere");
    ASSERT_EQ(restore(elsewhere, {copy()}), done);
    EXPECT_EQ(read_secret_file(elsewhere.secrets() / "sign_on.city"), "client secret\n");
    // One that was changed since stays.
    fs::remove(elsewhere.secrets() / "sign_on.city");
    write_secret_file(elsewhere.secrets() / "sign_on.city", "newer\n");
    ASSERT_EQ(restore(elsewhere, {copy(), true}), done);
    EXPECT_EQ(read_secret_file(elsewhere.secrets() / "sign_on.city"), "newer\n");
}

// What is sealed by other keys must not grow, and nobody is to learn of it from a citizen.
TEST_F(Backup, OtherKeysThanTheDatabasesAreRefused) {
    ASSERT_EQ(backup(here, {copy()}), done);
    here.pages = root_;
    std::ofstream{here.pages / "index.html"} << "\n";
    fs::rename(here.keys(), fs::path(here.keys()).concat(".right"));
    people::write_key_file(here.keys(), people::fresh_keys(system_random()));
    EXPECT_THROW(open_database(here), Stopped);
    EXPECT_EQ(doctor(here), failed);
    fs::rename(fs::path(here.keys()).concat(".right"), here.keys());
    EXPECT_EQ(doctor(here), done);

    fs::remove(root_ / "copy" / "keys");
    people::write_key_file(root_ / "copy" / "keys", people::fresh_keys(system_random()));
    EXPECT_EQ(restore(here, {copy(), true}), misused);
    EXPECT_EQ(verify(here, {}), done) << "nothing was changed";
}

TEST_F(Backup, OtherKeysAreNoticedWhereAnOlderProgramLeftNoMark) {
    {
        auto const city = open_city(here);
        auto const store = open_database(here);
        store->write_now([&](Transaction& tx) {
            Actor const machine;
            Call call{machine, here.now(),      city.districts.front().district,
                      tx,      system_random(), city.texts};
            tx.run("DELETE FROM key_marks WHERE district <> ?", "");
            return bool(people::identify(call, {"张三", "11010519491231002X", "13812345678"}));
        });
    }
    fs::rename(here.keys(), fs::path(here.keys()).concat(".right"));
    people::write_key_file(here.keys(), people::fresh_keys(system_random()));
    EXPECT_THROW(open_database(here), Stopped);
    fs::remove(here.keys());
    fs::rename(fs::path(here.keys()).concat(".right"), here.keys());
    EXPECT_TRUE(open_database(here));
}

TEST_F(Backup, ADistrictThatIsNoneIsRefusedByName) {
    EXPECT_EQ(verify(here, {.district = "nowhere"}), misused);
    EXPECT_EQ(export_books(here, {"nowhere", 0, "journal", ""}), misused);
    EXPECT_EQ(verify(here, {.district = "test"}), done);
}

TEST_F(Backup, RefusesADamagedCopy) {
    ASSERT_EQ(backup(here, {copy()}), done);
    auto const database = root_ / "copy" / "database";
    std::fstream file(database, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(fs::file_size(database) / 2));
    file << std::string(20'000, '\x5a');
    file.close();
    EXPECT_THROW((void)restore(at("elsewhere"), {copy()}), std::runtime_error);
    EXPECT_FALSE(fs::exists(root_ / "elsewhere" / "banshi.db"));
    EXPECT_EQ(restore(at("elsewhere"), {(root_ / "nothing").string()}), misused);
}

}  // namespace
}  // namespace banshi::cli
