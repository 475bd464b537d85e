#pragma once
// How the house's types lie in a column: ids and described enums as TEXT; Day as day number,
// Instant as UTC microseconds, Clock and Minutes as minutes, Seconds as seconds, bool as 0 or 1,
// all BIGINT. An empty optional is NULL.

#include <boost/describe.hpp>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/shape.h"
#include "store/row_fields.h"

namespace banshi::cells {

enum class Kind { whole, text };

// A value on its way into a statement; text is only borrowed.
struct In {
    Kind kind = Kind::whole;
    bool null = false;
    std::int64_t whole = 0;
    std::string_view text = {};
};

// A column on its way out.
struct Out {
    Kind kind = Kind::whole;
    bool null = false;
    long long whole = 0;
    std::string text = {};
};

template <class T>
constexpr Kind kind_of() {
    if constexpr (shape::Optional<T>)
        return kind_of<typename T::value_type>();
    else if constexpr (std::is_convertible_v<T, std::string_view> || shape::Typed<T> ||
                       std::is_enum_v<T>)
        return Kind::text;
    else
        return Kind::whole;
}

template <class T>
In put(T const& value) {
    In cell{kind_of<T>()};
    if constexpr (shape::Optional<T>) {
        if (value) return put(*value);
        cell.null = true;
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
        cell.text = value;
    } else if constexpr (shape::Typed<T>) {
        cell.text = value.text;
    } else if constexpr (std::is_enum_v<T>) {
        cell.text = boost::describe::enum_to_string(value, "");
    } else if constexpr (std::is_same_v<T, Clock>) {
        cell.whole = value.since_midnight.count();
    } else if constexpr (requires { value.time_since_epoch(); }) {
        cell.whole = value.time_since_epoch().count();
    } else if constexpr (requires { value.count(); }) {
        cell.whole = value.count();
    } else {
        static_assert(std::integral<T>, "teach cells.h how this type lies in a column");
        cell.whole = static_cast<std::int64_t>(value);
    }
    return cell;
}

// Not inline: a row is a call for each of its columns, not the same code again for each.
template <class T>
[[gnu::noinline]] void take(Out const& cell, T& value) {
    if constexpr (shape::Optional<T>) {
        value.reset();
        if (!cell.null) take(cell, value.emplace());
    } else if constexpr (std::is_same_v<T, std::string>) {
        value = cell.text;
    } else if constexpr (shape::Typed<T>) {
        value.text = cell.text;
    } else if constexpr (std::is_enum_v<T>) {
        if (!boost::describe::enum_from_string(cell.text.c_str(), value))
            throw std::runtime_error("unknown word in a column: " + cell.text);
    } else if constexpr (std::is_same_v<T, Clock>) {
        value.since_midnight = Minutes{cell.whole};
    } else if constexpr (requires { value.time_since_epoch(); }) {
        value = T{typename T::duration{cell.whole}};
    } else if constexpr (requires { value.count(); }) {
        value = T{cell.whole};
    } else {
        value = static_cast<T>(cell.whole);
    }
}

template <class T>
constexpr bool single = std::is_same_v<T, std::string> || shape::Typed<T> || shape::Optional<T> ||
                        std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, Clock> ||
                        requires(T value) {
    value.time_since_epoch();
}
|| requires(T value) { value.count(); };

// The kinds of the columns that fill a Row, in order.
template <class Row>
std::vector<Kind> columns_of() {
    std::vector<Kind> out;
    if constexpr (single<Row>) {
        out.push_back(kind_of<Row>());
    } else {
        Row const row{};
        each_field(row, [&](auto const& field, std::size_t) {
            out.push_back(kind_of<std::remove_cvref_t<decltype(field)>>());
        });
    }
    return out;
}

template <class Row>
Row row_of(std::span<Out const> columns) {
    Row row{};
    if constexpr (single<Row>)
        take(columns[0], row);
    else
        each_field(row, [&](auto& field, std::size_t at) { take(columns[at], field); });
    return row;
}

}  // namespace banshi::cells
