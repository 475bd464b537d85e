#include "systems/supervision/petition_settings.h"

#include <algorithm>

namespace banshi::supervision {

static Refusal wrong_setting(std::string field, std::string value) {
    return {Why::invalid, "config.value", std::move(value), std::move(field)};
}

Result<void> check(PetitionSettings const& settings, matters::Book const& book,
                   std::vector<OrgId> const& units) {
    for (auto const& kind : settings.kinds)
        if (!book.has_kind(kind)) return wrong_setting("kinds", kind);
    for (auto const* kind : {review_kind, recheck_kind})
        if (!book.has_kind(kind)) return wrong_setting("kinds", kind);
    if (settings.ask_days < 1) return wrong_setting("ask_days", std::to_string(settings.ask_days));
    if (settings.quiet_days < 1)
        return wrong_setting("quiet_days", std::to_string(settings.quiet_days));
    if (std::ranges::find(units, settings.review_by) == units.end())
        return wrong_setting("review_by", settings.review_by.text);
    if (std::ranges::find(units, settings.recheck_by) == units.end())
        return wrong_setting("recheck_by", settings.recheck_by.text);
    if (!book.decline(settings.final_reason))
        return wrong_setting("final_reason", settings.final_reason);
    return {};
}

}  // namespace banshi::supervision
