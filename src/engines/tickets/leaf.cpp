#include "engines/tickets/leaf.h"

#include <map>
#include <ranges>

#include "base/check.h"
#include "engines/tickets/kept.h"

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
    record::Hash b() const { return kept_hash(ticket); }
    record::Mark entry() const { return boost::describe::enum_to_string(ticket.entry.value(), ""); }
    std::vector<record::Mark> slots() const {
        return {written(ticket.booked_at.value(), Zone{"UTC"})};
    }
};

// An entry has 4096 bytes, and a number with its reason fifty; a full hall has no limit.
constexpr std::size_t most_named = 60;

record::Trace called(Call& call, Told const& told) {
    record::Called leaf{told.n(), told.q(), told.w(), told.due(), told.entry()};
    leaf.b = told.b();
    auto const& passed = told.happening.passed_over;
    for (auto const& [other, because] : passed | std::views::take(most_named))
        leaf.passed.push_back(
            {other.number, other.key.due, boost::describe::enum_to_string(because, "")});
    if (passed.size() > most_named) leaf.more = static_cast<int>(passed.size() - most_named);
    if (!told.happening.reason.empty()) leaf.out_of_order = "picked";
    return record::append(call, leaf);
}

record::Trace issued(Call& call, Told const& told) {
    return record::append(
        call, record::Issued{told.n(), told.q(), told.due(), told.entry(), told.t(), told.b()});
}

record::Trace made(Call& call, Told const& told) {
    return record::append(
        call, record::BookingMade{told.t(), told.ticket.service, told.slots(),
                                  record::who_of(call, told.ticket.person.value()), told.b()});
}

template <class Kind>
record::Trace at_window(Call& call, Told const& told) {
    return record::append(call, Kind{told.n(), told.q(), told.w(), told.b()});
}

template <class Kind>
record::Trace of_number(Call& call, Told const& told) {
    return record::append(call, Kind{told.n(), told.q(), told.b()});
}

template <class Kind>
record::Trace of_booking(Call& call, Told const& told) {
    return record::append(call, Kind{told.t(), told.b()});
}

record::Trace moved_on(Call& call, Told const& told) {
    auto const& of = told.happening.of;
    return record::append(
        call,
        record::Transferred{told.n(), told.q(), of ? of->service : told.ticket.service, told.b()});
}

record::Trace moved(Call& call, Told const& told) {
    return record::append(call, record::BookingMoved{told.t(), told.slots(), told.b()});
}

record::Trace by_office(Call& call, Told const& told) {
    return record::append(
        call, record::BookingOfficeCancelled{told.t(), told.happening.closure, told.b()});
}

record::Trace recalled(Call& call, Told const& told) {
    return record::append(
        call, record::Recalled{told.n(), told.q(), told.w(), told.ticket.calls, told.b()});
}

record::Trace returned(Call& call, Told const& told) {
    return record::append(call, record::Returned{told.n(), told.q(), told.due(), told.b()});
}

record::Trace no_show(Call& call, Told const& told) {
    return record::append(call, record::NoShow{told.q(), {}, told.t(), told.b()});
}

using Append = record::Trace (*)(Call&, Told const&);

struct Way {
    Expected expected;
    Append append = nullptr;
};

std::map<std::string, Way, std::less<>> const& leaf_ways() {
    using S = State;
    static std::map<std::string, Way, std::less<>> const table{
        {"held", {{"", S::held}}},
        {"hold_extended", {{"", S::held}}},
        {"given_up", {{"", S::cancelled}}},  // a hold
        {"person_corrected",
         {{"booking.corrected", S::booked}, of_booking<record::BookingCorrected>}},
        {"restored", {{"booking.restored", S::booked}, of_booking<record::BookingRestored>}},
        {"booked", {{"booking.made", S::booked}, made}},
        {"moved", {{"booking.moved", S::booked}, moved}},
        {"cancelled", {{"booking.cancelled", S::cancelled}, of_booking<record::BookingCancelled>}},
        {"expired", {{"booking.expired", S::expired}, of_booking<record::BookingExpired>}},
        {"office_cancelled", {{"booking.office_cancelled", S::office_cancelled}, by_office}},
        {"issued", {{"queue.issued", S::waiting}, issued}},
        {"checked_in", {{"queue.issued", S::waiting}, issued}},
        {"late_converted", {{"queue.issued", S::waiting}, issued}},
        {"called", {{"queue.called", S::called}, called}},
        {"recalled", {{"queue.recalled", S::called}, recalled}},
        {"uncalled", {{"queue.uncalled", S::waiting}, at_window<record::Uncalled>}},
        {"begun", {{"queue.begun", S::serving}, at_window<record::Begun>}},
        {"transferred", {{"queue.transferred", S::waiting}, moved_on}},
        {"stop_served", {{"queue.transferred", S::waiting}, moved_on}},
        {"parked", {{"queue.parked", S::parked}, at_window<record::Parked>}},
        {"unparked", {{"queue.unparked", S::called}, at_window<record::Unparked>}},
        {"missed", {{"queue.missed", S::missed}, at_window<record::Missed>}},
        {"returned", {{"queue.returned", S::waiting}, returned}},
        {"served", {{"queue.served", S::served}, at_window<record::Served>}},
        {"left", {{"queue.left", S::left}, of_number<record::Left>}},
        {"unserved", {{"queue.unserved", S::unserved}, of_number<record::Unserved>}},
        {"unfinished", {{"queue.unfinished", S::unfinished}, of_number<record::Unfinished>}},
        {"no_show", {{"queue.noshow", S::no_show}, no_show}},
    };
    return table;
}

}  // namespace

std::optional<Expected> expected(std::string_view happening) {
    auto const way = leaf_ways().find(happening);
    return way == leaf_ways().end() ? std::nullopt : std::optional{way->second.expected};
}

bool has_leaf(std::string_view happening) {
    auto const way = expected(happening);
    return way && !way->leaf.empty();
}

std::optional<record::Trace> append_leaf(Call& call, Ticket const& ticket,
                                         Happening const& happening) {
    auto const way = leaf_ways().find(happening.kind);
    CHECK(way != leaf_ways().end());  // what the table lacks, a verification would take for forged
    if (!way->second.append) return std::nullopt;
    return way->second.append(call, {ticket, happening});
}

}  // namespace banshi::tickets
