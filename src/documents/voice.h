#pragma once
// 语音叫号: recorded words joined into one sound. A folder holds one language, a WAV file a
// word: gong 请 号 到 窗口, the figures and the letters. A site may put in its own recordings.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace banshi::documents {

struct Clips {
    unsigned samples_a_second = 0;
    std::map<std::string, std::string, std::less<>> samples;  // by word; 16 bits each, mono
};

// The recorded words of a site, read at start; a district has them among its policies.
struct Voice {
    std::map<std::string, Clips, std::less<>> by_language;  // zh, en
};

// Throws std::runtime_error, naming the file, unless all are PCM with 16 bits, one channel and
// the same rate.
Clips read_clips(std::filesystem::path const& folder);

// A105 as it is called out, figure by figure: "A 1 0 5".
std::string spelled(std::string_view number);

// One WAV of the words in their order: "gong 请 A 1 0 5 号 到 3 号 窗口". Refuses
// voice.clip_missing with the fact {word}.
Result<std::string> announcement(Clips const&, std::string_view words);

}  // namespace banshi::documents
