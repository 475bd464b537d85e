// Files of settings: what is no TOML is refused with its line, never more than that.

#include "base/config.h"
#include "fuzz.h"

void banshi::fuzz::one(std::string_view bytes) {
    auto const parsed = config::parse(bytes, "x.toml");
    if (!parsed) must(parsed.refusal().facts.contains("line"));
}
