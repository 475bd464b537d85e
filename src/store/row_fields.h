#pragma once
// The fields of a row, in order. Boost.PFR finds out how many there are by trying from eight
// times the row's bytes downwards, which took the compiler long; here one is added at a time.

#include <boost/pfr.hpp>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace banshi {

struct Anything {
    template <class T>
    operator T() const noexcept;  // never called
};

template <class Row, class... Fields>
consteval std::size_t fields_of_row() {
    if constexpr (requires { Row{Fields{}..., Anything{}}; })
        return fields_of_row<Row, Fields..., Anything>();
    else
        return sizeof...(Fields);
}

// Calls see(field, place) for each field.
template <class Row, class See>
void each_field(Row& row, See see) {
    using Places = std::make_index_sequence<fields_of_row<std::remove_const_t<Row>>()>;
    boost::pfr::detail::for_each_field_dispatcher(
        row,
        [&](auto&& fields) {
            boost::pfr::detail::for_each_field_impl(fields, see, Places{}, std::false_type{});
        },
        Places{});
}

}  // namespace banshi
