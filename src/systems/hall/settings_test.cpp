#include "systems/hall/settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace banshi::hall {

static std::string file_text(std::filesystem::path const& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

static std::vector<std::filesystem::path> hall_files() {
    std::vector<std::filesystem::path> files;
    for (auto const& district : std::filesystem::directory_iterator("config/districts"))
        if (exists(district.path() / "hall.toml")) files.push_back(district.path() / "hall.toml");
    std::ranges::sort(files);
    return files;
}

TEST(Settings, OfEveryDistrictAreLegal) {
    auto const files = hall_files();
    EXPECT_GE(files.size(), 9u);
    for (auto const& file : files) {
        auto const settings = read_settings(file_text(file), file.string());
        EXPECT_TRUE(settings) << file << ": "
                              << (settings ? ""
                                           : settings.refusal().text + " at " +
                                                 settings.refusal().field);
    }
}

TEST(Settings, RefuseWithTheLine) {
    auto const read = read_settings("[rules]\nboost_minutes = 15\nearly_mins = 30\n", "hall.toml");
    EXPECT_EQ(read.refusal().text, "config.unknown");
    EXPECT_EQ(read.refusal().facts.at("line"), "3");
    auto text = file_text(hall_files().front());
    auto const at = text.find("{ weekday = 2");
    text.replace(at, 13, "{ weekday = 9");
    auto const line = 1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n');
    EXPECT_EQ(read_settings(text, "hall.toml").refusal().facts.at("line"), std::to_string(line));
}

TEST(Settings, RefuseWhatShapeCannotSee) {
    auto const sound = file_text(hall_files().front());
    auto const broken = [&](std::string const& from, std::string const& to) {
        auto text = sound;
        text.replace(text.find(from), from.size(), to);
        auto const read = read_settings(text, "hall.toml");
        return read ? "ok" : read.refusal().text + " " + read.refusal().field;
    };
    EXPECT_EQ(broken("[rules]", "[rules]"), "ok");
    EXPECT_EQ(broken("grace_minutes      = 10", "grace_minutes = 241"),
              "config.value rules.grace_minutes");
    EXPECT_EQ(broken("cool_least_minutes      = 5", "cool_least_minutes = 31"),
              "config.value rules.cool_least_minutes");
    EXPECT_EQ(broken("to = \"12:00\"", "to = \"09:00\""), "config.value halls[0].opening[0]");
    EXPECT_EQ(broken("services = [\"medical\"", "services = [\"pensions\""),
              "config.value halls[0].windows[0].services");
    EXPECT_EQ(broken("{ weekday = 1, from = \"13:30\"", "{ weekday = 1, from = \"11:30\""),
              "config.value halls[0].opening[1]");
    EXPECT_EQ(broken("id           = \"pension\"", "id = \"medical\""),
              "config.value halls[0].services[1].id");
    EXPECT_EQ(broken("prefix       = \"D\"", "prefix = \"C\""),
              "config.value halls[0].services[1].prefix");
    EXPECT_EQ(broken("[[halls.services]]",
                     "volume = [{from = \"12:00\", to = \"09:00\", percent = 50}]\n"
                     "[[halls.services]]"),
              "config.value halls[0].volume[0]");
    EXPECT_EQ(broken("[\"elderly\"", "[\"eldest\""), "config.value rules.priority_groups");
    EXPECT_EQ(broken("hold_minutes", "held_minutes"), "config.unknown rules.held_minutes");
}

}  // namespace banshi::hall
