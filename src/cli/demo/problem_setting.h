#pragma once
// The registered problems of the demo, as config/demo.toml describes them: how many of each kind
// were cleared and are still open, what people complain of, and the cases that the city knows.

#include "engines/matters/matter.h"
#include "engines/people/accounts.h"

namespace banshi::demo {

struct AccountSetting {
    people::AccountKind kind;
    std::string login;
    std::string name;
    std::string role;
    std::string node;
};

struct Register {  // one kind 类别, with the known cases of that kind
    std::string kind;
    std::string channel;  // who brings it; web: people themselves
    int cleared;
    int open;
};

struct Cause {  // what people complain of, and what is done about it
    std::string category;
    OrgId unit;
    int weight;
    std::string title;
    std::string text;
    std::string answer;
};

struct KnownCase {
    std::string kind;
    std::string category;
    OrgId unit;
    OrgId street;
    std::string place;
    std::string title;
    std::string text;
    std::string answer;
    std::optional<Day> registered;  // none: when a “2+N” takes it up
    std::optional<Day> since;
    std::optional<int> households;
    std::vector<matters::Quantity> quantities;
};

struct ProblemWords {
    std::string progress;
    std::string withdrawn;
    std::string listed;
    std::string not_solved;
    std::string photo;  // name of the file
};

struct DutyStepSetting {
    std::string part;  // problem, kind, method
    std::string title;
    std::string person;
    std::string evidence;  // none: it is not done yet
};

struct DutySetting {  // “2+N” of a party organisation 党组织
    OrgId organisation;
    int week;  // of the latest weeks: it is planned then
    KnownCase problem;
    std::string kind;
    std::string cause;
    std::string mechanism;
    std::string paper;  // what the mechanism's document says; empty: it is not approved yet
    std::vector<std::string> methods;
    std::vector<DutyStepSetting> steps;
};

struct ProblemSetting {
    std::string district;
    Day first;  // the past: registered from here ...
    Day last;   // ... to here
    int recent_weeks;
    int recent_cleared;  // of those cleared, how many are of the last weeks
    int late_percent;
    int rated_percent;
    std::vector<int> ratings;    // weights: satisfied, basically, dissatisfied
    std::vector<int> lateness;   // weights of what is open: in time, at level 1, 2, 3
    int withdrawn;               // of what is not cleared
    int listed;                  // 挂账
    int opened_again;            // 重办
    std::vector<int> household;  // how many are concerned
    ProblemWords words;
    std::vector<Register> registers;
    std::vector<Cause> causes;
    std::vector<KnownCase> cases;
    std::vector<DutySetting> duties;
    std::vector<AccountSetting> accounts;
};

}  // namespace banshi::demo
