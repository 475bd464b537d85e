#pragma once
// What a line of the bank is 对账规则: only an exact reference books by itself; everything else is
// a proposal for a person, and stands in suspense until then.

#include "systems/aid/statements.h"

namespace banshi::aid {

struct Match {
    MatchState state;
    std::string what;
    std::int64_t transfer;
};
Result<Match> book_line(Call&, BankLine const&);
// Books what a person says of a line in suspense, and gives what it is now.
Result<std::string> book_suspense(Call&, StatementLine const&, MatchLine const&);
// Open pledges that a payer of this name, or this amount, may mean.
std::vector<std::string> proposals_for(Call&, std::string const& name, Fen);

// Numbers of our papers in a remark: "P2021-000017". Pure.
std::vector<std::string> numbers_in(std::string_view remark, char letter, std::size_t digits);

}  // namespace banshi::aid
