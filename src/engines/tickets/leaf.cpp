#include "engines/tickets/leaf.h"

#include <map>

namespace banshi::tickets {

namespace {

struct Told {  // what a leaf may need
    Ticket const& ticket;
    Happening const& happening;

    record::Mark n() const { return ticket.number.value(); }
    record::Mark q() const { return record::series(ticket.hall, ticket.day); }
    record::Mark w() const {
        return happening.window ? happening.window->text : ticket.window.value().text;
    }
    record::Mark t() const { return ticket.id; }
    record::Moment due() const { return ticket.due.value(); }
    record::Mark entry() const { return boost::describe::enum_to_string(ticket.entry.value(), ""); }
    std::vector<record::Mark> slots() const {
        return {written(ticket.booked_at.value(), Zone{"UTC"})};
    }
};

record::Trace called(Call& call, Told const& told) {
    record::Called leaf{told.n(), told.q(), told.w(), told.due(), told.entry()};
    for (auto const& [other, because] : told.happening.passed_over)
        leaf.passed.push_back(
            {other.number, other.key.due, boost::describe::enum_to_string(because, "")});
    if (!told.happening.reason.empty()) leaf.out_of_order = "picked";
    return record::append(call, leaf);
}

record::Trace issued(Call& call, Told const& told) {
    return record::append(call,
                          record::Issued{told.n(), told.q(), told.due(), told.entry(), told.t()});
}

record::Trace made(Call& call, Told const& told) {
    return record::append(call,
                          record::BookingMade{told.t(), told.ticket.service, told.slots(),
                                              record::who_of(call, told.ticket.person.value())});
}

template <class Kind>
record::Trace at_window(Call& call, Told const& told) {
    return record::append(call, Kind{told.n(), told.q(), told.w()});
}

template <class Kind>
record::Trace of_number(Call& call, Told const& told) {
    return record::append(call, Kind{told.n(), told.q()});
}

template <class Kind>
record::Trace of_booking(Call& call, Told const& told) {
    return record::append(call, Kind{told.t()});
}

record::Trace moved_on(Call& call, Told const& told) {
    return record::append(call, record::Transferred{told.n(), told.q(), told.ticket.service});
}

using Append = record::Trace (*)(Call&, Told const&);

std::map<std::string, Append> const& appends() {
    static std::map<std::string, Append> const table{
        {"booked", made},
        {"moved",
         [](Call& call, Told const& told) {
             return record::append(call, record::BookingMoved{told.t(), told.slots()});
         }},
        {"cancelled", of_booking<record::BookingCancelled>},
        {"expired", of_booking<record::BookingExpired>},
        {"office_cancelled",
         [](Call& call, Told const& told) {
             return record::append(
                 call, record::BookingOfficeCancelled{told.t(), told.happening.closure});
         }},
        {"issued", issued},
        {"checked_in", issued},
        {"late_converted", issued},
        {"called", called},
        {"recalled",
         [](Call& call, Told const& told) {
             return record::append(
                 call, record::Recalled{told.n(), told.q(), told.w(), told.ticket.calls});
         }},
        {"uncalled", at_window<record::Uncalled>},
        {"begun", at_window<record::Begun>},
        {"transferred", moved_on},
        {"stop_served", moved_on},
        {"parked", at_window<record::Parked>},
        {"unparked", at_window<record::Unparked>},
        {"missed", at_window<record::Missed>},
        {"returned",
         [](Call& call, Told const& told) {
             return record::append(call, record::Returned{told.n(), told.q(), told.due()});
         }},
        {"served", at_window<record::Served>},
        {"left", of_number<record::Left>},
        {"unserved", of_number<record::Unserved>},
        {"unfinished", of_number<record::Unfinished>},
        {"no_show",
         [](Call& call, Told const& told) {
             return record::append(call, record::NoShow{told.q(), {}, told.t()});
         }},
    };
    return table;
}

}  // namespace

std::optional<record::Trace> append_leaf(Call& call, Ticket const& ticket,
                                         Happening const& happening) {
    auto const append = appends().find(happening.kind);
    if (append == appends().end()) return std::nullopt;
    return append->second(call, {ticket, happening});
}

}  // namespace banshi::tickets
