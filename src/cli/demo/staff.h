#pragma once
// Who works in the demo's halls: accounts with their roles, made as an administrator makes them,
// and as actors.

#include "cli/demo/deeds.h"
#include "cli/demo/setting.h"
#include "systems/hall/settings.h"

namespace banshi::demo {

struct Staff {
    std::vector<Actor> clerks;  // one a window, in the order of the windows
    Actor manager;
    Actor kiosk;
    std::map<std::string, Actor> of_role;  // the first of each
    std::map<std::string, Actor> by_login;
};

// The accounts of a district: those of the setting whose node lies in it; where the demo's hall is
// not, a clerk a window, a manager and a kiosk for its hall as well.
std::vector<AccountSetting> accounts_of(Setting const&, District const&, hall::HallSetting const&);

struct Hired {
    Staff staff;
    std::map<std::string, std::string> tokens;  // of devices, by login; told once
};
// Tokens end after a year; those of devices that were bought long ago are given anew.
void renew_tokens(Deeds&, Instant now, Hired&);
// Staff get telephones behind the prefix, so that notices to them reach the demo's outbox.
Hired hire(Deeds&, Instant now, std::vector<AccountSetting> const&, std::string const& password,
           std::string const& phone_prefix);

}  // namespace banshi::demo
