#include "systems/supervision/words.h"

#include "systems/supervision/settings.h"

namespace banshi::supervision {

std::string category_name(Call const& call, std::string const& category) {
    auto const* const found = call.district.policy<Settings>().book.category(category);
    if (!found) return category;
    return call.language == Language::en ? found->name_en : found->name;
}

std::string order_name(Call const& call, matters::LevelRow const& level) {
    auto const* const imported = level.order_number == 0 ? "imported_" : "";
    return call.texts.say(call.language,
                          "supervision.order." + (imported + std::to_string(level.level)),
                          {{"year", std::to_string(level.order_year)},
                           {"order", std::to_string(level.order_number)}});
}

std::string origin_name(Call const& call, matters::Matter const& matter) {
    return call.texts.say(call.language, "supervision.origin." + matter.channel);
}

}  // namespace banshi::supervision
