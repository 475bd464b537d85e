#pragma once
// Texts as they came, before the filter and each moderation: for the office, with a reason.

#include "engines/matters/matter.h"

namespace banshi::matters {

struct OriginalText {
    Instant at;
    std::string title;
    std::string text;
};
std::vector<OriginalText> original_texts(Call&, MatterId const&);
// A sentence such as 我叫… was found: a moderator should read it.
bool is_flagged(Call&, MatterId const&);

}  // namespace banshi::matters
