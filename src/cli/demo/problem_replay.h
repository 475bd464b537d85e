#pragma once
// A district relives its registered problems: people, clerks, units and leaders act in simulated
// time, each deed through its use case, and the ladder climbs by itself on the way.

#include "cli/demo/agenda.h"
#include "cli/demo/problems.h"
#include "cli/demo/staff.h"

namespace banshi::demo {

// The account of a unit's head.
std::string head_login(OrgId const& unit);

bool has_problems(Setting const&, District const&);

// The accounts of the setting, and the head of each unit and street.
std::vector<AccountSetting> problem_accounts(Setting const&, Deeds&, Instant now);

class ProblemReplay {
public:
    using Note = std::function<void(Instant, Agenda::What)>;
    ProblemReplay(Setting const&, Deeds&, Staff const&, Note, Instant now);

    // Notes all that happens before now, and the clock's own work.
    void begin();

private:
    struct Case {  // a problem with a number
        Problem problem;
        std::string number = {};
        std::string code = {};
        std::int64_t version = 1;
        bool again = false;  // in its second round
    };
    using Next = void (ProblemReplay::*)(Case&, Instant);

    void then(Case&, Instant at, Next);
    json::value perform(Actor const&, Instant now, std::string_view verb, json::object const&);
    void deed(Case&, Actor const&, Instant now, std::string_view verb, json::object = {});
    Actor const& by(std::string const& login) const { return staff_.by_login.at(login); }
    Actor const& head_of(Case const&) const;
    ProblemWords const& words() const { return setting_.problems.words; }

    void file(Case&, Instant now);
    void accept(Case&, Instant now);
    void dispatch(Case&, Instant now);
    void sign(Case&, Instant now);
    void end(Case&, Instant now);
    void answer(Case&, Instant now);
    void clear(Case&, Instant now);
    void rate(Case&, Instant now);
    void tick(Instant now);

    Setting const& setting_;
    Deeds& deeds_;
    Staff const& staff_;
    Note note_;
    Instant now_;
    std::string photo_;
    std::vector<Case> cases_;
};

}  // namespace banshi::demo
