#pragma once
// Where staff are reached 联系方式: a phone and an e-mail address at the account, kept sealed; and
// which accounts answer for a unit, so that a notice to the unit finds somebody.

#include <string>
#include <vector>

#include "base/result.h"
#include "store/call.h"

namespace banshi::people {

struct Contact {
    std::string phone;  // each may be empty
    std::string email;
};

// Checked and normalised. Refuses person.bad_phone, account.bad_email, account.not_found.
Result<void> set_contact(Call&, AccountId const&, Contact const&);
// Opened: for the account's own page, its administrator, and the engine that sends notices.
Contact contact_of(Call&, AccountId const&);

// An address as mail servers take it: local@domain in ASCII, without blanks; refuses
// account.bad_email, field email.
Result<std::string> normalise_email(std::string_view typed);
std::string masked_email(std::string_view email);  // w***@example.cn

// Staff in use who were given the right at this node; where nobody was, those at the nearest node
// above it. By id.
std::vector<AccountId> holders(Call&, Right const&, std::string_view node);

}  // namespace banshi::people
