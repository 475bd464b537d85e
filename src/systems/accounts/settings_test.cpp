#include "systems/accounts/settings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engines/people/people.h"
#include "systems/accounts/system.h"

namespace banshi::accounts {

namespace fs = std::filesystem;

static std::string text_of(fs::path const& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(AccountSettings, ASecondFactorIsAskedOfKnownRoles) {
    auto const toml = text_of("test/districts/test/people.toml");
    EXPECT_TRUE(read_settings("second_factor = [\"clerk\"]\n" + toml, "people.toml"));
    auto const wrong = read_settings("second_factor = [\"clark\"]\n" + toml, "people.toml");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.refusal().facts.at("line"), "1");
}

TEST(Settings, OfEveryDistrictAreSound) {
    int districts = 0;
    for (auto const& entry : fs::directory_iterator("config/districts")) {
        District district{"xinqu", Zone("Asia/Shanghai"), std::make_shared<WorkCalendar>()};
        auto const file = entry.path() / "people.toml";
        auto const read = system().configure(district, text_of(file), file.string());
        ASSERT_TRUE(read) << file << ": " << read.refusal().text << " " << read.refusal().field;
        EXPECT_TRUE(district.policy<people::Policy>().role("hall_manager"));
        ++districts;
    }
    EXPECT_GT(districts, 0);
}

TEST(Settings, WithAnIllegalNumberAreRefused) {
    District district{"xinqu", Zone("Asia/Shanghai"), std::make_shared<WorkCalendar>()};
    auto const entry = *fs::directory_iterator("config/districts");
    auto toml = text_of(entry.path() / "people.toml");
    toml.replace(toml.find("tries         = 5"), 17, "tries         = 0");
    auto const refused = system().configure(district, toml, "people.toml").refusal();
    EXPECT_EQ(refused.text, "config.value");
    EXPECT_EQ(refused.facts.at("field"), "passwords.tries");
    EXPECT_EQ(refused.facts.at("line"), "5");
    EXPECT_EQ(refused.facts.at("allowed"), "1..20");
}

TEST(Settings, OfNoticesNameTheirMistake) {
    auto const entry = *fs::directory_iterator("config/districts");
    auto const good = text_of(entry.path() / "people.toml");
    auto const field = [&](std::string const& from, std::string const& to) {
        auto toml = good;
        toml.replace(toml.find(from), from.size(), to);
        District district{"xinqu", Zone("Asia/Shanghai"), std::make_shared<WorkCalendar>()};
        auto const read = system().configure(district, toml, "people.toml");
        return read ? "ok" : read.refusal().field;
    };
    auto const robot = [&](std::string const& channel, std::string const& secret) {
        return field("robots        = []", "robots = [{name = \"a\", channel = \"" + channel +
                                               "\", node = \"/xinqu/a\", secret = \"" + secret +
                                               "\"}]");
    };
    EXPECT_EQ(robot("wecom", "a.key"), "ok");
    EXPECT_EQ(robot("sms", "a.key"), "notices.robots[0].channel");
    EXPECT_EQ(robot("wecom", "../a.key"), "notices.robots[0].secret");
    EXPECT_EQ(field("channels       = [\"sms\"]", "channels = [\"wecom\"]"),
              "notices.staff.channels");
    EXPECT_EQ(field("to             = 20:00:00", "to = 07:00:00"), "notices.staff.to");
}

}  // namespace banshi::accounts
