#pragma once
// What the deeds of public works share; for works*.cpp alone.

#include "systems/supervision/works_rows.h"

namespace banshi::supervision {

Result<rows::Programme> find_programme(Call&, int year);
Result<rows::Item> find_item(Call&, std::string const& id);
std::vector<PhaseFrom> phases_of(rows::Programme const&);
std::string written_phases(std::vector<PhaseFrom> const&);
Phase phase_on(rows::Programme const&, Day);
// Refuses works.phase with the phase that it takes.
Result<void> need_phase(Call&, int year, Phase);
// Refuses works.state with the fact state.
Result<void> need_state(Call&, rows::Item const&, WorkState);

// Writes the item and its deed, with a leaf in the record.
void step(Call&, rows::Item&, char const* deed, WorkState to, std::string const& why);
// How often the finished item was put before the people.
int attempt_of(Call&, rows::Item const&);

// The person as a hash that tells nobody who it is. Refuses as people::identify does, and
// works.log_in where nobody has logged in by telephone.
Result<std::string> voter_of(Call&, std::string const& id_number, std::string const& name,
                             std::string const& what);

ProgrammeView shown(Call&, rows::Programme const&);
WorkView shown(Call&, rows::Programme const&, rows::Item const&);

}  // namespace banshi::supervision
