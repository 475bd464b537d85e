#pragma once
// Where a page of a list ended, as its reader brings it back to go on: "1764000000000000/01J...".

#include <string>

#include "base/result.h"
#include "base/time.h"

namespace banshi::matters {

struct PageEnd {  // of the last row
    Instant at;
    std::string id;
};
std::string page_end_text(PageEnd const&);
// Refuses shape.choice, by the field `after`.
Result<PageEnd> read_page_end(std::string const& after);

}  // namespace banshi::matters
