#pragma once
// A Matter 事项: a problem that people or offices registered, with a number, an owner and a
// deadline, until it is cleared. Rows as they are kept; the deeds stand in matters.h.

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "engines/matters/policy.h"
#include "engines/matters/state.h"
#include "store/call.h"

namespace banshi::matters {

// A point on the map, WGS 84, in ten-millionths of a degree.
struct Point {
    std::int64_t latitude;
    std::int64_t longitude;
};
BOOST_DESCRIBE_STRUCT(Point, (), (latitude, longitude))

struct Matter {
    MatterId id;
    std::string book;
    std::string number;  // empty until it is issued
    std::string kind;
    std::string grade;
    std::string category;
    std::string title;  // both as the public may read them
    std::string text;
    std::string place;  // in words; empty: no place
    std::optional<std::int64_t> latitude;
    std::optional<std::int64_t> longitude;
    OrgId street;
    std::optional<int> households;
    std::optional<Day> problem_since;
    std::string channel;     // web, counter, telephone, grid, reception, import, open311
    std::string client;      // which program sent it
    std::string old_number;  // 原编号, of what was imported
    Visibility visibility;
    State state;
    int round;
    std::optional<Outcome> outcome;
    int version;         // of the office's deeds; a citizen's word does not change it
    int deeds;           // how many so far
    OrgId unit;          // 主办; empty before the first dispatch
    AccountId handler;   // 承办人
    std::string leader;  // 包案领导, as the board names the post
    std::optional<MatterId> merged_into;
    std::optional<MatterId> previous;  // the same facts before, or the matter it is a child of
    Day day;                           // of registering, on the site's wall
    Instant registered_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> cleared_at;
    Instant changed_at;
    // For lists, as the open clocks have it: the nearest deadline, its colours, the highest level
    // of this round.
    std::optional<Instant> due;
    std::optional<Instant> yellow_at;
    std::optional<Instant> red_at;
    int level;
    bool stopped;

    bool numbered() const { return !number.empty(); }
};

struct Task {  // 办理任务 of one unit in one round
    MatterId matter;
    int round;
    int serial;  // of the matter
    OrgId unit;
    bool lead;  // 主办, else 协办
    bool forced;
    Instant dispatched_at;
    std::string dispatched_by;
    std::optional<Instant> signed_at;
    AccountId handler;
    std::optional<Instant> answered_at;
    std::string answer;
    std::optional<Instant> ended_at;  // answered, returned or taken away
    std::string grounds;              // of a return

    bool open() const { return !ended_at; }
};

struct Deed {  // 经过: nothing here is ever changed
    MatterId matter;
    int sequence;
    Instant at;
    Verb verb;
    std::optional<State> from;
    State to;
    int round;
    std::string actor;
    std::string why;                  // for everybody who may see the matter
    std::string facts;                // JSON of the deed, for the office
    std::optional<std::int64_t> seq;  // its leaf in the public record
};

struct Answer {  // 答复
    MatterId matter;
    int round;
    int serial;
    Outcome outcome;
    std::string text;
    std::string drafted_by;
    Instant drafted_at;
    std::string approved_by;
    std::optional<Instant> approved_at;
    std::optional<Instant> publish_at;  // on its way out; `published_at` once it is
    std::optional<Instant> published_at;
    std::string sent_back;  // why
};

struct Quantity {  // 成果
    std::string type;
    std::int64_t amount;
};
BOOST_DESCRIBE_STRUCT(Quantity, (), (type, amount))

struct Reporter {  // 诉求人, sealed
    MatterId matter;
    int serial;
    std::optional<PersonId> person;
    std::string name;
    std::string phone;
    std::string email;
    std::string recorded_by;  // the clerk who wrote it down for them
    std::string language = "zh";
    std::optional<MatterId> through;  // the matter that was merged in
    // 已验证: had logged in with this telephone, or as a known person.
    std::optional<Instant> proved_at = {};
};

}  // namespace banshi::matters
