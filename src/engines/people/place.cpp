#include "engines/people/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace banshi::people {

namespace {

std::vector<std::string> fields_of(std::string_view line) {
    std::vector<std::string> fields;
    for (;;) {
        auto const comma = line.find(',');
        fields.emplace_back(line.substr(0, comma));
        if (comma == line.npos) return fields;
        line.remove_prefix(comma + 1);
    }
}

// `take` gets the fields of a line, and says whether they are what the head names.
template <class Take>
void each_line(std::string_view csv, std::string const& file, std::string_view head, Take take) {
    for (int number = 1; !csv.empty(); ++number) {
        auto const end = std::min(csv.find('\n'), csv.size());
        auto const line = csv.substr(0, end);
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (line.empty() || line[0] == '#' || line == head) continue;
        if (!take(fields_of(line)))
            throw std::runtime_error(fmt::format("{}:{}: expected {}", file, number, head));
    }
}

std::map<std::string_view, OrgKind> const levels{
    {"area", OrgKind::district}, {"street", OrgKind::street}, {"community", OrgKind::community}};

}  // namespace

std::vector<Division> read_divisions(std::string_view csv, std::string const& file) {
    std::vector<Division> divisions;
    each_line(csv, file, "code,name,level,parent", [&](std::vector<std::string> const& fields) {
        auto const level = fields.size() == 4 ? levels.find(fields[2]) : levels.end();
        if (level == levels.end() || fields[0].empty() || fields[1].empty()) return false;
        divisions.push_back({fields[0], fields[1], level->second, fields[3]});
        return true;
    });
    return divisions;
}

EnglishNames read_english_names(std::string_view csv, std::string const& file) {
    EnglishNames names;
    each_line(csv, file, "code,name", [&](std::vector<std::string> const& fields) {
        return fields.size() == 2 && !fields[1].empty() &&
               names.emplace(fields[0], fields[1]).second;
    });
    return names;
}

std::vector<Division> divisions_below(std::vector<Division> const& all, std::string const& code) {
    std::set<std::string> above{code};
    std::vector<Division> below;
    for (auto const kind : {OrgKind::street, OrgKind::community})
        for (auto const& division : all)
            if (division.kind == kind && above.contains(division.parent)) {
                above.insert(division.code);
                below.push_back(division);
            }
    return below;
}

void add_english_names(District& district, EnglishNames names) {
    if (!district.has<Place>()) return;
    auto place = district.policy<Place>();
    place.english.merge(std::move(names));
    district.set(std::move(place));
}

std::string english_name(District const& district, OrgId const& id) {
    if (!district.has<Place>()) return {};
    auto const& names = district.policy<Place>().english;
    auto const found = names.find(id.text);
    return found == names.end() ? "" : found->second;
}

std::string name_of(Call const& call, OrgId const& id, std::string const& own) {
    auto english = call.language == Language::en ? english_name(call.district, id) : "";
    return english.empty() ? own : english;
}

void establish_place(Call& call) {
    OrgId const city{"city"}, district{call.district.name()};
    Place place{"", district.text, ""};
    if (call.district.has<Place>()) place = call.district.policy<Place>();

    std::vector<Org> wanted{{city, {}, OrgKind::city, place.city, ""},
                            {district, city, OrgKind::district, place.name, ""}};
    for (auto const& [code, name, kind, parent] : place.below)
        wanted.push_back({{code}, parent == place.code ? district : OrgId{parent}, kind, name, ""});

    std::map<OrgId, Org> known;
    for (auto& org : list_orgs(call, "/")) known[org.id] = org;
    for (auto const& org : wanted) {
        auto const old = known.find(org.id);
        if (old == known.end() || old->second.name != org.name ||
            old->second.parent != org.parent || old->second.kind != org.kind)
            put_org(call, org);
    }
}

}  // namespace banshi::people
