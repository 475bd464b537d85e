#pragma once
// The rows of petitions; for petition*.cpp alone.

#include "systems/supervision/petitions.h"

namespace banshi::supervision::rows {

struct PetitionVisitRow {
    MatterId matter;
    int serial;
    Instant at;
    std::string channel;
    std::string words;
    std::string account;
    bool takes_back;
};
void insert(Call&, PetitionVisitRow const&);
std::vector<PetitionVisitRow> petition_visits_of(Call&, MatterId const&);

struct PetitionPaperRow {
    MatterId matter;
    int serial;
    Instant at;
    PaperKind kind;
    std::string file;
    std::string words;
    std::string account;
};
void insert(Call&, PetitionPaperRow const&);
std::vector<PetitionPaperRow> petition_papers_of(Call&, MatterId const&);

struct PetitionDecision {
    MatterId matter;
    MatterId earlier;
    bool same;
    std::string why;
    Instant at;
    std::string account;
};
void insert(Call&, PetitionDecision const&);
std::vector<PetitionDecision> petition_decisions_of(Call&, MatterId const&);

// How often a leader has received somebody about it.
std::int64_t receptions_about(Call&, MatterId const&);

}  // namespace banshi::supervision::rows
