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
    EXPECT_EQ(broken("to = \"12:00\"", "to = \"09:00\""), "config.value halls[0].opening");
    EXPECT_EQ(broken("services = [\"medical\"", "services = [\"pensions\""),
              "config.value halls[0].windows");
    EXPECT_EQ(broken("hold_minutes", "held_minutes"), "config.missing rules.hold_minutes");
}

}  // namespace banshi::hall
