#pragma once
// The file of a draw that anybody can check: all that it was computed from, and what came out.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace banshi::draws {

enum class LeftOut {
    uncommitted,  // 未承诺
    silent,       // 未开示
    mismatch,     // 开示与承诺不符
};
BOOST_DESCRIBE_ENUM(LeftOut, uncommitted, silent, mismatch)

struct PublishedParty {
    std::string party;
    std::optional<std::string> commitment, secret;  // hex
    std::optional<LeftOut> left_out;
};
BOOST_DESCRIBE_STRUCT(PublishedParty, (), (party, commitment, secret, left_out))

struct Published {
    std::string rule;
    std::string draw;  // its whole name, as hashed
    std::int64_t places;
    std::string list;  // SHA-256 of the list of entries
    std::vector<PublishedParty> parties;
    std::string late;  // the text of the public value, with its newline
    std::string seed;
    std::vector<std::string> winners;
    std::vector<std::string> entered;  // all entries, in the order of entry
};
BOOST_DESCRIBE_STRUCT(Published, (),
                      (rule, draw, places, list, parties, late, seed, winners, entered))

std::string written(Published const&);
// Refuses draw_file.malformed with what is wrong in {field}.
Result<Published> read_published(std::string_view);

// One thing that was checked, in the order of the protocol: a key below draw_check, its facts.
struct Check {
    std::string text;
    std::map<std::string, std::string> facts;
    bool holds;
};
// Recomputes all. The list is the published one, where it is at hand.
std::vector<Check> recompute(Published const&, std::optional<std::string_view> list);

}  // namespace banshi::draws
