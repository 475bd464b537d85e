#pragma once
// The public logs 公开日志 of a city: one a district, and the city's own, whose leaves are the
// signed heads of the districts' logs. Whoever watches the city's log watches them all.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engines/record/key.h"
#include "store/call.h"

namespace banshi::record {

// The city's own log stands under this name in every key; no district may bear it.
inline constexpr char const* city_log = "city";

// What everybody may know of a log in advance.
struct PublicLog {
    std::string origin;
    std::vector<VerifierKey> keys;  // all that ever signed for it
    std::vector<VerifierKey> witnesses = {};
};

// A policy of every district.
struct Logs {
    District const* city;  // of the city's own log
    std::map<std::string, PublicLog> by_name;
};

// Where the city's log holds a head of another.
struct Anchor {
    std::uint64_t size = 0;              // of the head
    std::optional<std::uint64_t> place;  // in the city's log; nothing while it waits
};

// Takes the newest head of that log into the city's, whose call this is; false where it is in.
bool take_in_head(Call& city, std::string const& log);
std::optional<Anchor> newest_anchor(Transaction&, std::string const& log);
// The signed heads of a log of this origin, as the entries of the city's log hold them.
std::vector<std::string> heads_taken_in(Transaction&, std::string const& origin);

}  // namespace banshi::record
