#include "engines/people/accounts.h"
#include "engines/people/checked.h"
#include "engines/people/people.h"
#include "systems/privacy/mine.h"

namespace banshi::privacy {

Result<CheckBegun> begin_identity_check(Call& call, BeginCheck const&) {
    TRY(subject_of(call));
    auto const begun = people::begin_check(call);
    return CheckBegun{begun.code, begun.until};
}

Result<IdentityChecked> check_identity(Call& call, CheckIdentity const& form) {
    auto const checked = TRY(people::check_identity(call, form.code, form.id_number));
    auto const person = people::masked(call, checked.person);
    return IdentityChecked{person.name, person.phone, checked.until};
}

}  // namespace banshi::privacy
