#pragma once
// Who may be given work 承办单位: the offices that a book's settings name, and the streets of the
// district.

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/call.h"

namespace banshi::matters {

struct UnitSetting {  // an office of the district, as its settings name it
    OrgId id;         // housing
    std::string name;
    std::string name_en;
    std::string phone;
};
BOOST_DESCRIBE_STRUCT(UnitSetting, (), (id, name, name_en, phone))
using Offices = std::vector<UnitSetting>;

struct Unit {
    OrgId id;
    std::string name;  // in the reader's language
};
std::vector<Unit> streets_of(Call&);
// The offices, then the streets.
std::vector<Unit> units_of(Call&, Offices const&);
// Its id where nothing has it.
std::string unit_name(Call&, Offices const&, OrgId const&);
// Refuses unit.not_found.
Result<void> check_unit(Call&, Offices const&, OrgId const&, char const* field);
// The unit's node in the organisation tree; the district's for an empty id.
std::string unit_node(Call const&, OrgId const&);

}  // namespace banshi::matters
