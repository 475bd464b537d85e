#pragma once
// The demo hall kept alive from outside: people come, clerks work, all over HTTP. Clerks decide
// by what their window shows, so they also serve whoever tries the demo out, and go on after the
// server was started anew.

#include <atomic>

#include "cli/demo/agenda.h"
#include "cli/demo/client.h"
#include "cli/demo/days.h"
#include "cli/demo/expected.h"

namespace banshi::demo {

struct PlaySetting {
    Setting const& setting;
    District const& district;
    std::string base;  // of the district's interface
    std::string kiosk_token;
    std::vector<Expected> expected;
    std::string special_day;  // why the hall is open on a day of rest
    int speed;                // so many times faster than life
    std::function<Instant()> now;
};

class Play {
public:
    explicit Play(PlaySetting);
    ~Play();

    // Until told to stop.
    void run(std::atomic<bool> const& stop);

private:
    struct Clerk;
    struct Fate;   // what will happen to a ticket at a window
    struct Guest;  // one whose link the play holds

    void arm(Clerk&, Instant now);
    void step(Clerk&, Instant now);
    void open(Clerk&);
    void call(Clerk&, json::object const& window);
    void attend(Clerk&, json::object const& current, Instant now);
    void end_service(Clerk&, std::string const& ticket, std::optional<ServiceId> const& moves_on);
    void post(Clerk&, std::string const& path, json::object const& form = {});
    Fate& fate_of(json::object const& current);

    void walk_in(Instant now);
    // On a day of rest the manager opens the hall for whoever looks at the demo.
    void open_hall(Instant now);
    void book(Instant now);
    void expect(Expected const&);
    void check_in(Expected const&, Instant now);
    void meet(json::value const& ticket, Instant now);
    void come_back(std::string const& ticket, Instant now);
    void grade(std::string const& ticket, Instant now);

    // Later by so much of the hall's time.
    Instant later(Instant now, Seconds time) const;
    Seconds until_next(int percent);
    std::string hall_path() const { return "/halls/" + hall_.id.text; }
    hall::ServiceSetting const& drawn_service();

    PlaySetting play_;
    hall::HallSetting const& hall_;
    SeededRandom random_;
    People people_;
    Agenda agenda_;
    Client kiosk_, visitor_;
    std::vector<std::unique_ptr<Clerk>> clerks_;
    std::map<std::string, Fate> fates_;      // by ticket and stop
    std::map<std::string, Guest> guests_;    // by ticket
    Instant next_opening_{};                 // of a day of rest is asked for from then on
    std::map<std::string, Instant> parked_;  // tickets whose people are back from then on
};

}  // namespace banshi::demo
