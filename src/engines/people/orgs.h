#pragma once
// The organisation tree 组织树 and the rights in it. A right is given at a node and holds for all
// below it. The node of a thing is its path: "/" the city, "/xinqu" a district, "/xinqu/hall-1" a
// hall or street, "/xinqu/hall-1/3" a window. Paths are made from ids, so no look-up is needed.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/call.h"

namespace banshi::people {

enum class OrgKind {
    city,       // 市
    district,   // 区
    street,     // 街道
    community,  // 社区
    office,     // 单位
    hall,       // 大厅
    window,     // 窗口
};
BOOST_DESCRIBE_ENUM(OrgKind, city, district, street, community, office, hall, window)

std::string node(District const&);                                  // "/xinqu"
std::string node(District const&, HallId const&);                   // "/xinqu/hall-1"
std::string node(District const&, HallId const&, WindowId const&);  // "/xinqu/hall-1/3"

// Refuses right.missing, or session.missing where nobody has logged in.
Result<void> may(Call&, Right const&, std::string_view node);

struct Org {       // 单位
    OrgId id;      // unique in the district, from data: "xinqu", "230110001", "hall-1/3"
    OrgId parent;  // empty: the root
    OrgKind kind;
    std::string name;
    std::string path;
};

// Makes the node, or gives it its new name and place; safe to repeat.
void put_org(Call&, Org const&);
std::optional<Org> find_org(Call&, OrgId const&);
// The tree below a path (and the node itself), in order of path.
std::vector<Org> list_orgs(Call&, std::string_view below);
std::vector<Org> list_streets(Call&);  // of the district, in order of path

}  // namespace banshi::people
