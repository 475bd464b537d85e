#include "systems/hall/applicant.h"

#include <algorithm>

#include "engines/people/people.h"

namespace banshi::hall {

static bool is_owner(Call& call, HallId const& hall, std::string const& id_number,
                     std::string const& phone) {
    auto const known = people::find(call, id_number);
    if (!known || call.actor.person == *known) return true;
    if (people::may(call, check_people_in, people::node(call.district, hall))) return true;
    auto const theirs = people::phone_of(call, *known);
    return theirs.empty() || theirs == phone;
}

Result<Applicant> applicant(Call& call, Wanted const& visit, std::string const& name,
                            std::string const& id_number, std::string const& typed) {
    auto const phone = TRY(people::normalise_phone(typed));
    bool const owner = is_owner(call, visit.hall.id, id_number, phone);
    // A stranger's phone would get the messages of this person's other appointments.
    auto const person = TRY(people::identify(call, {name, id_number, owner ? phone : ""}));
    people::lock(call, person);
    Applicant out{person, visits_of(call, person, visit.rules),
                  owner ? Asker::owner : Asker::stranger};
    // People change their phones, and of visits that were served there is nothing to keep.
    bool const nothing_to_keep = std::ranges::all_of(
        out.visits, [](auto const& visit) { return visit.state == State::served; });
    if (owner || !nothing_to_keep) return out;
    TRY(people::identify(call, {name, id_number, phone}));
    out.asker = Asker::owner;
    return out;
}

}  // namespace banshi::hall
