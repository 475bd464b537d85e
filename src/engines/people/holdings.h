#pragma once
// What is kept of a citizen 个人信息清单: each office names its own, so that one page can show all.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/call.h"

namespace banshi::people {

struct Subject {  // 本人
    AccountId account;
    std::string phone_lookup;  // of the account's telephone
    PersonId person = {};      // whom a desk has seen behind the account; else empty
};

struct Thing {
    std::string number = {};  // official; empty where there is none
    std::string words = {};   // what it is, in the language of the call
    Instant at;
    std::optional<Day> until = {};  // what names the person is removed on this day
};

struct Holding {
    std::string kind;  // "visits": told as privacy.kind.visits; how long it is kept, as
    std::string term;  // privacy.term.<term> with these facts
    Facts facts = {};
    std::vector<Thing> things;  // the newest first
};

using Holder = std::function<std::vector<Holding>(Call&, Subject const&)>;

// Takes away what names the person in matters that are done.
using Eraser = std::function<void(Call&, Subject const&)>;

// Where a system reads its settings.
void add_holder(District&, Holder, Eraser = {});
// Of all systems that the district has switched on; nothing empty among it.
std::vector<Holding> holdings(Call&, Subject const&);
void erase_holdings(Call&, Subject const&);

}  // namespace banshi::people
