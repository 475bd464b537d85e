#pragma once
// Reception days and visits as they are shown; for reception*.cpp alone.

#include "systems/supervision/reception_rows.h"

namespace banshi::supervision {

Result<rows::ReceptionDay> find_reception(Call&, std::string const& id);
Result<rows::Visit> find_visit(Call&, std::string const& id);
std::vector<ReceptionSlot> slots_of(Call&, rows::ReceptionDay const&);

std::string written_participants(Participants const&);
Participants read_participants(std::string const&);
ReceptionShown shown(Call&, rows::ReceptionDay const&);
VisitView shown(Call&, rows::Visit const&);

}  // namespace banshi::supervision
