#include "systems/voices/desk.h"

namespace banshi::voices {

Result<Taken> seen_at_desk(Call& call, std::string const& number) {
    auto voice = TRY(find_voice(call, number));
    if (!voice.matter) return no_such_voice(number);
    auto matter = TRY(matters::find(call, *voice.matter));
    if (eye_of(call, voice, matter) < Eye::unit) return no_such_voice(number);
    return Taken{std::move(voice), std::move(matter)};
}

}  // namespace banshi::voices
