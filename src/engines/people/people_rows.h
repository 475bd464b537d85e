#pragma once
// The rows behind people.h; for this engine alone. Every text in a SealedPerson is sealed.

#include "engines/people/people.h"

namespace banshi::people::rows {

struct SealedPerson {
    PersonId id;
    DocumentKind kind;
    std::string number;
    std::string name;
    std::string other_names;
    std::string phone;
    std::string phone_lookup;
};

std::optional<SealedPerson> find_person(Call&, PersonId const&);
std::optional<SealedPerson> find_person_by_lookup(Call&, std::string const& lookup);
std::vector<PersonId> find_persons_by_phone(Call&, std::string const& phone_lookup);
// False when another person has this lookup already.
bool insert_person(Call&, SealedPerson const&, std::string const& lookup);
void update_person(Call&, SealedPerson const&);
void empty_person(Call&, PersonId const&);
void raise_version(Call&, PersonId const&);
// Made at this moment, and no version since.
bool is_new_since(Call&, PersonId const&, Instant);
void insert_access(Call&, PersonId const&, std::string const& reason);

}  // namespace banshi::people::rows
