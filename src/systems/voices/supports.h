#pragma once
// 同感: whoever has the same on the mind says so, where the district asks for it. Each person
// counts once, known by the document; each telephone counts once, too. The document is not kept,
// and nobody learns who it was.

#include "engines/record/record.h"
#include "systems/voices/support_rows.h"
#include "systems/voices/view.h"

namespace banshi::voices {

struct SupportVoice {
    std::string number;
    std::string id_number;
};
// By whoever has logged in, of what everybody reads and is not answered yet. Safe to repeat.
// Refuses support.off, support.log_in, support.own, support.counted (with another telephone),
// voice.not_now.
Result<VoiceView> support_voice(Call&, SupportVoice const&);
// Refuses support.none.
Result<VoiceView> unsupport_voice(Call&, OfVoice const&);

void add_support_deeds(Call&, Voice const&, matters::Matter const&, std::vector<std::string>& out);

// What its entry in the record binds.
record::Hash fingerprint_of(rows::Support const&);
struct Supported {  // 同感
    static constexpr auto kind = "voice.supported";
    record::Mark n;
    record::Hash h;  // of the row: who it is stays unknown
};
struct Unsupported {  // 取消同感: names the row that is gone
    static constexpr auto kind = "voice.unsupported";
    record::Mark n;
    record::Hash h;
};

}  // namespace banshi::voices
