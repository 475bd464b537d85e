#include "cli/map_file.h"

#include <spdlog/spdlog.h>

#include "base/config.h"

namespace banshi::people {
BOOST_DESCRIBE_STRUCT(Map, (), (coordinates, review_number))
}  // namespace banshi::people

namespace banshi::cli {

namespace fs = std::filesystem;

static Refusal wrong(std::string const& why, fs::path const& file, std::string const& field) {
    return {Why::invalid,
            why,
            field,
            field,
            {{"file", file.string()}, {"line", "1"}, {"field", field}, {"allowed", "GeoJSON"}}};
}

// "type" and "features" alone: what a page does with the rest of it, a page decides.
static Result<void> check_collection(fs::path const& file) {
    boost::system::error_code error;
    auto const parsed = json::parse(read_file(file), error);
    auto const* object = error ? nullptr : parsed.if_object();
    if (!object) return wrong("config.value", file, "{}");
    auto const* type = object->if_contains("type");
    if (!type || *type != json::value("FeatureCollection"))
        return wrong("config.value", file, "type");
    auto const* features = object->if_contains("features");
    if (!features || !features->is_array()) return wrong("config.value", file, "features");
    return {};
}

Result<std::optional<people::Map>> read_map(fs::path const& folder) {
    auto const file = folder / map_file, about = folder / "map.toml";
    bool const has_file = fs::exists(file), has_about = fs::exists(about);
    if (!has_file && !has_about) return std::optional<people::Map>{};
    if (!has_file) return wrong("config.missing", file, "features");
    if (!has_about) return wrong("config.missing", about, "coordinates");
    TRY(check_collection(file));
    return std::optional{TRY(config::read<people::Map>(read_file(about), about.string()))};
}

void add_maps(server::StaticFiles& files, fs::path const& districts, City const& city) {
    for (auto const& each : city.districts) {
        if (!each.district.policy<people::Place>().map) continue;
        auto const& name = each.district.name();
        auto bytes = read_file(districts / name / map_file);
        if (bytes.size() > large_map)
            spdlog::warn("{}: {} has {} kB; above {} kB it is slow on a phone", name, map_file,
                         bytes.size() / 1000, large_map / 1000);
        files.add(name + "/" + std::string(map_file), std::move(bytes));
    }
}

}  // namespace banshi::cli
