#include "systems/heating/heating.h"

#include "engines/record/record.h"
#include "systems/heating/rows.h"

namespace banshi::heating {

struct Registered {  // 挂号
    static constexpr auto kind = "heating.registered";
    int n;
};
BOOST_DESCRIBE_STRUCT(Registered, (), (n))

struct Cleared {  // 销号
    static constexpr auto kind = "heating.cleared";
    int n;
};
BOOST_DESCRIBE_STRUCT(Cleared, (), (n))

Result<Case> cleared(Case one, std::string const& by, std::string const& evidence) {
    if (one.state == State::cleared) return Refusal{Why::conflict, "heating.already_cleared"};
    if (evidence.empty())
        return Refusal{Why::invalid, "heating.evidence_missing", {}, "evidence"};
    if (by == one.registered_by) return Refusal{Why::forbidden, "heating.clears_own", by};
    one.state = State::cleared;
    return one;
}

Result<Case> register_heating_case(Call& call, RegisterCase const& form) {
    if (form.title.empty()) return Refusal{Why::invalid, "heating.title_missing", {}, "title"};
    Case const one{rows::last_number(call) + 1, form.title, State::open, call.actor.id()};
    rows::insert(call, one);
    record::append(call, Registered{one.number});
    return one;
}

Result<Case> see_heating_case(Call& call, SeeCase const& form) {
    return rows::find(call, form.number);
}

Result<Case> clear_heating_case(Call& call, ClearCase const& form) {
    auto const one = TRY(rows::find(call, form.number));
    auto const done = TRY(cleared(one, call.actor.id(), form.evidence));
    rows::clear(call, done, form.evidence);
    record::append(call, Cleared{done.number});
    return done;
}

}  // namespace banshi::heating
