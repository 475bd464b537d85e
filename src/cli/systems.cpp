#include "cli/systems.h"

#include <map>

#include "systems/accounts/system.h"
#include "systems/aid/system.h"
#include "systems/hall/system.h"
#include "systems/lottery/system.h"
#include "systems/privacy/system.h"
#include "systems/receipts/system.h"
#include "systems/sign_on/system.h"
#include "systems/supervision/system.h"
#include "systems/voices/system.h"

namespace banshi::cli {

std::vector<System> systems() {
    return {
        accounts::system(), hall::system(),    supervision::system(),
        voices::system(),   aid::system(),     lottery::system(),
        receipts::system(), sign_on::system(), privacy::system(),
    };
}

std::unique_ptr<record::Audit> audit_of(System const& system) {
    static std::map<std::string, std::unique_ptr<record::Audit> (*)()> const audits{
        {"accounts", accounts::audit}, {"aid", aid::audit},
        {"hall", hall::audit},         {"lottery", lottery::audit},
        {"privacy", privacy::audit},   {"supervision", supervision::audit},
        {"voices", voices::audit}};
    auto const found = audits.find(system.name);
    return found == audits.end() ? nullptr : found->second();
}

}  // namespace banshi::cli
