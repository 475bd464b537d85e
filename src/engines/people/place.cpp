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

std::map<std::string_view, OrgKind> const levels{
    {"area", OrgKind::district}, {"street", OrgKind::street}, {"community", OrgKind::community}};

}  // namespace

std::vector<Division> read_divisions(std::string_view csv, std::string const& file) {
    std::vector<Division> divisions;
    for (int number = 1; !csv.empty(); ++number) {
        auto const end = std::min(csv.find('\n'), csv.size());
        auto const line = csv.substr(0, end);
        csv.remove_prefix(std::min(end + 1, csv.size()));
        if (line.empty() || line[0] == '#' || line == "code,name,level,parent") continue;
        auto const fields = fields_of(line);
        auto const level = fields.size() == 4 ? levels.find(fields[2]) : levels.end();
        if (level == levels.end() || fields[0].empty() || fields[1].empty())
            throw std::runtime_error(
                fmt::format("{}:{}: expected code,name,level,parent", file, number));
        divisions.push_back({fields[0], fields[1], level->second, fields[3]});
    }
    return divisions;
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

void establish_place(Call& call) {
    OrgId const city{"city"}, district{call.district.name()};
    Place place{"", district.text, "", {}};
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
