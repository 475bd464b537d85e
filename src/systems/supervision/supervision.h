#pragma once
// Supervision 督查督办 (平房 智慧督查管理平台): every registered problem has a number, an owner, a
// deadline and a ladder that climbs by itself, and is cleared with evidence, in public. The
// system's table of contents:
//   settings.h  what a district sets         filing.h  what people do: report, follow, judge
//   office.h    what the office does         case.h    what the office sees of a matter
// Here: what all of them ask first.

#include "engines/matters/matters.h"
#include "engines/people/orgs.h"
#include "systems/supervision/settings.h"

namespace banshi::supervision {

inline constexpr char const* book_name = "supervision";

inline Right const see_matters{"supervision.see"};
inline Right const register_matters{"supervision.register"};
inline Right const accept_matters{"supervision.accept"};
inline Right const dispatch_matters{"supervision.dispatch"};
inline Right const handle_matters{"supervision.handle"};      // at the unit
inline Right const head_unit{"supervision.head_unit"};        // 单位负责人, at the unit
inline Right const approve_matters{"supervision.approve"};    // 审批人
inline Right const call_back{"supervision.call_back"};        // 回访
inline Right const lead_district{"supervision.lead"};         // 分管领导
inline Right const inspect_matters{"supervision.inspect"};    // 督查室
inline Right const moderate_matters{"supervision.moderate"};  // 审核公开文字
inline Right const see_reporters{"supervision.see_persons"};
inline Right const see_sealed{"supervision.see_sealed"};

// Which matter: by its number, or by its id until it has one.
Result<matters::Matter> find_matter(Call&, std::string const& number);

using matters::Unit;
using matters::unit_node;
// The offices and streets that may be given work.
std::vector<Unit> units_of(Call&);
std::string unit_name(Call&, OrgId const&);
// Refuses unit.not_found.
Result<void> check_unit(Call&, OrgId const&, char const* field);

}  // namespace banshi::supervision
