#pragma once
// The rows of public works; for works*.cpp alone.

#include "systems/supervision/works.h"

namespace banshi::supervision::rows {

struct Programme {
    int year;
    std::string phases;  // JSON
    int choices;
    int ballots_least;
    int deputies;
    std::string result;
    bool extended;
};
void put(Call&, Programme const&);
std::optional<Programme> find_programme(Call&, int year);

struct Item {
    std::string id;
    int year;
    int serial;
    std::string title;
    std::string text;
    std::string place;
    OrgId street;
    std::string phone;  // sealed
    WorkState state;
    std::string public_why;
    std::optional<std::string> joined_into;
    std::int64_t votes;
    int yes;
    int no;
    int abstained;
    std::int64_t budget;
    std::int64_t spent;
    OrgId unit;
    std::string leader;
    Instant proposed_at;
    Instant changed_at;
    std::optional<Instant> announced_at;
    std::optional<MatterId> matter;
    std::string report;
};
void insert(Call&, Item const&);
void update(Call&, Item const&);
std::optional<Item> find_item(Call&, std::string const& id);
std::vector<Item> items_of(Call&, int year);

struct MilestoneRow {
    std::string item;
    int serial;
    std::string title;
    Day planned;
    std::optional<int> clock;
    std::optional<Instant> done_at;
    std::string words;
};
void insert(Call&, MilestoneRow const&);
void update(Call&, MilestoneRow const&);
std::vector<MilestoneRow> milestones_of(Call&, std::string const& item);

// Says whether there was one before.
bool put_ballot(Call&, int year, std::string const& voter, std::vector<std::string> const& items);
std::int64_t ballots_of(Call&, int year);
std::int64_t votes_for(Call&, int year, std::string const& item);

struct Ratings {
    std::int64_t rated;
    std::int64_t satisfied;  // the upper three of five grades
};
bool put_rating(Call&, std::string const& item, int attempt, std::string const& voter, WorkGrade);
Ratings ratings_of(Call&, std::string const& item, int attempt);

struct DeedRow {
    int sequence;
    Instant at;
    std::string deed;
    WorkState to;
    std::string actor;
    std::string why;
};
void insert(Call&, std::string const& item, DeedRow const&);
std::vector<DeedRow> deeds_of(Call&, std::string const& item);

}  // namespace banshi::supervision::rows
