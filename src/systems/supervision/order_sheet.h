#pragma once
// The supervision sheet 督办单 / 催办单 / 查办单 as A4: what is late, the way so far, the new
// limit, an answer slip, and a code that leads to the public page and its place in the record.

#include "systems/supervision/case.h"

namespace banshi::supervision {

struct OrderPaper {
    std::string number;
    int clock;
    int level;
};
// Refuses level.not_found.
Result<File> order_paper(Call&, OrderPaper const&);

}  // namespace banshi::supervision
