#pragma once
// Who a citizen is 核验身份. A telephone proves no name: numbers are typed wrongly, lent and given
// out again, and an ID number is known to many. So what is kept of a person is shown to an account
// only after a desk had the document in hand; the account says by a code which one it is.

#include <optional>
#include <string>

#include "base/result.h"
#include "engines/people/identity.h"
#include "store/call.h"

namespace banshi::people {

struct CheckCode {  // 核验码
    std::string code;
    Instant until;
};
// For the account of the actor, to be told at the desk; the code before it is worthless.
CheckCode begin_check(Call&);

struct Checked {
    PersonId person;
    Instant at;
    Instant until;  // telephones change hands: then the desk must look again
};
// By the desk. The person's earlier account is theirs no more; the look is kept in the access log.
// Refuses identity.code_wrong, person.not_found.
Result<Checked> check_identity(Call&, std::string_view code, std::string_view id_number,
                               DocumentKind = DocumentKind::id_card);
// Of the account, while it holds.
std::optional<Checked> checked_person(Call&, AccountId const&);
// The accounts of a person who was erased know nobody.
void forget_checks(Call&, PersonId const&);

}  // namespace banshi::people
