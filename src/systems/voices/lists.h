#pragma once
// Lists: what everybody may read, an author's own and the street's, the desks of the office; and
// counts by source, the same on every page.

#include "engines/matters/lists.h"
#include "systems/voices/view.h"

namespace banshi::voices {

struct VoiceRow {
    std::string voice;
    std::string number;
    std::string title;
    Kind kind;
    Source source;
    std::string street_name;
    std::string topic_name;
    std::string unit_name;
    matters::State state;
    std::optional<matters::Outcome> outcome;
    std::optional<Instant> submitted_at;
    std::optional<Instant> filed_at;
    std::optional<Instant> due;
    std::optional<matters::Colour> colour;
    int level;                             // of the ladder
    std::optional<std::int64_t> latitude;  // where everybody may know it
    std::optional<std::int64_t> longitude;
    bool to_read;  // an opinion of the asker is waited for
    bool asked;    // the asker was named as an author and has not answered
};
struct VoiceList {
    std::vector<VoiceRow> voices;
    std::optional<std::string> next;
    Instant now;
};

struct ListVoices {
    std::optional<std::string> topic;
    std::optional<Kind> kind;
    std::optional<OrgId> street;
    std::optional<matters::State> state;
    std::optional<std::string> words;
    std::optional<std::string> after;
};
// Of everybody; the newest first.
Result<VoiceList> list_voices(Call&, ListVoices const&);
// Of the office and, of what was sent to it, of a unit.
Result<VoiceList> list_voice_desk(Call&, ListVoices const&);

// Nothing where the asker, or everybody, may not see it.
std::optional<VoiceRow> row_for_asker(Call&, Voice const&);
std::optional<VoiceRow> row_for_everybody(Call&, Voice const&);

struct MyVoices {};
Result<VoiceList> list_my_voices(Call&, MyVoices const&);

Result<VoiceList> list_followed_voices(Call&, MyVoices const&);

struct FindSimilar {
    std::string topic;
    std::string title;
};
// 疑似相同, among what the asker may see.
Result<VoiceList> find_similar_voices(Call&, FindSimilar const&);

struct TopicView {
    std::string id;
    std::string name;
};
struct UnitView {
    OrgId id;
    std::string name;
};
struct VoiceChoices {
    std::vector<TopicView> topics;
    std::vector<UnitView> streets;
    std::vector<UnitView> units;
    std::vector<TopicView> declines;  // reasons
    std::vector<std::string> pauses;  // why a unit may let an item wait
    std::string phone;
    bool citizens;  // the district is open to them
};
Result<VoiceChoices> voice_choices(Call&, MyVoices const&);

struct MapVoices {};
struct VoicesOfStreet {
    OrgId street;
    std::int64_t open;                 // filed, and not answered yet
    std::vector<std::int64_t> levels;  // of those, how many stand at level 1, 2, 3
};
struct VoiceMap {
    std::vector<VoicesOfStreet> streets;
};
// By the street that it is about; else by that of its officer.
Result<VoiceMap> map_voices(Call&, MapVoices const&);

struct CountVoices {
    std::optional<Day> day;  // as it stood at the end of this day; else now
};
struct SourceFigures {
    OrgId street;  // empty: the advisers
    std::string name;
    std::int64_t received;
    std::int64_t filed;
    std::int64_t answered;
    std::int64_t solved;
    std::optional<double> adopted_percent;  // of those that were screened
    std::optional<Day> since;               // its first officer's first day
};
struct TopicFigures {
    std::string topic;
    std::string name;
    std::int64_t received;
    std::int64_t filed;
    std::int64_t answered;
    std::int64_t solved;
};
struct VoiceFigures {
    std::int64_t total;  // advisers, all streets and citizens
    SourceFigures advisers;
    std::optional<SourceFigures> citizens;  // where any was handed in, or may be
    std::vector<SourceFigures> streets;     // that had an officer by then
    std::vector<TopicFigures> topics;
    // In whole percent; nothing where nothing was counted.
    std::optional<int> in_time_percent;    // answered by the last day, of all that were answered
    std::optional<int> satisfied_percent;  // with basically satisfied, of all that were rated
    Day day;
};
Result<VoiceFigures> count_voices(Call&, CountVoices const&);

}  // namespace banshi::voices
