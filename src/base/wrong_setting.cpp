#include "base/wrong_setting.h"

#include "base/check.h"

namespace banshi::config {

Refusal refused(Wrong const& wrong, std::string_view toml, std::string const& file,
                json::object const& schema) {
    CHECK(wrong);
    auto const& [field, allowed] = *wrong;
    auto const parsed = parse(toml, file);
    if (!parsed) return parsed.refusal();
    auto refusal = placed({Why::invalid, "config.value", field, field, {{"field", field}}},
                          parsed.value(), file, schema);
    refusal.facts["allowed"] = allowed;
    return refusal;
}

}  // namespace banshi::config
