#include "systems/voices/voices.h"

#include "systems/voices/rows.h"

namespace banshi::voices {

Refusal no_such_voice(std::string const& number) {
    return {Why::not_found, "voice.not_found", number, "number"};
}

Result<Voice> find_voice(Call& call, std::string const& number) {
    if (auto voice = rows::find_voice(call, number)) return std::move(*voice);
    auto const matter = matters::find_by_number(call, number);
    if (!matter) return no_such_voice(number);
    if (auto voice = rows::voice_of(call, matter.value().id)) return std::move(*voice);
    return no_such_voice(number);
}

std::string number_of(Call& call, Voice const& voice) {
    if (!voice.matter) return "";
    return matters::find(call, *voice.matter).value().number;
}

std::string text_of(Voice const& voice) {
    std::string text = voice.problem;
    for (auto const* part : {&voice.analysis, &voice.suggestion})
        if (!part->empty()) text += "\n\n" + *part;
    return text;
}

std::string topic_name(Call const& call, std::string const& topic) {
    auto const* const found = call.district.policy<Settings>().book.category(topic);
    if (!found) return topic;
    return call.language == Language::en ? found->name_en : found->name;
}

std::vector<Unit> units_of(Call& call) {
    return matters::units_of(call, call.district.policy<Settings>().units);
}

std::string unit_name(Call& call, OrgId const& unit) {
    return matters::unit_name(call, call.district.policy<Settings>().units, unit);
}

Result<void> check_unit(Call& call, OrgId const& unit, char const* field) {
    return matters::check_unit(call, call.district.policy<Settings>().units, unit, field);
}

}  // namespace banshi::voices
