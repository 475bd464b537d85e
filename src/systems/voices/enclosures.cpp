#include "systems/voices/enclosures.h"

#include <algorithm>

#include "engines/people/people.h"

namespace banshi::voices {

namespace {

using matters::State;

constexpr int files_most = 10;

std::string about(Voice const& voice) { return "voice/" + voice.id; }
std::string about(MatterId const& matter) { return "voice-answer/" + matter.text; }

struct Found {
    Voice voice;
    VoiceView view;
    std::optional<MatterId> told;  // whose answer it is
};

Result<Found> find_enclosing(Call& call, std::string const& number) {
    auto const view = TRY(see_voice(call, {number}));
    auto const voice = TRY(find_voice(call, number));
    std::optional<MatterId> told;
    if (voice.matter) {
        auto const own = TRY(matters::find(call, *voice.matter));
        told = TRY(matters::survivor(call, own)).id;
    }
    return Found{voice, view, told};
}

bool may_amend(VoiceView const& view) {
    return std::ranges::find(view.deeds, "amend_voice") != view.deeds.end();
}

bool at_desk(Call& call, VoiceView const& view) {
    return view.eye >= Eye::unit && (call.actor.holds(handle_voices, unit_node(call, view.unit)) ||
                                     call.actor.holds(screen_voices, people::node(call.district)));
}

Result<files::Attachment> seen_file(Call& call, Found const& it, files::FileId const& id) {
    auto all = enclosed(call, it.voice, it.view);
    if (it.told)
        for (auto& file : proving(call, it.view, *it.told)) all.push_back(std::move(file));
    for (auto& file : all)
        if (file.id == id) return std::move(file);
    return Refusal{Why::not_found, "file.not_found", id.text, "file"};
}

}  // namespace

std::vector<files::Attachment> enclosed(Call& call, Voice const& voice, VoiceView const& view) {
    if (view.eye <= Eye::everybody && voice.disclosure != Disclosure::open) return {};
    return files::list_about(call, about(voice));
}

std::vector<files::Attachment> proving(Call& call, VoiceView const& view, MatterId const& told) {
    auto all = files::list_about(call, about(told));
    if (view.eye >= Eye::unit) return all;
    auto const matter = matters::find(call, told).value();
    std::optional<Instant> out;
    for (auto const& answer : view.answers) out = std::max(out, answer.published_at);
    bool const open = matter.state != State::cleared;
    std::erase_if(all,
                  [&](files::Attachment const& file) { return !out || (open && file.at > *out); });
    return all;
}

Result<VoiceView> attach_to_voice(Call& call, AttachToVoice const& form) {
    auto const it = TRY(find_enclosing(call, form.number));
    bool const author = it.view.eye >= Eye::street && it.view.eye <= Eye::author;
    if (author && !may_amend(it.view)) return not_now(call, it.view.state);
    if (!author && (!at_desk(call, it.view) || !it.told))
        return Refusal{Why::forbidden, "right.missing", form.number};
    files::Keeping const keeping{author ? about(it.voice) : about(*it.told),
                                 files::Visibility::staff, files_most};
    TRY(files::keep(call, form.file, keeping));
    return shown(call, it.voice);
}

Result<File> read_voice_file(Call& call, ReadVoiceFile const& form) {
    auto const it = TRY(find_enclosing(call, form.number));
    auto const file = TRY(seen_file(call, it, form.file));
    return files::file_of(call, file,
                          form.preview.value_or(false) ? files::Size::preview : files::Size::whole);
}

Result<VoiceView> remove_voice_file(Call& call, RemoveVoiceFile const& form) {
    auto const it = TRY(find_enclosing(call, form.number));
    auto const file = TRY(seen_file(call, it, form.file));
    bool const own = file.about == about(it.voice) && may_amend(it.view);
    if (!own && !at_desk(call, it.view))
        return Refusal{Why::forbidden, "right.missing", form.number};
    TRY(files::remove(call, file, form.why));
    return shown(call, it.voice);
}

}  // namespace banshi::voices
