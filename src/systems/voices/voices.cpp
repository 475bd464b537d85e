#include "systems/voices/voices.h"

#include <algorithm>

#include "engines/people/place.h"
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

std::vector<Unit> streets_of(Call& call) {
    std::vector<Unit> streets;
    for (auto const& org : people::list_orgs(call, people::node(call.district)))
        if (org.kind == people::OrgKind::street)
            streets.push_back({org.id, people::name_of(call, org.id, org.name)});
    return streets;
}

std::vector<Unit> units_of(Call& call) {
    bool const english = call.language == Language::en;
    std::vector<Unit> units;
    for (auto const& unit : call.district.policy<Settings>().units)
        units.push_back({unit.id, english ? unit.name_en : unit.name});
    for (auto& street : streets_of(call)) units.push_back(std::move(street));
    return units;
}

std::string unit_name(Call& call, OrgId const& unit) {
    auto const units = units_of(call);
    auto const found = std::ranges::find(units, unit, &Unit::id);
    return found == units.end() ? unit.text : found->name;
}

std::string unit_node(Call& call, OrgId const& unit) {
    return people::node(call.district) + (unit.empty() ? "" : "/" + unit.text);
}

Result<void> check_unit(Call& call, OrgId const& unit, char const* field) {
    auto const units = units_of(call);
    if (std::ranges::find(units, unit, &Unit::id) != units.end()) return {};
    return Refusal{Why::invalid, "unit.not_found", unit.text, field};
}

}  // namespace banshi::voices
