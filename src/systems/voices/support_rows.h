#pragma once
// The rows of who has the same on the mind; for supports.cpp, view.cpp, kept.cpp and their audit.

#include "systems/voices/voices.h"

namespace banshi::voices::rows {

struct Support {  // 同感
    std::string voice;
    std::string person;
    std::string account;
    Instant at;
};
// False when the person is counted already.
bool insert(Call&, Support const&);
void drop(Call&, Support const&);
// Nobody can be tied to it any more; it counts on.
void forget_supporter(Call&, std::string const& account);
std::optional<Support> support_of(Call&, std::string const& voice, std::string const& account);
int count_supports(Call&, std::string const& voice);
// Those that were said last first.
std::vector<Support> supports_by(Call&, std::string const& account, int limit);
// In the order of their keys, behind this one.
std::vector<Support> supports_behind(Call&, Support const& last, int limit);

}  // namespace banshi::voices::rows
