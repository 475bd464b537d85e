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

record::Audits audits_of(System const& system) {
    static std::multimap<std::string, std::unique_ptr<record::Audit> (*)()> const all{
        {"accounts", accounts::audit}, {"aid", aid::audit},
        {"hall", hall::audit},         {"lottery", lottery::audit},
        {"privacy", privacy::audit},   {"supervision", supervision::audit},
        {"voices", voices::audit},     {"voices", voices::support_audit}};
    record::Audits audits;
    auto const [from, to] = all.equal_range(system.name);
    for (auto each = from; each != to; ++each) audits.push_back(each->second());
    return audits;
}

}  // namespace banshi::cli
