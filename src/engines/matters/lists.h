#pragma once
// Lists of matters 事项列表, for ledgers, desks, the public page and Open311. A page costs the same
// in a book of a thousand and of a million: it walks one index from where the page before ended
// and looks at a bounded number of lines.

#include "engines/matters/clocks.h"

namespace banshi::matters {

// What of a matter lists decide upon.
struct Line {
    MatterId id;
    std::string number;
    std::string kind;
    std::string grade;
    std::string category;
    std::string channel;
    OrgId street;
    OrgId unit;
    AccountId handler;
    State state;
    std::optional<Outcome> outcome;
    Visibility visibility;
    int level;
    bool stopped;
    std::optional<Instant> due;
    std::optional<Instant> yellow_at;
    std::optional<Instant> red_at;
    Instant registered_at;
    Instant changed_at;
};
Line line_of(Matter const&);

// Who looks. Nobody learns that something exists which they may not see.
struct Sight {
    bool office = false;             // all of the office; else what is numbered and public ...
    std::vector<OrgId> within = {};  // ... and all that these streets and units have
    bool sealed = false;             // of that 保密 too
};
// Whether they see its work in progress, and not only what the public sees.
bool sees_inside(Sight const&, Line const&);
// Drafts are seen by their authors alone, who find them by reported_by.
bool may_see(Sight const&, Line const&);

struct Filter {  // 条件; what is empty does not filter
    std::string book;
    std::optional<Instant> from = {};  // registered in [from, to)
    std::optional<Instant> to = {};
    std::vector<State> states = {};
    std::optional<StateType> type = {};
    std::string kind = {};
    std::string grade = {};
    std::string category = {};
    std::string channel = {};
    OrgId street = {};
    OrgId unit = {};       // lead or joint, in any round ...
    bool as_lead = false;  // ... or the lead unit of now alone
    AccountId handler = {};
    std::optional<Outcome> outcome = {};
    int level_least = 0;
    std::optional<Colour> colour = {};  // at the time of the call
    bool overdue = false;               // 超期 at the time of the call
    std::optional<bool> content = {};   // by the answer that counts: satisfied, or not ...
    bool rated = false;                 // ... or whatever it says
    bool held = false;                  // its words wait for a moderator; the newest first
    std::string words = {};
};
// All but unit, content, rated, held and words: what was found by those is right.
bool fits(Filter const&, Line const&, Instant now);

enum class Order {
    newest,   // registered last first
    due,      // the nearest deadline first; what has none is left out
    changed,  // changed last first
};
BOOST_DESCRIBE_ENUM(Order, newest, due, changed)

// What rates are counted from: all but what was declined or merged.
std::vector<State> counted_states();

// Where a page ended and the next one begins.
struct Place {
    Instant at;
    MatterId id;
};

struct Page {
    std::vector<Matter> matters;
    // Go on from here. A page may be short, and even empty, and yet not the last: what is asked
    // for is rare, and the walk stops after some thousand lines so that nobody waits.
    std::optional<Place> next = {};
};
Page list_page(Call&, Filter const&, Sight const&, Order, std::optional<Place> after, int limit);

// What a person or a telephone registered, newest first, drafts too; at most 200.
std::vector<Matter> reported_by(Call&, PersonId const&, std::string const& phone);
// The same for the telephone of an account, which keeps its keyed hash alone.
std::vector<Matter> reported_from(Call&, std::string const& phone_lookup);

}  // namespace banshi::matters
