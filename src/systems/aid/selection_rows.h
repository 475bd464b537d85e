#pragma once
// The rows of a selection; for the use cases of this system alone.

#include "systems/aid/selection.h"

namespace banshi::aid::rows {

void insert(Call&, Selection const&);
void update(Call&, Selection const&);
std::optional<Selection> find_selection(Call&, std::string const& campaign);

struct ScoreRow {
    std::string campaign, family, street;
    std::string weights;
    std::int64_t points;
    std::string snapshot;  // sealed facts, as they were
    std::string hash;      // of the facts, under the family's salt
    Instant at;
    std::optional<std::int64_t> drawn;  // place in the draws of ties
    std::string ruling;                 // in, out, or empty
};
void insert(Call&, ScoreRow const&);
std::optional<ScoreRow> find_score(Call&, std::string const& campaign, std::string const& family);
std::vector<ScoreRow> scores(Call&, std::string const& campaign);  // by number
void put_drawn(Call&, std::string const& campaign, std::string const& family, std::int64_t place);
void put_ruling(Call&, std::string const& campaign, std::string const& family,
                std::string const& ruling);
void empty_snapshot(Call&, std::string const& campaign, std::string const& family);

void insert_decision(Call&, std::string const& campaign, std::string const& family,
                     std::string const& what, std::string const& reason,
                     std::vector<std::string> const& voters);

void insert(Call&, std::string const& campaign, Objection const&);
void update(Call&, Objection const&);
int count_objections(Call&);
std::optional<Objection> find_objection(Call&, std::string const& number);
std::vector<Objection> objections(Call&, std::string const& campaign);
std::vector<Objection> objections_to(Call&, std::string const& family);

}  // namespace banshi::aid::rows

namespace banshi::aid {

// Computed anew from the snapshot and the table it names.
std::vector<LinePoints> lines_of(Call&, rows::ScoreRow const&);

}  // namespace banshi::aid
