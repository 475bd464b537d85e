#pragma once
// The rows of hand-over lists; for handover*.cpp alone.

#include "systems/supervision/handover.h"

namespace banshi::supervision::rows {

struct Handover {
    std::string id;
    std::string post;
    std::string becomes;
    std::string old_name;
    std::string new_name;
    Instant made_at;
    std::string made_by;
    std::optional<Instant> old_signed_at;
    std::string old_signed_by;
    std::optional<Instant> new_signed_at;
    std::string new_signed_by;

    bool done() const { return old_signed_at && new_signed_at; }
};
void insert(Call&, Handover const&);
void update(Call&, Handover const&);
std::optional<Handover> find_handover(Call&, std::string const& id);
std::vector<Handover> handovers(Call&, int limit);

struct HandoverMatter {
    int serial;
    MatterId matter;
    int level;
    std::optional<Day> last_day;
    std::optional<Day> promised;
};
void insert(Call&, std::string const& handover, HandoverMatter const&);
std::vector<HandoverMatter> handed_over(Call&, std::string const& handover);

}  // namespace banshi::supervision::rows
