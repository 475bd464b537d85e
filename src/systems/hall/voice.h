#pragma once
// The recorded words 语音 of a site, one set a language; read at start.

#include <map>
#include <string>

#include "documents/voice.h"

namespace banshi::hall {

struct Voice {
    std::map<std::string, documents::Clips, std::less<>> by_language;  // zh, en
};

}  // namespace banshi::hall
