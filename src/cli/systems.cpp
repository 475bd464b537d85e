#include "cli/systems.h"

#include "systems/accounts/system.h"
#include "systems/aid/system.h"
#include "systems/hall/system.h"
#include "systems/lottery/system.h"
#include "systems/receipts/system.h"
#include "systems/supervision/system.h"
#include "systems/voices/system.h"

namespace banshi::cli {

std::vector<System> systems() {
    return {
        accounts::system(), hall::system(),    supervision::system(), voices::system(),
        aid::system(),      lottery::system(), receipts::system(),
    };
}

}  // namespace banshi::cli
