#pragma once
// The texts of an advice as they were before they were amended 历次文本, for those who may read
// more of it than everybody.

#include "systems/voices/view.h"

namespace banshi::voices {

struct VersionShown {
    int version;
    Instant until;  // it was amended then
    std::string title;
    std::string problem;
    std::string analysis;
    std::string suggestion;
};
struct VersionList {
    std::vector<VersionShown> versions;  // the first one first; without the one in force
};
Result<VersionList> list_versions(Call&, OfVoice const&);

}  // namespace banshi::voices
