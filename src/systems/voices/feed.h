#pragma once
// What was filed and what was answered last, as an Atom feed; and by whom.

#include "systems/voices/lists.h"

namespace banshi::voices {

struct VoicesFeed {
    std::optional<std::string> topic;
};
Result<File> voices_feed(Call&, VoicesFeed const&);

// 履职情况: what each adviser and officer has handed in and what became of it, by name and street;
// nobody is ranked.
struct ListActivity {};
struct ActivityRow {
    std::string member;
    std::string name;
    Role role;
    std::string street_name;
    std::int64_t received;
    std::int64_t joined;  // signed with others
    std::int64_t filed;
    std::int64_t answered;
    std::int64_t solved;
};
struct ActivityList {
    std::vector<ActivityRow> members;
};
Result<ActivityList> list_activity(Call&, ListActivity const&);

}  // namespace banshi::voices
