#pragma once
// What the asker may do now with a voice, by the name of the deed: pages offer these and no others.

#include "systems/voices/view.h"

namespace banshi::voices {

std::vector<std::string> deeds_for(Call&, Voice const&, std::optional<matters::Matter> const&, Eye);

}  // namespace banshi::voices
