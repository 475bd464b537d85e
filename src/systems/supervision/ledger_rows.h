#pragma once
// The rows behind the ledgers, in order; for ledger.cpp alone.

#include <functional>

#include "systems/supervision/ledger.h"

namespace banshi::supervision::rows {

struct Span {  // empty words mean everything
    Instant from;
    Instant to;
    std::string street;
    std::string unit;
    std::string kind;
    std::string grade;
    Instant after_at;  // of the row that the page before ended with
    std::string after_id;
    int limit;
};

struct OriginalRow {
    std::string id;
    std::string number;
    Instant registered_at;
    std::string channel;
    std::string kind;
    std::string category;
    std::string title;
    std::string text;
    std::string street;
    std::string place;
    std::optional<int> households;
    std::optional<Day> problem_since;
    std::string old_number;
    std::string name;  // sealed
    std::string phone;
    std::string recorded_by;
};
void each_original(Call&, Span const&, std::function<void(OriginalRow const&)> const&);

struct CorrectionRow {
    Instant at;
    std::string actor;
    std::string verb;
    std::string why;
    std::string facts;
};
std::vector<CorrectionRow> corrections_of(Call&, std::string const& matter);

struct ProgressRow {
    std::string id;  // matter and serial: "01J.../1"
    std::string matter;
    int serial;
    std::string number;
    int round;
    std::string unit;
    bool lead;
    std::string handler;
    std::string leader;
    Instant dispatched_at;
    std::optional<Instant> signed_at;
    std::optional<Instant> ended_at;
    std::optional<int> length;
    std::optional<std::string> length_unit;
    std::optional<Day> last_day;
    std::optional<int> extension;
    std::optional<bool> stopped;
    std::optional<Instant> yellow_at;
    std::optional<Instant> red_at;
    std::optional<int> clock;
    std::optional<std::string> progress;
    std::optional<Instant> progress_at;
};
void each_progress(Call&, Span const&, std::function<void(ProgressRow const&)> const&);
std::vector<std::string> joint_units(Call&, std::string const& matter, int round);
struct PauseRow {
    Instant from;
    std::optional<Instant> to;
};
std::vector<PauseRow> pauses_since(Call&, std::string const& matter, Instant from);
struct LevelTime {
    int level;
    Instant nominal_at;
};
std::vector<LevelTime> level_times(Call&, std::string const& matter, int clock);

struct ResolutionRow {
    std::string id;
    std::string matter;
    std::string number;
    int round;
    std::string outcome;
    std::string answer;
    std::string facts;
    std::string drafted_by;
    std::optional<Instant> done_at;
    std::string approved_by;
    Instant cleared_at;
    std::int64_t quantities;
    std::optional<Instant> due;
    std::optional<Instant> ended_at;
    std::optional<Day> last_day;
    std::optional<bool> solved;
    std::optional<std::string> rating;
    std::int64_t reopened;
};
void each_resolution(Call&, Span const&, std::function<void(ResolutionRow const&)> const&);

void insert(Call&, ExportNoted const&);
std::optional<ExportNoted> find_export(Call&, std::string const& id);
std::vector<ExportNoted> exports(Call&, int limit);

}  // namespace banshi::supervision::rows
