#pragma once
// The rows of families; for the use cases of this system alone.

#include "systems/aid/families.h"

namespace banshi::aid::rows {

void insert(Call&, Family const&, int serial);
void update(Call&, Family const&);
std::optional<Family> find_family(Call&, std::string const& number);
std::optional<Family> family_of_person(Call&, std::string const& campaign, PersonId const&);
int last_family_number(Call&);                         // ever given, also to one that is gone
void remove_family(Call&, std::string const& number);  // with its steps
// Of a campaign, by number; `after` a number, at most so many.
std::vector<Family> families(Call&, std::string const& campaign, std::optional<FamilyState> const&,
                             std::string const& street, std::string const& after, int limit);
std::vector<Family> families_in(Call&, std::string const& campaign, FamilyState);
std::vector<StateCount> count_by_state(Call&, std::string const& campaign);

void insert_step(Call&, Family const&, std::string const& why);
std::vector<StateStep> steps(Call&, std::string const& number);

struct Tries {
    std::int64_t wrong;
    Instant last;
};
std::optional<Tries> tries(Call&, std::string const& number);
void put_tries(Call&, std::string const& number, Tries const&);

}  // namespace banshi::aid::rows
