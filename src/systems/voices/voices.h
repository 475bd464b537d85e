#pragma once
// The advice platform 建言献策网络平台: advisers 政协委员 and information officers 信息员 of the
// streets hand in opinions and proposals; the office screens them, has them answered, and follows
// what is not solved. The system's table of contents:
//   citizens.h when it is open to everybody
//   members.h  who may write, and until when     writing.h  what the authors do
//   office.h   screening, handling, publishing   view.h     what each of them sees
//   supports.h who has the same on the mind
//   lists.h    lists and counts by source        jobs.h     what the clock does
// Here: what all of them ask first.

#include <boost/describe/enum.hpp>

#include "engines/matters/matters.h"
#include "engines/people/orgs.h"
#include "systems/voices/settings.h"

namespace banshi::voices {

inline constexpr char const* book_name = "voices";
// A proposal that goes on as an opinion 转社情民意 takes the time of an opinion.
inline constexpr char const* as_opinion_grade = "as_opinion";

inline Right const see_voices{"voices.see"};
inline Right const manage_members{"voices.manage_members"};
inline Right const screen_voices{"voices.screen"};
inline Right const hand_over_voices{"voices.hand_over"};
inline Right const handle_voices{"voices.handle"};  // at the unit
inline Right const head_unit{"voices.head_unit"};   // 单位负责人, at the unit
inline Right const approve_answers{"voices.approve"};
inline Right const keep_clocks{"voices.keep_clocks"};  // the machine

enum class Kind {
    opinion,   // 社情民意
    proposal,  // 提案
};
BOOST_DESCRIBE_ENUM(Kind, opinion, proposal)

enum class Source {
    adviser,  // 政协委员
    officer,  // 信息员 of a street
    citizen,  // 居民, where the district is open to them
};
BOOST_DESCRIBE_ENUM(Source, adviser, officer, citizen)

enum class Disclosure {
    open,      // 公开: with text and authors
    abstract,  // 公开摘要: title and answer
    closed,    // 不公开
};
BOOST_DESCRIBE_ENUM(Disclosure, open, abstract, closed)

struct Voice {  // 建言; its way is a matter once it was handed in
    std::string id;
    std::optional<MatterId> matter;
    Kind kind;
    Source source;  // of the first author, and so is the street: as it was when it was handed in
    OrgId street;
    std::string topic;
    std::string title;
    std::string problem;
    std::string analysis;
    std::string suggestion;
    Disclosure disclosure;
    int version;  // of the text
    Instant created_at;
    std::optional<Instant> submitted_at;
    std::optional<Instant> screened_at;
    std::optional<Instant> filed_at;
    std::optional<Instant> approved_at;  // the answer that is on its way out
    std::optional<Instant> answered_at;  // its first answer was published
    std::optional<Day> review_on;
    std::optional<Instant> solved_at;
    std::optional<Instant> dropped_at;  // a draft that was thrown away
    std::string sector = {};            // 界别 of an adviser, where it is known
    OrgId place_street = {};            // 地点: where it is; each part may be empty
    std::string place = {};             // in words
    std::optional<std::int64_t> latitude = {};
    std::optional<std::int64_t> longitude = {};
};

struct Author {  // 提案人, 联名人
    std::string voice;
    int serial;  // 1: the first
    std::string member;
    std::string name;
    std::optional<int> reporter;  // of the matter, once it was handed in
    Instant invited_at;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> declined_at;
    std::optional<Instant> removed_at;
    std::optional<Instant> withdrew_at;

    bool named() const { return !removed_at; }
    bool confirmed() const { return named() && confirmed_at.has_value(); }
};

// By its number, or by its own id until it has one. Refuses voice.not_found.
Result<Voice> find_voice(Call&, std::string const& number);
Refusal no_such_voice(std::string const& number);
std::string number_of(Call&, Voice const&);
std::string text_of(Voice const&);
std::string topic_name(Call const&, std::string const& topic);

using matters::streets_of;
using matters::Unit;
using matters::unit_node;
// The offices and streets that may be given work.
std::vector<Unit> units_of(Call&);
std::string unit_name(Call&, OrgId const&);
// Refuses unit.not_found.
Result<void> check_unit(Call&, OrgId const&, char const* field);

}  // namespace banshi::voices
