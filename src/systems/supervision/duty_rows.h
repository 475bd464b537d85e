#pragma once
// The rows of “2+N”; for dut*.cpp alone.

#include "systems/supervision/duties.h"

namespace banshi::supervision::rows {

struct Duty {
    int year;
    OrgId organisation;
    std::string plan;  // JSON
    int version;
    std::optional<Instant> submitted_at;
    std::string submitted_by;
    std::string document;
    std::optional<Instant> approved_at;
    std::string approved_by;
};
void put(Call&, Duty const&);
std::optional<Duty> find_duty(Call&, int year, OrgId const&);
std::vector<Duty> duties_of(Call&, int year);

struct DutyUse {
    int method;
    MatterId matter;
};
// Safe to repeat.
void insert(Call&, Duty const&, DutyUse const&);
std::vector<DutyUse> uses_of(Call&, Duty const&);

struct StepDone {
    int serial;
    Instant at;
    std::string account;
    std::string evidence;
    std::string file;
};
void insert(Call&, Duty const&, StepDone const&);
std::vector<StepDone> steps_done_of(Call&, Duty const&);

struct DutyDeedRow {
    int sequence;
    Instant at;
    std::string deed;
    std::string account;
    std::string why;
};
void insert(Call&, Duty const&, DutyDeedRow const&);
std::vector<DutyDeedRow> deeds_of(Call&, Duty const&);

}  // namespace banshi::supervision::rows
