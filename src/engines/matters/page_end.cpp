#include "engines/matters/page_end.h"

#include <charconv>

namespace banshi::matters {

std::string page_end_text(PageEnd const& end) {
    return std::to_string(end.at.time_since_epoch().count()) + "/" + end.id;
}

Result<PageEnd> read_page_end(std::string const& after) {
    auto const slash = after.find('/');
    std::int64_t at = 0;
    if (slash == after.npos ||
        std::from_chars(after.data(), after.data() + slash, at).ec != std::errc{})
        return Refusal{Why::invalid, "shape.choice", "after", "after", {{"field", "after"}}};
    return PageEnd{Instant{std::chrono::microseconds{at}}, after.substr(slash + 1)};
}

}  // namespace banshi::matters
