#pragma once
// The computed draws of test/data/draws.

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "engines/draws/protocol.h"

namespace banshi::draws {

inline boost::json::object vector_file(std::string const& name) {
    std::ifstream in("test/data/draws/" + name);
    return boost::json::parse(
               std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()))
        .as_object();
}

inline std::string word(boost::json::value const& value) { return std::string(value.as_string()); }
inline Hash hash(boost::json::value const& value) {
    return record::hash_of_hex(word(value)).value();
}
inline std::vector<std::string> words(boost::json::value const& value) {
    std::vector<std::string> out;
    for (auto const& each : value.as_array()) out.push_back(word(each));
    return out;
}

}  // namespace banshi::draws
