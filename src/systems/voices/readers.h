#pragma once
// Readers 参阅人: named for days like those who write, asked by the screener to read one item,
// which nobody else learns. What they write is for the screener alone.

#include "systems/voices/view.h"

namespace banshi::voices {

struct AskReader {
    std::string number;
    std::optional<int> if_match;
    std::string member;
    std::optional<std::string> words;  // what is asked
};
// Refuses reader.not_found, reader.own (wrote it, too), reader.named.
Result<VoiceView> ask_reader(Call&, AskReader const&);

struct OfReader {
    std::string number;
    std::optional<int> if_match;
    int reader;
};
// 取消参阅: from now on there is no such item to them; an opinion that was given stays.
Result<VoiceView> release_reader(Call&, OfReader const&);

struct GiveOpinion {  // 参阅意见
    std::string number;
    std::string opinion;
};
// Once for each time that one is asked. Refuses reader.none, opinion.missing.
Result<VoiceView> give_opinion(Call&, GiveOpinion const&);

// ---- for the views

bool reads(Call&, Voice const&);
// All of them to the screener, the own to a reader, none to others.
std::vector<ReadingShown> readings_for(Call&, Voice const&, Eye);
void add_reading_deeds(Call&, Voice const&, matters::Matter const&, Eye,
                       std::vector<std::string>& out);

}  // namespace banshi::voices
