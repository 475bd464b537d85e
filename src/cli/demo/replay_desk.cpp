// The clerks' side of the replay: windows open, call, serve, and rest.

#include <algorithm>

#include "cli/demo/chance.h"
#include "cli/demo/replay_parts.h"

namespace banshi::demo {

using namespace std::chrono_literals;

Replay::Answer Replay::at_desk(Desk const& desk, Instant now, std::string_view verb,
                               std::string const& ticket, json::object more) {
    more["window"] = desk.window.id.text;
    if (!ticket.empty()) more["ticket"] = ticket;
    return deed(desk.clerk, now, verb, std::move(more));
}

void Replay::open(Desk& desk, Instant now, Instant until) {
    desk.until = until;
    if (desk.state != Desk::State::shut) return;
    if (!at_desk(desk, now, "open_window")) return;
    desk.state = Desk::State::idle;
    call(desk, now);
    // Who is still waiting at closing time is served; then the window shuts.
    agenda_.note(until, [this, &desk](Instant then) {
        if (desk.state == Desk::State::idle) rest(desk, then);
    });
}

void Replay::rest(Desk& desk, Instant now) {
    at_desk(desk, now, "close_window", "", {{"confirm", true}});
    desk.state = Desk::State::shut;
}

// An idle window that can do it looks up.
void Replay::wake(ServiceId const& service, Instant now) {
    agenda_.note(now + seconds_between(random_, 1, 9), [this, service](Instant then) {
        auto const first = random_.below(desks_.size());
        for (std::size_t step = 0; step < desks_.size(); ++step) {
            auto& desk = *desks_[(first + step) % desks_.size()];
            auto const& can = desk.window.services;
            if (desk.state != Desk::State::idle) continue;
            if (std::ranges::find(can, service) == can.end()) continue;
            return call(desk, then);
        }
    });
}

void Replay::call(Desk& desk, Instant now) {
    if (desk.state != Desk::State::idle) return;
    if (!desk.parked.empty()) {
        auto const ticket = desk.parked.back();
        desk.parked.pop_back();
        if (at_desk(desk, now, "unpark", ticket)) return called(desk, *guests_.at(ticket), now);
    }
    auto const view = at_desk(desk, now, "call_next");
    if (!view || !view->is_object()) {
        if (now >= desk.until) rest(desk, now);
        return;
    }
    std::string const ticket(view->at("current").at("ticket").as_string());
    called(desk, *guests_.at(ticket), now);
}

void Replay::called(Desk& desk, Guest& guest, Instant now) {
    desk.state = Desk::State::busy;
    guest.place = Guest::Place::called;
    if (!guest.visitor.hears) return call_in_vain(desk, guest, now);
    agenda_.note(now + guest.visitor.walk,
                 [this, &desk, &guest](Instant then) { serve(desk, guest, then); });
}

void Replay::call_in_vain(Desk& desk, Guest& guest, Instant now) {
    guest.visitor.hears = true;  // the next time
    guest.place = Guest::Place::away;
    for (auto const after : {25s, 50s})
        agenda_.note(now + after, [this, &desk, &guest](Instant then) {
            at_desk(desk, then, "recall", guest.ticket);
        });
    agenda_.note(now + 75s, [this, &desk, &guest](Instant then) {
        at_desk(desk, then, "miss", guest.ticket);
        free(desk, then);
    });
    if (!guest.visitor.comes_back) return;
    agenda_.note(now + 75s + seconds_between(random_, 60, 900), [this, &guest](Instant then) {
        if (!deed(visitor, then, "return_missed", guest.link())) return;
        guest.place = Guest::Place::waiting;
        wake(guest.visitor.service, then);
    });
}

void Replay::serve(Desk& desk, Guest& guest, Instant now) {
    at_desk(desk, now, "begin", guest.ticket);
    auto& visitor = guest.visitor;
    if (visitor.parked)
        agenda_.note(now + visitor.service_time / 3,
                     [this, &desk, &guest](Instant then) { park(desk, guest, then); });
    else
        agenda_.note(now + visitor.service_time,
                     [this, &desk, &guest](Instant then) { end_service(desk, guest, then); });
}

void Replay::park(Desk& desk, Guest& guest, Instant now) {
    at_desk(desk, now, "park", guest.ticket);
    guest.place = Guest::Place::away;
    auto const away = *guest.visitor.parked;
    guest.visitor.parked.reset();
    guest.visitor.service_time = guest.visitor.service_time * 2 / 3;
    free(desk, now);
    agenda_.note(now + away, [this, &desk, &guest](Instant then) {
        desk.parked.push_back(guest.ticket);
        call(desk, then);
    });
}

void Replay::end_service(Desk& desk, Guest& guest, Instant now) {
    auto& visitor = guest.visitor;
    if (visitor.moves_on) {
        visitor.service = *visitor.moves_on;
        visitor.moves_on.reset();
        at_desk(desk, now, "transfer", guest.ticket, {{"service", visitor.service.text}});
        guest.place = Guest::Place::waiting;
        wake(visitor.service, now);
    } else {
        at_desk(desk, now, "finish", guest.ticket);
        guest.place = Guest::Place::served;
        if (visitor.grade)
            agenda_.note(now + visitor.grades_after,
                         [this, &guest](Instant then) { grade(guest, then); });
    }
    free(desk, now);
}

// A breath between two people.
void Replay::free(Desk& desk, Instant now) {
    if (desk.state == Desk::State::shut) return;
    agenda_.note(now + seconds_between(random_, 15, 70), [this, &desk](Instant then) {
        if (desk.state == Desk::State::shut) return;
        desk.state = Desk::State::idle;
        call(desk, then);
    });
}

}  // namespace banshi::demo
