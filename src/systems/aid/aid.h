#pragma once
// Aid 帮扶困难群众三年公益行动: donors give of their own will, families are chosen by rules that
// everybody can read, and each fen is followed from the one to the other. The table of contents:
//   campaign.h  the action and its years
// Here: what all of them ask first.

#include "base/result.h"
#include "engines/people/orgs.h"
#include "store/call.h"
#include "systems/aid/settings.h"

namespace banshi::aid {

inline Right const see_aid{"aid.see"};            // staff of the office
inline Right const run_campaign{"aid.run"};       // 行动负责人
inline Right const keep_money{"aid.keep_money"};  // 出纳: donations, bank files, orders
inline Right const approve_payments{"aid.approve_payments"};
inline Right const audit_aid{"aid.audit"};
inline Right const keep_clocks{"aid.keep_clocks"};  // the machine

Day today(Call const&);
// At the node of the district. Refuses right.missing, session.missing.
Result<void> may(Call&, Right const&);

}  // namespace banshi::aid
