// Following an advice 关注, as one follows a problem.

#include "engines/matters/followers.h"
#include "systems/voices/lists.h"
#include "systems/voices/rows.h"
#include "systems/voices/writing.h"

namespace banshi::voices {

namespace {

struct Public {
    Voice voice;
    MatterId matter;
};

Result<Public> find_public(Call& call, std::string const& number) {
    auto voice = TRY(find_voice(call, number));
    if (!voice.matter) return no_such_voice(number);
    auto const matter = TRY(matters::find(call, *voice.matter));
    if (!everybody_reads(matter)) return no_such_voice(number);
    return Public{std::move(voice), matter.id};
}

}  // namespace

Result<VoiceView> follow_voice(Call& call, FollowVoice const& form) {
    auto const [voice, matter] = TRY(find_public(call, form.number));
    TRY(matters::follow_as_citizen(call, matter, form.phone));
    return shown(call, voice);
}

Result<VoiceView> unfollow_voice(Call& call, OfVoice const& form) {
    auto const [voice, matter] = TRY(find_public(call, form.number));
    TRY(matters::unfollow_as_citizen(call, matter));
    return shown(call, voice);
}

Result<VoiceList> list_followed_voices(Call& call, MyVoices const&) {
    VoiceList list{{}, {}, call.now};
    for (auto const& matter : TRY(matters::followed_by_asker(call, book_name)))
        if (auto const voice = rows::voice_of(call, matter.id))
            if (auto row = row_for_everybody(call, *voice)) list.voices.push_back(std::move(*row));
    return list;
}

}  // namespace banshi::voices
