#include "systems/supervision/reception_view.h"

#include "engines/people/identity.h"
#include "engines/people/keys.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(Participants, (), (departments, deputies, advisers, lawyers))

std::string written_participants(Participants const& participants) {
    return json::serialize(shape::write(participants, Zone{"UTC"}));
}

Participants read_participants(std::string const& text) {
    return shape::read<Participants>(json::parse(text).as_object(), shape::Source::json).value();
}

ReceptionShown shown(Call& call, rows::ReceptionDay const& day) {
    return {day.id,
            day.day,
            day.from,
            day.to,
            day.place,
            day.leader,
            read_participants(day.participants),
            slots_of(call, day),
            day.cancelled_at.has_value(),
            day.cancelled_why};
}

VisitView shown(Call& call, rows::Visit const& visit) {
    VisitView view{};
    view.visit = visit.id;
    view.turn = visit.turn;
    view.start = visit.start;
    view.name = visit.name.empty() ? "" : people::masked_name(people::unseal(visit.name));
    view.phone = visit.phone.empty() ? "" : people::masked_phone(people::unseal(visit.phone));
    view.subject = visit.subject;
    view.persons = visit.persons;
    view.state = visit.state;
    view.facts = visit.facts;
    view.promised = visit.promised;
    view.promise_day = visit.promise_day;
    view.kept_at = visit.kept_at;
    if (visit.matter) {
        auto const matter = matters::find(call, *visit.matter);
        if (matter) view.number = matter.value().number;
    }
    return view;
}

}  // namespace banshi::supervision
