#pragma once
// Two readings of what was written about a matter: as everybody may read it, and as it came,
// before the filter and each moderation, for the office with a reason.

#include <string_view>

#include "engines/matters/matter.h"

namespace banshi::matters {

// Reasons, answers and notes as everybody may read them: what identifies a person and the names of
// all who reported the matter, or the one it went into, are masked. The rows keep the words.
class PublicWords {
public:
    PublicWords(Call&, Matter const&);
    std::string of(std::string_view words) const;

private:
    std::vector<std::string> names_;
};

// What a deed says. A refusal says why by the name of its reason, then where to go instead.
std::string words_of(Call const&, Book const&, Deed const&);

// Whether everybody may read its words: those of some categories wait for a moderator 先审后发.
// What an older ledger says was written by the office.
bool is_released(Call&, Book const&, std::string_view category, std::string_view channel,
                 MatterId const&);
bool is_released(Call&, Matter const&);
// What stands for it until then is the name of its category.
std::string title_outside(Call&, Matter const&, Language);

struct OriginalText {
    Instant at;
    std::string title;
    std::string text;
};
std::vector<OriginalText> original_texts(Call&, MatterId const&);
// A sentence such as 我叫… was found: a moderator should read it.
bool is_flagged(Call&, MatterId const&);

}  // namespace banshi::matters
