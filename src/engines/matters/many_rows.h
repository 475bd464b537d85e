#pragma once
// One statement for many rows whose keys are known, so many at once. For the engine alone.

#include <string>
#include <vector>

#include "store/call.h"
#include "store/store.h"

namespace banshi::matters::rows {

constexpr std::size_t many_at_once = 32;
// The last places of the statement.
constexpr Words among{
    "IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?) "};

template <class Row, class Key, std::size_t... At, class... First>
void add_many(Call& call, Sql sql, std::vector<Row>& rows, Key const* keys, std::size_t count,
              std::index_sequence<At...>, First const&... first) {
    static Key const none{};
    call.tx.each<Row>(
        sql, [&rows](Row row) { rows.push_back(std::move(row)); }, first...,
        (At < count ? keys[At] : none)...);
}

// The statement's places are those that come first, and then the keys.
template <class Row, class Key, class... First>
std::vector<Row> of_many(Call& call, Sql sql, std::vector<Key> const& keys, First const&... first) {
    std::vector<Row> rows;
    for (std::size_t at = 0; at < keys.size(); at += many_at_once)
        add_many(call, sql, rows, &keys[at], std::min(many_at_once, keys.size() - at),
                 std::make_index_sequence<many_at_once>(), first...);
    return rows;
}

}  // namespace banshi::matters::rows
