#pragma once
// The filter before publishing 公开前过滤: telephone numbers, ID numbers, bank cards and the
// reporter's own name are masked; a sentence in which somebody introduces themselves is flagged
// for a moderator. Figures and official numbers stay. Pure; applying it twice changes nothing more.

#include <string>
#include <string_view>
#include <vector>

namespace banshi::matters {

struct MaskedText {
    std::string text;
    bool flagged = false;  // 我叫…, 我是…, 本人…: somebody should read it
};
MaskedText masked_text(std::string_view text, std::vector<std::string> const& names);

}  // namespace banshi::matters
