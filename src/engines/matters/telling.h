#pragma once
// Who hears of a deed: those who reported the matter and those who follow it.

#include "engines/matters/matter.h"

namespace banshi::matters {

// The sentence [notice.matter] `what`, once a matter, round and receiver, with the facts number,
// title and link beside those given. Nobody hears twice on one telephone.
void tell_reporters(Call&, Matter const&, std::string const& what, Facts = {});
// All but one, who did it.
void tell_other_reporters(Call&, Matter const&, int but, std::string const& what, Facts = {});
void tell_reporter(Call&, Matter const&, Reporter const&, std::string const& what, Facts = {});

// Whether a message can reach them: a landline, or one abroad, is only to be called.
bool takes_messages(Reporter const&);

// Where the public sees it.
std::string address_of(Call&, Matter const&);

}  // namespace banshi::matters
