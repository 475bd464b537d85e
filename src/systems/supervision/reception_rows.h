#pragma once
// The rows of reception days and visits; for reception*.cpp alone.

#include "systems/supervision/reception.h"

namespace banshi::supervision::rows {

struct ReceptionDay {
    std::string id;
    Day day;
    std::string place;
    std::string leader;
    std::string participants;  // JSON
    Instant from;
    Instant to;
    int minutes;
    std::optional<Instant> cancelled_at;
    std::string cancelled_why;
};
void insert(Call&, ReceptionDay const&);
void update(Call&, ReceptionDay const&);
std::optional<ReceptionDay> find_reception(Call&, std::string const& id);
std::vector<ReceptionDay> receptions_from(Call&, Day, int limit);

struct Visit {
    std::string id;
    std::string reception;
    std::string turn;
    std::optional<Instant> start;
    std::string name;  // sealed, like the telephone
    std::string phone;
    std::string code_hash;
    std::string subject;
    int persons;
    int spokespersons;
    std::string state;
    std::optional<MatterId> matter;
    std::string facts;
    std::string promised;
    std::optional<Day> promise_day;
    std::optional<int> promise_clock;
    std::optional<Instant> kept_at;
    std::optional<Instant> received_at;
    std::string received_by;
};
void insert(Call&, Visit const&);
void update(Call&, Visit const&);
std::optional<Visit> find_visit(Call&, std::string const& id);
std::vector<Visit> visits_of(Call&, std::string const& reception);
std::vector<Visit> visits_with_phone(Call&);  // the newest first
// Takes name and telephone away.
void forget_visitor(Call&, std::string const& id);

struct Promise {
    std::string leader;
    Day promise_day;
    std::optional<Instant> kept_at;
};
std::vector<Promise> promises(Call&);

}  // namespace banshi::supervision::rows
