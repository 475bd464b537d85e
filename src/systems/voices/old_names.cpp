#include "systems/voices/old_names.h"

#include <algorithm>
#include <boost/mp11.hpp>

#include "documents/table_file.h"
#include "engines/matters/evaluations.h"
#include "engines/people/place.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

using documents::folded_name;

constexpr Language languages[] = {Language::zh, Language::en};

std::optional<std::string> find(std::map<std::string, std::string> const& names,
                                std::string const& written) {
    auto const found = names.find(folded_name(written));
    return found == names.end() ? std::nullopt : std::optional{found->second};
}

std::string member_key(Source role, OrgId const& street, std::string const& name) {
    return std::string(boost::describe::enum_to_string(role, "")) + "/" + street.text + "/" +
           folded_name(name);
}

}  // namespace

OldNames::OldNames(Call& call) {
    auto const add = [&](Names& names, std::string const& group, std::string const& id) {
        names.emplace(folded_name(id), id);
        for (auto const language : languages)
            for (auto const& name : documents::names_in(call.texts.say(language, group + id)))
                names.emplace(folded_name(name), id);
    };
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>(
        [&](auto const& each) { add(kinds_, "voices.import.kind_", each.name); });
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Disclosure>>(
        [&](auto const& each) { add(disclosures_, "voices.import.disclosure_", each.name); });
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<matters::Rating>>(
        [&](auto const& each) {
            add(ratings_, "voices.rating.", each.name);
            add(ratings_, "voices.import.rating_", each.name);
        });
    for (auto const* outcome : {"solved", "partly", "cannot_now", "explained"})
        add(outcomes_, "voices.import.outcome_", outcome);
    for (auto const language : languages)
        advisers_.insert(folded_name(call.texts.say(language, "voices.source.adviser")));
    for (auto const& topic : call.district.policy<Settings>().book.categories)
        for (auto const& name : {topic.id, topic.name, topic.name_en})
            if (!topic.retired) topics_.emplace(folded_name(name), topic.id);
    for (auto const& unit : call.district.policy<Settings>().units)
        for (auto const& name : {unit.id.text, unit.name, unit.name_en})
            units_.emplace(folded_name(name), unit.id.text);
    add_streets(call);
    for (auto const& member : rows::named_members(call)) {
        if (member.role == Role::reader) continue;
        auto const key = member_key(source_of(member.role), member.street, member.name);
        auto const [one, fresh] = members_.emplace(key, member.id);
        if (!fresh) one->second.clear();
    }
}

void OldNames::add_streets(Call& call) {
    for (auto const& org : people::list_streets(call)) {
        auto const& id = org.id.text;
        for (auto* names : {&streets_, &units_}) {
            for (auto const& name : {id, org.name}) names->emplace(folded_name(name), id);
            for (std::string_view const end : {"街道办事处", "街道", "办事处"})
                if (org.name.ends_with(end))
                    names->emplace(folded_name(org.name.substr(0, org.name.size() - end.size())),
                                   id);
            if (auto const english = people::english_name(call.district, org.id); !english.empty())
                names->emplace(folded_name(english), id);
        }
    }
}

std::optional<std::string> OldNames::kind(std::string const& written) const {
    return find(kinds_, written);
}
std::optional<std::string> OldNames::topic(std::string const& written) const {
    return find(topics_, written);
}
std::optional<std::string> OldNames::disclosure(std::string const& written) const {
    return find(disclosures_, written);
}
std::optional<std::string> OldNames::outcome(std::string const& written) const {
    return find(outcomes_, written);
}
std::optional<std::string> OldNames::rating(std::string const& written) const {
    return find(ratings_, written);
}
bool OldNames::says_adviser(std::string const& written) const {
    return advisers_.contains(folded_name(written));
}
std::optional<std::string> OldNames::street(std::string const& written) const {
    return find(streets_, written);
}
std::optional<std::string> OldNames::unit(std::string const& written) const {
    return find(units_, written);
}
std::string OldNames::member(Source role, OrgId const& street, std::string const& name) const {
    auto const found = members_.find(member_key(role, street, name));
    return found == members_.end() ? "" : found->second;
}

}  // namespace banshi::voices
