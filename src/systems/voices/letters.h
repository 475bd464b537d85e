#pragma once
// Letters as A4 for paper and signature: the item 建议件, and the answer to it 复函. Both are
// written from what the asker may see, so that paper tells nobody more than the page.

#include "systems/voices/view.h"

namespace banshi::voices {

Result<File> print_voice(Call&, OfVoice const&);
// Of the latest answer that is public; each of joined items has its own. Refuses answer.not_out.
Result<File> print_answer(Call&, OfVoice const&);

}  // namespace banshi::voices
