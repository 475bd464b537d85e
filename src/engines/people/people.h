#pragma once
// Persons 人员: found or made by their document, kept sealed in one table, named everywhere else
// by a PersonId. Read also identity.h (numbers and masks), orgs.h (the tree and its rights),
// accounts.h and sessions.h (who is logged in).

#include <optional>
#include <string>

#include "base/result.h"
#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "engines/people/orgs.h"
#include "store/call.h"

namespace banshi::people {

// Finds the person by the keyed hash of the document, or makes one. Refuses person.bad_id_number,
// person.bad_phone, person.name_missing. The first name stays; other names are remembered. A
// phone that is given becomes the person's phone.
Result<PersonId> identify(Call&, Identity const&);

// By the number alone: a card at the kiosk, a desk. An unreadable number finds nobody.
std::optional<PersonId> find(Call&, std::string_view id_number,
                             DocumentKind = DocumentKind::id_card);
// Everyone who gave this phone last.
std::vector<PersonId> find_by_phone(Call&, std::string_view phone);

struct Masked {
    std::string name;       // 张*
    std::string id_number;  // 230***********1234
    std::string phone;      // 138****5678, or empty
};
// Of a person who exists; an empty or unknown id gives empty texts (an anonymous walk-in).
Masked masked(Call&, PersonId const&);
int count_other_names(Call&, PersonId const&);

struct Shown {
    std::string name;
    std::string id_number;
    std::string phone;
    std::vector<std::string> other_names;  // given later for the same document
};
// The full data, and a line in the access log: who looked, at whom, when, why. Refuses
// person.reason_missing (field reason) and person.not_found. Needs a write transaction.
Result<Shown> reveal(Call&, PersonId const&, std::string const& reason);

// Puts a name right on paper's evidence; the old one stays among the other names.
Result<void> rename(Call&, PersonId const&, std::string_view name);

// Deeds on the same person wait for each other until the end of the transaction.
void lock(Call&, PersonId const&);

// Opens the phone for the engine that sends notices; not for pages.
std::string phone_of(Call&, PersonId const&);

// Empties a person's row for good (name, document, phone); the id stays and shows as nobody.
void erase(Call&, PersonId const&);

struct Access {  // 查看记录
    Instant at;
    AccountId account;
    std::string account_name;
    PersonId person;
    std::string reason;
};
// Newest first, from before `before` on.
std::vector<Access> list_access(Call&, std::optional<Instant> before, int limit);
// At this person, newest first.
std::vector<Access> list_access_of(Call&, PersonId const&, int limit);

}  // namespace banshi::people
