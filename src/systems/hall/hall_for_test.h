#pragma once
// A small hall in a fresh database, on SQLite and PostgreSQL, with a clock that the test holds.
// Open 9:00-12:00 and 13:30-17:00 from Monday to Friday; service a takes one slot of 15 minutes,
// b takes two; no cooling, all windows may be booked.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engines/people/people.h"
#include "store/store.h"
#include "systems/hall/booking.h"
#include "systems/hall/hall.h"
#include "systems/hall/system.h"

namespace banshi::hall {

inline Instant at(std::string const& wall) {
    return read_instant(wall.substr(0, 10) + "T" + wall.substr(11) + ":00+08:00").value();
}

inline std::string file_text(std::filesystem::path const& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

// With the check digit of GB 11643.
inline std::string id_number(int person) {
    auto const number = std::to_string(person);
    auto digits = "23011019700101" + std::string(3 - number.size(), '0') + number;
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t at = 0; at < 17; ++at) sum += (digits[at] - '0') * weights[at];
    return digits + "10X98765432"[sum % 11];
}

// The rules of some district of the project, with another hall.
inline Settings small_hall(int windows) {
    auto const district = *std::filesystem::directory_iterator("config/districts");
    auto settings = read_settings(file_text(district.path() / "hall.toml"), "hall.toml");
    auto out = std::move(settings).value();
    out.rules.cool_least_minutes = out.rules.cool_most_minutes = 0;
    out.rules.booked_share_percent = 100;
    auto& hall = out.halls.front();
    hall.id = {"h"};
    hall.services.resize(2);
    hall.services[0] = {{"a"}, {"qa"}, "甲", "A", "A", 1, 10, {"身份证"}, {"ID card"}};
    hall.services[1] = {{"b"}, {"qb"}, "乙", "B", "B", 2, 20, {"身份证"}, {"ID card"}};
    hall.windows.clear();
    for (int number = 1; number <= windows; ++number)
        hall.windows.push_back({{std::to_string(number)}, {{"a"}, {"b"}}});
    return out;
}

class HallTest : public testing::TestWithParam<char const*> {
protected:
    void SetUp() override {
        std::string url = GetParam();
        if (url == "postgres") {
            auto const* dsn = std::getenv("BANSHI_POSTGRES");
            if (!dsn) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
            url = dsn;
        } else {
            path_ =
                std::filesystem::temp_directory_path() / ("hall_test_" + std::to_string(getpid()));
            url = "sqlite:" + path_.string();
        }
        people::use_keys(people::fresh_keys(system_random()));
        for (auto const* language : {"zh", "en"})
            for (auto const& file :
                 std::filesystem::directory_iterator(std::filesystem::path("text") / language))
                texts_.add(std::string(language) == "zh" ? Language::zh : Language::en,
                           file_text(file.path()), file.path().string());
        auto calendar = std::make_shared<WorkCalendar>();
        calendar->add_year(file_text("config/calendar/2026.toml"), "2026.toml");
        district_ = District("d", Zone("Asia/Shanghai"), calendar);
        store_ = open_emptied_store({url, 8, false});
        open_with(small_hall(1));
    }
    void TearDown() override {
        store_.reset();
        for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
    }

    template <class Deed>
    auto write(Deed const& deed) {
        std::optional<decltype(deed(std::declval<Call&>()))> out;
        store_->write_now([&](Transaction& tx) {
            Call call{actor_, now_, district_, tx, system_random(), texts_};
            out.emplace(deed(call));
            return bool(*out);
        });
        return *out;
    }
    // One deed as one writes it in a scenario: the use case and its form.
    template <class In, class Out>
    Result<Out> does(Result<Out> (*use_case)(Call&, In const&), In const& form) {
        return write([&](Call& call) { return use_case(call, form); });
    }

    // For what is always possible.
    void let(std::function<void(Call&)> const& deed) {
        store_->write_now([&](Transaction& tx) {
            Call call{actor_, now_, district_, tx, system_random(), texts_};
            deed(call);
            return true;
        });
    }
    void open_with(Settings settings) {
        district_.set(std::move(settings));
        let([](Call& call) {
            people::put_org(call, {{"d"}, {}, people::OrgKind::district, "d", "/d"});
            ASSERT_TRUE(system().establish(call));
        });
    }

    template <class Out>
    static std::string said(Result<Out> const& result) {
        return result ? "ok" : result.refusal().text;
    }

    void as_staff(std::vector<Right> const& rights) {
        actor_ = {Actor::Kind::staff, {"clerk"}, {}, "王", {}};
        for (auto const& right : rights) actor_.grants.push_back({right, "/"});
    }
    void as_visitor() { actor_ = {}; }

    std::filesystem::path path_;
    std::unique_ptr<Store> store_;
    Texts texts_;
    Actor actor_;
    District district_{"d", Zone("Asia/Shanghai"), nullptr};
    Instant now_ = at("2026-03-02 07:00");  // Monday
};

}  // namespace banshi::hall
