#pragma once
// One line of a .scenario file. Verbs are use cases, fields are fields of their structs:
//
//     on 2026-03-02                       a day, nine o'clock
//     at 10:00:01                         a time of that day; a whole moment is fine too
//     as clerk_wang                       a role of people.toml, then who; visitor_x has none
//     as clerk_wang housing               the same, at this unit alone
//     rule grace_minutes=5                a number of the hall's rules, for this file
//     call_next hall=h window=1 -> ok current.number=A001 current.ticket=$t
//     call_next hall=h window=1 -> none   an answer without content
//     begin hall=h window=1 ticket=$t -> ticket.wrong_state
//     record queue.issued queue.called    the leaves since the last such line
//
// "$name" keeps a value of the answer, and gives it to later lines. "list#=2" counts a list.
// photo=@lamp.jpg brings a file, by its place beside the scenario; photo=base64:AAEC its bytes.
// key=abc is the idempotency key. Values with blanks stand in quotes, lists and objects as JSON.

#include <boost/json.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace banshi::scenario {

struct Wanted {
    std::string path;  // current.number, days[0].free, queue#
    std::string value;
};

struct Line {
    std::string verb;
    std::vector<std::string> words;  // without "="
    boost::json::object fields;
    std::string key;
    std::string expected;  // ok, none, or the code of a refusal; empty: a word of the runner
    std::vector<Wanted> wanted;
};

using Kept = std::map<std::string, std::string>;

// Throws std::runtime_error for what is no line.
Line parse(std::string const& text, Kept const& kept, std::filesystem::path const& folder = {});

// What the answer says at a path, as text; throws std::runtime_error when nothing stands there.
std::string value_at(boost::json::value const& answer, std::string_view path);

}  // namespace banshi::scenario
