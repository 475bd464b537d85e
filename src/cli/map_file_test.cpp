#include "cli/map_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/file_for_test.h"
#include "cli/pages.h"

namespace banshi::cli {
namespace {

namespace fs = std::filesystem;

class MapFile : public testing::Test {
protected:
    void SetUp() override {
        fs::remove_all(root_);
        fs::create_directories(root_ / "www");
        fs::create_directories(folder());
        write(root_ / "www/citizen.html", "<p>citizen");
    }
    void TearDown() override { fs::remove_all(root_); }

    fs::path folder() const { return root_ / "districts/xinqu"; }
    void map(std::string const& text) const { write(folder() / "map.geojson", text); }
    void about(std::string const& text) const { write(folder() / "map.toml", text); }
    std::string outcome() const {
        auto const read = read_map(folder());
        if (!read) return read.refusal().text + " " + read.refusal().field;
        return read.value() ? "map" : "none";
    }
    std::optional<server::Reply> get(std::string const& target,
                                     server::Headers headers = {}) const {
        City city;
        District district{"xinqu", Zone("Asia/Shanghai"), std::make_shared<WorkCalendar>()};
        district.set(people::Place{"", "", "", {}, read_map(folder()).value()});
        city.districts.push_back({std::move(district), {}, {}});
        server::StaticFiles files((root_ / "www").string());
        add_maps(files, root_ / "districts", city);
        server::Request request;
        request.method = "GET";
        request.headers = std::move(headers);
        server::read_target(target, request);
        return page(files, city, request);
    }

private:
    static void write(fs::path const& path, std::string const& text) {
        std::ofstream(path) << text;
    }
    fs::path root_ = own_test_folder("banshi_map_file_test");
};

std::string const empty_map = R"({"type":"FeatureCollection","features":[]})";

TEST_F(MapFile, IsOptionalAndNeedsItsDatum) {
    EXPECT_EQ(outcome(), "none");
    map(empty_map);
    EXPECT_EQ(outcome(), "config.missing coordinates");
    about("coordinates = \"mars\"\n");
    EXPECT_EQ(outcome(), "config.choice coordinates");
    about("coordinates = \"gcj02\"\nreview_number = \"GS 1\"\n");
    EXPECT_EQ(outcome(), "map");
    EXPECT_EQ(read_map(folder()).value()->review_number, "GS 1");
}

TEST_F(MapFile, IsMissedWhereItIsDescribed) {
    about("coordinates = \"wgs84\"\n");
    EXPECT_EQ(outcome(), "config.missing features");
}

TEST_F(MapFile, IsRefusedWhenItIsNoCollectionOfFeatures) {
    about("coordinates = \"wgs84\"\n");
    for (auto const& [text, field] : {std::pair{"", "{}"},
                                      {"[]", "{}"},
                                      {"{\"type\":\"Feature\"}", "type"},
                                      {"{\"type\":\"FeatureCollection\"}", "features"}}) {
        map(text);
        EXPECT_EQ(outcome(), std::string("config.value ") + field) << text;
    }
}

TEST_F(MapFile, IsServedBelowItsDistrictWithATag) {
    EXPECT_FALSE(get("/xinqu/map.geojson"));
    map(empty_map);
    about("coordinates = \"wgs84\"\n");
    auto const reply = get("/xinqu/map.geojson");
    ASSERT_TRUE(reply);
    EXPECT_EQ(*reply->shared, empty_map);
    auto const header = [&](std::string_view name) {
        for (auto const& [key, value] : reply->headers)
            if (key == name) return value;
        return std::string();
    };
    EXPECT_EQ(header("Content-Type"), "application/geo+json");
    EXPECT_EQ(get("/xinqu/map.geojson", {{"If-None-Match", header("ETag")}})->status, 304);
    EXPECT_EQ(*get("/xinqu/report")->shared, "<p>citizen");
    EXPECT_FALSE(get("/other/map.geojson"));
}

TEST_F(MapFile, LikeEveryFileIsNoPageWhereItIsNotThere) {
    for (auto const* file : {"/xinqu/receipt/3.tlog-proof", "/xinqu/console/photo.png"})
        EXPECT_FALSE(get(file)) << file;
    EXPECT_EQ(*get("/xinqu/receipt/3")->shared, "<p>citizen");
}

}  // namespace
}  // namespace banshi::cli
