#include "systems/accounts/told.h"

#include "engines/notices/notices.h"
#include "engines/people/contacts.h"

namespace banshi::accounts {

void tell_owner(Call& call, AccountId const& account, std::string const& change) {
    auto const contact = people::contact_of(call, account);
    if (contact.phone.empty() && contact.email.empty()) return;
    auto const at = written(call.now, call.district.zone());
    notices::Notice notice;
    notice.text = "account." + change;
    notice.account = account;
    notice.facts = {{"day", at.substr(0, 10)}, {"clock", at.substr(11, 5)}};
    notice.urgent = true;
    notices::queue(call, notice);
}

}  // namespace banshi::accounts
