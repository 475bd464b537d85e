#pragma once
// The rows behind draws.h. They decide nothing.

#include "engines/draws/draws.h"

namespace banshi::draws::rows {

bool insert(Call&, Draw const&);  // false: the name is taken
void update(Call&, Draw const&);
std::optional<Draw> find(Call&, std::string const& draw);
std::vector<Draw> newest(Call&, int limit);
std::vector<Draw> unfinished(Call&);

void insert(Call&, std::string const& draw, Party const&);
void update(Call&, std::string const& draw, Party const&);
std::vector<Party> parties(Call&, std::string const& draw);  // by name

bool insert_entry(Call&, std::string const& draw, std::string const& entry, std::int64_t rank);
std::optional<std::int64_t> rank_of(Call&, std::string const& draw, std::string const& entry);
void remove_entry(Call&, std::string const& draw, std::int64_t rank);  // the later ones move up
std::int64_t count_entries(Call&, std::string const& draw);
std::vector<std::string> entries(Call&, std::string const& draw);  // in the order of entry
void put_place(Call&, std::string const& draw, std::string const& entry, std::int64_t place);
std::vector<std::string> winners(Call&, std::string const& draw);
std::vector<std::int64_t> winners_ranks(Call&, std::string const& draw);

struct Told {
    std::string account;
    std::string text;
};
void insert_late(Call&, std::string const& draw, std::string const& text);
std::optional<Told> late_told(Call&, std::string const& draw);
void forget_late(Call&, std::string const& draw);

}  // namespace banshi::draws::rows
