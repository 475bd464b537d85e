#pragma once
// A hall relives its days: visitors and clerks act in simulated time, each deed through its use
// case. What the hall refuses (a full day, a taken slot) is lived with, as people do.

#include "cli/demo/agenda.h"
#include "cli/demo/days.h"
#include "cli/demo/expected.h"
#include "cli/demo/staff.h"

namespace banshi::demo {

class Replay {
public:
    Replay(Setting const&, Deeds&, hall::HallSetting const&, Staff const&);

    void add_visitor(Visitor);
    // The clerks' day, from opening to the end of the day; one window may stay empty.
    void add_day(std::vector<hall::Opening> const& periods, std::string const& unstaffed);
    // What a manager does in the morning about bad grades.
    void add_follow_ups(Instant at);
    void add(Instant at, Agenda::What what) { agenda_.note(at, std::move(what)); }
    void run_until(Instant end) { agenda_.run_until(end); }
    // Consoles that are open say so.
    void keep_alive(Instant now);

    // Those who have booked and not come so far.
    std::vector<Expected> expected_after(Instant) const;

private:
    struct Guest;  // a visitor with a number
    struct Desk;   // a window with its clerk
    using Answer = std::optional<json::value>;

    Answer deed(Actor const&, Instant, std::string_view verb, json::object);
    Answer at_desk(Desk const&, Instant, std::string_view verb, std::string const& ticket = "",
                   json::object more = {});

    void book(Visitor const&, Instant now);
    void arrive(Visitor const&, Instant now);
    void take_number(Visitor const&, json::value const& ticket, Instant now);
    void lose_patience(Guest&, Instant now);
    void grade(Guest const&, Instant now);

    void open(Desk&, Instant now, Instant until);
    void wake(ServiceId const&, Instant now);
    void call(Desk&, Instant now);
    void called(Desk&, Guest&, Instant now);
    void call_in_vain(Desk&, Guest&, Instant now);
    void serve(Desk&, Guest&, Instant now);
    void end_service(Desk&, Guest&, Instant now);
    void park(Desk&, Guest&, Instant now);
    void free(Desk&, Instant now);
    void rest(Desk&, Instant now);

    Setting const& setting_;
    Deeds& deeds_;
    hall::HallSetting const& hall_;
    Staff const& staff_;
    Agenda agenda_;
    SeededRandom random_;
    std::map<std::string, std::shared_ptr<Guest>> guests_;  // by ticket
    std::vector<std::shared_ptr<Desk>> desks_;
    std::vector<Expected> expected_;
};

}  // namespace banshi::demo
