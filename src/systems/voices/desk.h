#pragma once
// How a deed of the office or of a unit begins: found, seen, allowed, and not changed since.

#include "engines/people/people.h"
#include "systems/voices/view.h"

namespace banshi::voices {

enum class Where { district, unit };

struct Taken {
    Voice voice;
    matters::Matter matter;
};

// Found and seen by office or unit; nobody learns of more.
Result<Taken> seen_at_desk(Call&, std::string const& number);

template <class Form>
Result<Taken> taken_at_desk(Call& call, Form const& form, Right const& right,
                            Where where = Where::district) {
    auto both = TRY(seen_at_desk(call, form.number));
    TRY(people::may(call, right,
                    unit_node(call, where == Where::unit ? both.matter.unit : OrgId{})));
    TRY(matters::expect_version(call, both.matter, form.if_match));
    return both;
}

}  // namespace banshi::voices
