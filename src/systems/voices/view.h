#pragma once
// What is seen of a voice, and by whom: everybody, its authors and its street, or the office. Who
// may not see it is told that there is no such number.

#include "engines/files/files.h"
#include "engines/matters/clocks.h"
#include "engines/matters/evaluations.h"
#include "systems/voices/members.h"

namespace banshi::voices {

// Each sees what those before see, and more.
enum class Eye {
    nobody,
    everybody,  // filed, and not closed
    street,     // the officers of its street, once it was handed in
    reader,     // whom the screener asked
    author,
    unit,    // that it was sent to
    office,  // once it was handed in
};
BOOST_DESCRIBE_ENUM(Eye, nobody, everybody, street, reader, author, unit, office)
bool everybody_reads(matters::Matter const&);
Eye eye_of(Call&, Voice const&, std::optional<matters::Matter> const&);

// The asker is one of its authors, also when the membership has ended.
bool wrote_it(Call&, Voice const&);

// Drafted or approved: work in progress to everybody but office and unit.
bool answer_is_near(matters::State);

// voice.not_now, with the state that does not allow it.
Refusal not_now(Call const&, matters::State);

// Which reporter of the matter that goes on this author is, also where the own one was joined to
// it.
std::optional<int> reporter_in(Call&, Author const&, MatterId const& own,
                               matters::Matter const& survivor);

// The first author speaks; where that one has left the street, its officer of today does.
bool speaks_first(Call&, Voice const&, std::vector<Author> const&);

struct InstructionView {  // 批示
    int serial;
    std::string digest;
    std::string number;  // of the item
    std::string leader;
    std::string text;
    std::string unit_name;
    Day last_day;
    Instant at;
    std::optional<Instant> answered_at;
    std::string answer;
    bool late;
};
struct AuthorView {
    int serial;
    std::string name;
    bool confirmed;
    bool declined;
    std::optional<matters::Rating> rating;
    bool you;
};
struct CorrectionShown {  // 更正
    Instant at;
    std::string note;
    std::string before;
};
struct AnswerShown {
    int serial;
    int round;
    matters::Outcome outcome;
    std::string text;
    std::optional<Instant> answered_at;   // 答复时间: approved
    std::optional<Instant> publish_at;    // on its way out
    std::optional<Instant> published_at;  // 公开时间
    std::string sent_back;
    std::vector<CorrectionShown> corrections;
};
struct MeasureShown {  // 措施
    int serial;
    std::string what;
    OrgId unit;
    std::string unit_name;
    Day by_day;
    std::optional<Instant> done_at;
    std::string proof;
};
struct ReviewShown {  // 复核
    Instant at;
    bool solved;
    std::string words;
    std::optional<Day> next_on;
};
struct PauseShown {      // 等待
    std::string reason;  // of the rules
    Instant since;
};
struct StepShown {
    Instant at;
    matters::Verb verb;
    matters::State state;
    int round;
    std::string words;
    std::string unit_name;
    std::string reason;  // why it waits
};
struct ReadingShown {  // 参阅
    int serial;
    std::string name;
    std::string words;  // what was asked
    Instant asked_at;
    std::optional<Instant> given_at;
    std::string opinion;
    bool released;
};
struct PartShown {  // 协办 of one unit
    OrgId unit;
    std::string unit_name;
    bool lead;
    std::string answer;
    bool open;
};
struct Said {  // in its parts
    std::string problem;
    std::string analysis;
    std::string suggestion;
};
struct PlaceShown {  // 地点
    OrgId street;
    std::string street_name;
    std::string words;
    std::optional<std::int64_t> latitude;
    std::optional<std::int64_t> longitude;
};
struct VoiceView {
    std::string voice;
    std::string number;
    int seen;     // the version that a deed of the office names
    int version;  // of the text
    Kind kind;
    bool as_opinion;
    matters::State state;
    Source source;
    OrgId street;
    std::string street_name;
    std::string sector;  // 界别 of an adviser, where the names are told
    std::string topic;
    std::string topic_name;
    std::string title;
    std::string text;
    Said said;  // for authors and office
    Disclosure disclosure;
    PlaceShown place;  // with the text
    std::vector<AuthorView> authors;
    std::optional<Instant> submitted_at;
    std::optional<Instant> filed_at;
    OrgId unit;
    std::string unit_name;
    std::vector<PartShown> parts;
    std::optional<Day> last_day;
    std::optional<int> days_left;
    std::optional<matters::Colour> colour;
    std::optional<PauseShown> paused;
    int extension_most;
    bool extended;
    int round;
    int level;
    std::optional<matters::Outcome> outcome;
    std::vector<AnswerShown> answers;
    std::vector<StepShown> steps;
    std::optional<Day> review_on;
    std::vector<MeasureShown> measures;
    bool promised;  // 承诺未办完
    std::vector<ReviewShown> reviews;
    std::optional<Instant> solved_at;
    std::optional<std::string> supervision;  // its number there
    std::optional<std::string> merged_into;
    std::vector<std::string> merged;
    int supports;                               // 同感: people who said so
    bool contacted;                             // the first author was spoken to in this round
    std::vector<ReadingShown> readings;         // 参阅, for the screener; to a reader the own
    std::vector<InstructionView> instructions;  // 批示, for office and unit
    std::vector<files::Shown> files;            // of the authors
    std::vector<files::Shown> evidence;         // with the answer
    std::vector<std::string> deeds;
    Eye eye;
    Instant now;
};
VoiceView shown(Call&, Voice const&);

struct OfVoice {
    std::string number;
};
Result<VoiceView> see_voice(Call&, OfVoice const&);

}  // namespace banshi::voices
