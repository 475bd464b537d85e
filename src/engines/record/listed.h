#pragma once
// Facts of a row in one text, for a hash that binds them. Rows of the program and rows as a
// verification reads them, in plain texts and numbers, give the same text.

#include <boost/describe.hpp>
#include <concepts>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"

namespace banshi::record {

namespace detail {

inline std::string text_of(std::string const& text) { return text; }
inline std::string text_of(Day day) { return std::to_string(day.time_since_epoch().count()); }
inline std::string text_of(Instant at) { return std::to_string(at.time_since_epoch().count()); }
template <class Kind>
std::string text_of(Id<Kind> const& id) {
    return id.text;
}
template <class Word>
requires std::is_enum_v<Word> std::string text_of(Word word) {
    return boost::describe::enum_to_string(word, "");
}
template <std::integral Number>
std::string text_of(Number number) {
    return std::to_string(+number);
}
// What is not there is told from what is empty.
template <class Value>
std::string text_of(std::optional<Value> const& value) {
    return value ? "=" + text_of(*value) : "";
}

}  // namespace detail

template <class... Fields>
std::string listed(std::string text, Fields const&... fields) {
    ((text += '\0', text += detail::text_of(fields)), ...);
    return text;
}

}  // namespace banshi::record
