#pragma once
// For tests: the face of Open311 as a program meets it, without a server, on both databases.

#include <gtest/gtest.h>

#include "base/file_for_test.h"
#include "engines/matters/matters.h"
#include "engines/notices/notices.h"
#include "engines/people/keys.h"
#include "store/database_for_test.h"
#include "store/store.h"
#include "systems/supervision/open311.h"
#include "systems/supervision/open311_keys.h"
#include "systems/supervision/system.h"

namespace banshi::supervision {

class Open311Test : public testing::TestWithParam<char const*> {
protected:
    void SetUp() override {
        if (!database_.find(GetParam())) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        for (auto const* part : {"open311", "matter", "supervision", "server", "files"})
            for (auto const& [language, folder] :
                 {std::pair{Language::zh, "zh"}, {Language::en, "en"}}) {
                auto const file = "text/" + std::string(folder) + "/" + part + ".toml";
                texts_.add(language, file_text(file), file);
            }
        SeededRandom chance(7);
        people::use_keys(people::fresh_keys(chance));
        std::string const settings = "test/districts/test/supervision.toml";
        ASSERT_TRUE(system().configure(district_, file_text(settings), settings));
        district_.set(notices::Policy{{Minutes{0}}, {Minutes{0}}, 600, 600, 5});
        district_.set_address("https://city.example/test");
        store_ = open_emptied_store({database_.address(), 2, false});
        write([&](Call& call) {
            people::put_org(
                call,
                {{"test"}, {}, people::OrgKind::district, "测试区", people::node(call.district)});
            EXPECT_TRUE(system().establish(call));
        });
    }
    void TearDown() override { store_.reset(); }

    void write(std::function<void(Call&)> const& deed) {
        store_->write_now([&](Transaction& tx) {
            Call call{staff_, now_, district_, tx, system_random(), texts_};
            deed(call);
            return true;
        });
    }

    Said said(Asked asked) {
        asked.open = {&district_};
        auto const district = face_.place(asked);
        if (!district) return face_.refuse(asked, texts_, Language::en, district.refusal(), 0);
        Said out;
        store_->write_now([&](Transaction& tx) {
            Actor const visitor;
            Call call{visitor, now_, district_, tx, system_random(), texts_, Language::en};
            out = face_.serve(call, asked);
            return out.status < 400;
        });
        return out;
    }
    Said get(std::string const& name, Pairs query = {}) {
        std::vector<std::string> path{"v2"};
        for (std::size_t at = 0; at <= name.size();) {
            auto const end = std::min(name.find('/', at), name.size());
            path.push_back(name.substr(at, end - at));
            at = end + 1;
        }
        return said({.method = "GET", .path = path, .query = std::move(query)});
    }
    Said post(std::string const& name, Pairs form) {
        form.emplace_back("api_key", key_);
        return said({.method = "POST", .path = {"v2", name}, .form = std::move(form)});
    }
    json::value got(std::string const& name, Pairs query = {}) {
        auto const answer = get(name + ".json", std::move(query));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::parse(answer.body);
    }
    std::string file_one(Pairs more = {}) {
        Pairs form{{"service_code", "road"}, {"lat", "45.608123"}, {"long", "126.660456"}};
        for (auto& each : more) form.push_back(std::move(each));
        auto const answer = post("requests.json", std::move(form));
        EXPECT_EQ(answer.status, 201) << answer.body;
        return json::parse(answer.body).at(0).at("service_request_id").as_string().c_str();
    }
    static std::vector<std::string> faults(Said const& answer) {
        std::vector<std::string> out;
        auto const list = json::parse(answer.body);
        for (auto const& each : list.as_array()) {
            EXPECT_EQ(each.at("code").as_int64(), answer.status);
            out.emplace_back(each.at("description").as_string());
        }
        return out;
    }

    // By the office: up to a clearance with this outcome.
    void clear(std::string const& number, matters::Outcome outcome, std::string const& text) {
        write([&](Call& call) {
            auto m = matters::find_by_number(call, number).value();
            EXPECT_TRUE(matters::accept(call, m));
            EXPECT_TRUE(matters::dispatch(call, m, {{"urban"}}));
            EXPECT_TRUE(matters::sign(call, m));
            EXPECT_TRUE(matters::answer(call, m, {outcome, text}));
        });
        now_ += Minutes{5};
        staff_.account = {"approver"};
        write([&](Call& call) {
            auto m = matters::find_by_number(call, number).value();
            EXPECT_TRUE(matters::clear(call, m, 1));
        });
        staff_.account = {"clerk"};
    }

    Face const face_ = open311_face();
    std::string key_ = "banshi-open311-trial";
    Instant now_ = *read_instant("2026-09-18T10:00:00+08:00");
    Actor staff_{Actor::Kind::staff, {"clerk"}, {}, "clerk", {{manage_clients, "/"}}};

private:
    static std::shared_ptr<WorkCalendar const> calendar() {
        auto calendar = std::make_shared<WorkCalendar>();
        std::string const file = "config/calendar/2026.toml";
        calendar->add_year(file_text(file), file);
        return calendar;
    }

    TestDatabase database_;
    Texts texts_;
    District district_{"test", Zone("Asia/Shanghai"), calendar()};
    std::unique_ptr<Store> store_;
};

}  // namespace banshi::supervision
