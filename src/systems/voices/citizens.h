#pragma once
// Citizens as a source 居民: where the district is open to them, whoever has logged in by telephone
// takes part under their own name, which the office sees and the public never does.

#include "engines/people/holdings.h"
#include "systems/voices/members.h"

namespace banshi::voices {

bool open_to_citizens(Call const&);

struct TakePart {  // 以居民身份参加
    std::string name;
    std::string phone;  // that of the log-in
};
// Safe to repeat. Refuses citizens.off, session.missing, citizens.member (may write already),
// follow.phone.
Result<MemberList> take_part(Call&, TakePart const&);

// A citizen writes opinions, and alone. Refuses citizens.off, citizens.opinion.
Result<void> check_citizen(Call const&, Member const&, Kind);

// Once nothing of theirs is open.
void erase_citizen(Call&, people::Subject const&);

}  // namespace banshi::voices
