#pragma once
// Pictures and documents 附件: of the authors with their advice, and of unit and office with the
// answer. Nobody reaches a file by its address who may not read what it belongs to.

#include "engines/files/files.h"
#include "systems/voices/view.h"

namespace banshi::voices {

struct AttachToVoice {
    std::string number;
    Upload file;
};
// By an author while the text may be changed, or by unit and office. Refuses voice.not_now.
Result<VoiceView> attach_to_voice(Call&, AttachToVoice const&);

struct ReadVoiceFile {
    std::string number;
    files::FileId file;
    std::optional<bool> preview;
};
Result<File> read_voice_file(Call&, ReadVoiceFile const&);

struct RemoveVoiceFile {
    std::string number;
    files::FileId file;
    std::string why;
};
Result<VoiceView> remove_voice_file(Call&, RemoveVoiceFile const&);

// What this reader sees: of a draft and of an abstract the authors' files are theirs, those of an
// answer are seen once it is public.
std::vector<files::Attachment> enclosed(Call&, Voice const&, VoiceView const&);
std::vector<files::Attachment> proving(Call&, VoiceView const&, MatterId const& told);

}  // namespace banshi::voices
