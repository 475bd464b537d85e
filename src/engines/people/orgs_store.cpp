#include "engines/people/orgs.h"

#include <algorithm>

#include "store/store.h"

namespace banshi::people {

static std::string path_below(Call& call, OrgId const& parent, OrgId const& id) {
    if (parent.empty()) return "/";
    auto const above = call.tx.one<std::string>(
        "SELECT path FROM orgs WHERE district = ? AND id = ?", call.district.name(), parent);
    if (!above) throw std::runtime_error("no parent " + parent.text + " for " + id.text);
    auto const own = id.text.substr(id.text.rfind('/') + 1);
    return (*above == "/" ? "" : *above) + "/" + own;
}

void put_org(Call& call, Org const& org) {
    auto const path = path_below(call, org.parent, org.id);
    call.tx.run(
        "INSERT INTO orgs (district, id, parent, kind, name, path) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, id) DO UPDATE SET parent = excluded.parent, "
        "kind = excluded.kind, name = excluded.name, path = excluded.path "
        "WHERE orgs.parent <> excluded.parent OR orgs.kind <> excluded.kind "
        "OR orgs.name <> excluded.name OR orgs.path <> excluded.path",
        call.district.name(), org.id, org.parent, org.kind, org.name, path);
}

std::optional<Org> find_org(Call& call, OrgId const& id) {
    return call.tx.one<Org>(
        "SELECT id, parent, kind, name, path FROM orgs WHERE district = ? AND id = ?",
        call.district.name(), id);
}

std::vector<Org> list_orgs(Call& call, std::string_view below) {
    auto const inner = below == "/" ? std::string("/") : std::string(below) + "/";
    auto found = call.tx.all<Org>(
        "SELECT id, parent, kind, name, path FROM orgs "
        "WHERE district = ? AND (path = ? OR substr(path, 1, ?) = ?)",
        call.district.name(), below, std::ssize(inner), inner);
    std::ranges::sort(found, {}, &Org::path);
    return found;
}

std::vector<Org> list_streets(Call& call) {
    auto found = call.tx.all<Org>(
        "SELECT id, parent, kind, name, path FROM orgs WHERE district = ? AND kind = ?",
        call.district.name(), OrgKind::street);
    std::ranges::sort(found, {}, &Org::path);
    return found;
}

}  // namespace banshi::people
