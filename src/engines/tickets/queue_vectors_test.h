#pragma once
// The reference numbers of the queue mathematics, for the tests of this folder.

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace banshi::tickets {

// The rows of one table; throws when the file or the table is missing or empty.
inline boost::json::array vector_rows(char const* table) {
    std::ifstream file{"test/data/queue-vectors.json"};
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    auto const rows = boost::json::parse(text).as_object().at(table).as_array();
    if (rows.empty()) throw std::runtime_error{table};
    return rows;
}

inline double number(boost::json::value const& row, char const* name) {
    return row.as_object().at(name).to_number<double>();
}

inline int whole(boost::json::value const& row, char const* name) {
    return row.as_object().at(name).to_number<int>();
}

inline std::vector<double> numbers(boost::json::value const& row, char const* name) {
    std::vector<double> found;
    for (auto const& each : row.as_object().at(name).as_array())
        found.push_back(each.to_number<double>());
    return found;
}

inline bool is_null(boost::json::value const& row, char const* name) {
    return row.as_object().at(name).is_null();
}

}  // namespace banshi::tickets
