#pragma once
// Retention 个人信息保存期限: what names a person goes some time after the matter has ended;
// number, deeds and the leaves of the record stay, and they name nobody.

#include "engines/matters/matter.h"

namespace banshi::matters {

// Ended before that moment and still with somebody's data, the oldest first; at most so many.
std::vector<Matter> forgettable(Call&, std::string const& book, std::string const& kind,
                                Instant before, int limit);
// Names, telephones, followers and the words as they came are gone for good; a deed says so.
Result<void> forget(Call&, Matter&, std::string const& why);
// One person, by themselves or by the keyed hash of their telephone, in all that has ended.
void forget_reporter(Call&, std::string const& book, PersonId const&,
                     std::string const& phone_lookup);

}  // namespace banshi::matters
