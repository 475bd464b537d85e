#include "cli/demo/replay.h"

#include <algorithm>

#include "cli/demo/chance.h"
#include "cli/demo/replay_parts.h"

namespace banshi::demo {

using namespace std::chrono_literals;

Replay::Replay(Setting const& setting, Deeds& deeds, hall::HallSetting const& hall,
               Staff const& staff)
    : setting_(setting), deeds_(deeds), hall_(hall), staff_(staff), random_(deeds.random().word()) {
    for (std::size_t at = 0; at < hall.windows.size(); ++at)
        desks_.push_back(
            std::make_shared<Desk>(Desk{hall.windows[at], staff.clerks[at % staff.clerks.size()]}));
}

Replay::Answer Replay::deed(Actor const& actor, Instant now, std::string_view verb,
                            json::object request) {
    request["hall"] = hall_.id.text;
    auto answer = deeds_.perform(actor, now, verb, request);
    if (answer) return std::move(answer).value();
    return std::nullopt;
}

// ---- visitors

void Replay::add_visitor(Visitor visitor) {
    if (visitor.wish)
        agenda_.note(visitor.wish->made_at, [this, visitor](Instant now) { book(visitor, now); });
    else
        agenda_.note(visitor.arrives, [this, visitor](Instant now) { arrive(visitor, now); });
}

void Replay::book(Visitor const& wanting, Instant now) {
    auto const& zone = deeds_.district().zone();
    // Who finds the time taken tries the next ones, and gives up in the end.
    Answer held;
    auto start = wanting.wish->start;
    for (int tries = 0; tries < 4 && !held; ++tries) {
        if (tries > 0) start += 30min;
        held = deed(
            visitor, now, "hold_slot",
            {{"services", json::array{wanting.service.text}}, {"start", written(start, zone)}});
    }
    if (!held) return;
    json::object const link{{"ticket", held->at("ticket")}, {"secret", held->at("secret")}};
    json::object form = link;
    form["name"] = wanting.person.name;
    form["id_number"] = wanting.person.id_number;
    form["phone"] = wanting.person.phone;
    form["consent"] = true;
    now += seconds_between(random_, 30, 200);
    agenda_.note(now, [this, wanting, form, link, start](Instant then) {
        if (!deed(visitor, then, "confirm_booking", form)) return;
        auto const moved = start - wanting.wish->start;
        if (auto const at = wanting.wish->cancelled_at)
            return agenda_.note(std::max(*at, then + 60s), [this, link](Instant later) {
                deed(visitor, later, "cancel_booking", link);
            });
        if (!wanting.comes) return;
        expected_.push_back({wanting.arrives + moved, wanting.person.name, wanting.person.id_number,
                             wanting.service});
        agenda_.note(wanting.arrives + moved,
                     [this, wanting](Instant later) { arrive(wanting, later); });
    });
}

void Replay::arrive(Visitor const& comer, Instant now) {
    json::object form{{"id_number", comer.person.id_number}, {"name", comer.person.name}};
    if (comer.wish) {
        auto const answer = deed(staff_.kiosk, now, "check_in", form);
        if (answer && answer->as_object().contains("ticket"))
            take_number(comer, answer->at("ticket"), now);
        return;
    }
    form["service"] = comer.service.text;
    form["phone"] = comer.person.phone;
    if (comer.priority) form["priority"] = *comer.priority;
    if (auto const ticket = deed(staff_.kiosk, now, "issue_ticket", form))
        take_number(comer, *ticket, now);
}

void Replay::take_number(Visitor const& comer, json::value const& ticket, Instant now) {
    auto const& id = ticket.at("ticket").as_string();
    auto guest = std::make_shared<Guest>(
        Guest{comer, std::string(id), std::string(ticket.at("secret").as_string())});
    guests_[guest->ticket] = guest;
    if (comer.patience)
        agenda_.note(now + *comer.patience,
                     [this, guest](Instant then) { lose_patience(*guest, then); });
    wake(comer.service, now);
}

void Replay::lose_patience(Guest& guest, Instant now) {
    if (guest.place != Guest::Place::waiting) return;
    if (deed(visitor, now, "leave", guest.link())) guest.place = Guest::Place::gone;
}

void Replay::grade(Guest const& guest, Instant now) {
    static std::array<char const*, 4> const reasons{"long_wait", "attitude", "unclear",
                                                    "not_solved"};
    auto const grade = *guest.visitor.grade;
    auto form = guest.link();
    form["grade"] = grade_words.at(grade);
    if (grade >= 3) form["reasons"] = json::array{reasons[random_.below(reasons.size())]};
    deed(visitor, now, "evaluate", form);
}

// ---- the manager

void Replay::add_follow_ups(Instant at) {
    agenda_.note(at, [this](Instant now) {
        auto const list = deed(staff_.manager, now, "list_follow_ups", {});
        if (!list) return;
        for (auto const& each : list->at("follow_ups").as_array()) {
            auto const& follow_up = each.as_object();
            if (follow_up.contains("answer") || happens(random_, 15)) continue;
            json::object const which{{"follow_up", follow_up.at("follow_up")}};
            if (!follow_up.contains("contacted_at")) {
                deed(staff_.manager, now, "contact_citizen", which);
            } else {
                auto form = which;
                form["answer"] = one_of(random_, setting_.answers);
                deed(staff_.manager, now, "answer_evaluation", form);
            }
        }
    });
}

void Replay::add_day(std::vector<hall::Opening> const& periods, std::string const& unstaffed) {
    for (auto const& [from, to] : periods)
        for (auto const& desk : desks_)
            if (desk->window.id.text != unstaffed)
                agenda_.note(from - seconds_between(random_, -240, 120),
                             [this, desk, to](Instant now) { open(*desk, now, to); });
    agenda_.note(periods.back().to + 50min, [this](Instant now) {
        for (auto const& desk : desks_)
            if (desk->state != Desk::State::shut) rest(*desk, now);
        deed(staff_.manager, now, "end_day", {});
    });
}

std::vector<Expected> Replay::expected_after(Instant now) const {
    std::vector<Expected> later;
    std::ranges::copy_if(expected_, std::back_inserter(later),
                         [&](auto const& each) { return each.at >= now; });
    return later;
}

void Replay::keep_alive(Instant now) {
    for (auto const& desk : desks_)
        if (desk->state != Desk::State::shut) at_desk(*desk, now, "heartbeat");
}

}  // namespace banshi::demo
