#pragma once
// One value told in two formats, for programs that ask for either: JSON in the Spark convention,
// where a list has no names of its own, and XML, where it has two.

#include <boost/json.hpp>
#include <string>
#include <string_view>

namespace banshi::documents {

struct Feed {
    std::string_view root;  // "services"
    std::string_view item;  // "service"; empty: the value is no list
    boost::json::value value;
};

// A list below the root names its items by its own name without the last letter: values, value.
// What is null is an empty element; characters that XML forbids are left out.
std::string xml(Feed const&);
// Numbers as people write them: 45.608, not 4.5608E1.
std::string plain_json(boost::json::value const&);

// The text without the characters that XML 1.0 forbids.
std::string fit_for_xml(std::string_view text);

}  // namespace banshi::documents
