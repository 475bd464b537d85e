// The feed as a reader meets it: XML that parses whatever people typed, and nobody's name.

#include <gtest/gtest.h>
#include <unistd.h>

#include <pugixml.hpp>

#include "base/file_for_test.h"
#include "engines/notices/notices.h"
#include "engines/people/keys.h"
#include "store/database_for_test.h"
#include "store/store.h"
#include "systems/supervision/figures.h"
#include "systems/supervision/filing.h"
#include "systems/supervision/system.h"

namespace banshi::supervision {
namespace {

class FeedTest : public testing::TestWithParam<char const*> {
protected:
    void SetUp() override {
        if (!database_.find(GetParam())) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        for (auto const* part : {"matter", "supervision"}) {
            auto const file = "text/zh/" + std::string(part) + ".toml";
            texts_.add(Language::zh, file_text(file), file);
        }
        SeededRandom chance(7);
        people::use_keys(people::fresh_keys(chance));
        std::string const settings = "test/districts/test/supervision.toml";
        ASSERT_TRUE(system().configure(district_, file_text(settings), settings));
        district_.set(notices::Policy{{Minutes{0}}, {Minutes{0}}, 600, 600, 5});
        district_.set_address("https://city.example/test");
        store_ = open_emptied_store({database_.address(), 2, false});
        write([&](Call& call) {
            people::put_org(call, {{"city"}, {}, people::OrgKind::city, "测试市", "/"});
            people::put_org(call,
                            {{"test"}, {"city"}, people::OrgKind::district, "测试区", "/test"});
            EXPECT_TRUE(system().establish(call));
        });
    }
    void TearDown() override { store_.reset(); }

    void write(std::function<void(Call&)> const& deed) {
        store_->write_now([&](Transaction& tx) {
            Actor const visitor;
            Call call{visitor, now_, district_, tx, system_random(), texts_};
            deed(call);
            return true;
        });
    }
    void report(std::string const& text, matters::Visibility visibility) {
        ReportProblem form{};
        form.category = "road";
        form.text = text;
        form.visibility = visibility;
        form.name = "张玉珍";
        form.phone = "13812340000";
        write([&](Call& call) { EXPECT_TRUE(report_problem(call, form)); });
    }
    std::string feed() {
        std::string bytes;
        write([&](Call& call) { bytes = problems_feed(call, {}).value().bytes; });
        return bytes;
    }

    Instant now_ = *read_instant("2026-03-02T10:00:00+08:00");

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

TEST_P(FeedTest, ParsesWhateverPeopleTyped) {
    report("路灯 <b>不亮</b> & \"漏电\"\xEF\xBF\xBE", matters::Visibility::open);
    pugi::xml_document read;
    ASSERT_TRUE(read.load_string(feed().c_str()));
    auto const entry = read.child("feed").child("entry");
    EXPECT_TRUE(std::string(entry.child_value("title")).ends_with("路灯 <b>不亮</b> & \"漏电\""));
    EXPECT_STREQ(entry.child("link").attribute("href").value(), entry.child_value("id"));
    EXPECT_STREQ(entry.child_value("updated"), "2026-03-02T10:00:00+08:00");
    EXPECT_STREQ(read.child("feed").child_value("title"), "测试区公开的问题");
}

TEST_P(FeedTest, NamesNobodyAndTellsOnlyWhatIsPublic) {
    report("我是张玉珍，电话 13812340000，路面塌陷", matters::Visibility::open);
    report("不公开的事", matters::Visibility::closed);
    auto const bytes = feed();
    EXPECT_EQ(bytes.find("张玉珍"), std::string::npos);
    EXPECT_EQ(bytes.find("13812340000"), std::string::npos);
    EXPECT_EQ(bytes.find("不公开的事"), std::string::npos);
    EXPECT_NE(bytes.find("路面塌陷"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Databases, FeedTest, testing::Values("sqlite", "postgres"));

}  // namespace
}  // namespace banshi::supervision
