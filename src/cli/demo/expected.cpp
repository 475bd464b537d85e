#include "cli/demo/expected.h"

namespace banshi::demo {

BOOST_DESCRIBE_STRUCT(Expected, (), (at, name, id_number, service))

std::string expected_text(std::vector<Expected> const& people, Zone const& zone) {
    return json::serialize(shape::write(people, zone));
}

std::optional<std::vector<Expected>> read_expected(std::string_view text) {
    boost::system::error_code no_json;
    auto const value = json::parse(text, no_json);
    std::vector<Expected> people;
    if (no_json || !shape::fit(value, people, shape::Source::json, "").code.empty())
        return std::nullopt;
    return people;
}

}  // namespace banshi::demo
