#include "systems/voices/readers.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/notices/notices.h"
#include "engines/people/people.h"
#include "store/store.h"
#include "systems/voices/desk.h"
#include "systems/voices/reader_rows.h"
#include "systems/voices/rows.h"

namespace banshi::voices {

namespace {

using matters::Matter;
using matters::Verb;

constexpr std::size_t opinion_most = 6000;

bool screens(Call& call) { return call.actor.holds(screen_voices, people::node(call.district)); }

// The own rows that have not ended.
std::vector<rows::Reading> own_readings(Call& call, Voice const& voice) {
    auto const mine = acting_members(call);
    auto all = rows::readings_of(call, voice.id);
    std::erase_if(all, [&](rows::Reading const& reading) {
        return reading.released_at || !is_mine(mine, reading.member);
    });
    return all;
}

// Whoever wrote it reads it already, in whichever role.
bool wrote_it(Call& call, Voice const& voice, Member const& reader) {
    return std::ranges::any_of(rows::authors_of(call, voice.id), [&](Author const& author) {
        auto const member = rows::find_member(call, author.member);
        return author.named() && member && !member->account.empty() &&
               member->account == reader.account;
    });
}

Result<Member> reader_of(Call& call, Voice const& voice, std::string const& id) {
    auto const member = rows::find_member(call, id);
    if (!member || member->role != Role::reader || !member->active(today(call)))
        return Refusal{Why::not_found, "reader.not_found", id, "member"};
    if (wrote_it(call, voice, *member))
        return Refusal{Why::conflict, "reader.own", id, "member", {{"name", member->name}}};
    for (auto const& reading : rows::readings_of(call, voice.id))
        if (reading.member == id && reading.waits())
            return Refusal{Why::conflict, "reader.named", id, "member", {{"name", member->name}}};
    return *member;
}

void tell(Call& call, Member const& member, rows::Reading const& reading, Matter const& matter) {
    if (member.phone.empty()) return;
    notices::queue(call,
                   {.text = "voices.read",
                    .phone = people::unseal(member.phone),
                    .facts = {{"link", call.district.address() + "/voices/mine"}},
                    .once = "voice/" + reading.voice + "/reader/" + std::to_string(reading.serial),
                    .about = "matter/" + matter.id.text});
}

}  // namespace

Result<VoiceView> ask_reader(Call& call, AskReader const& form) {
    auto both = TRY(taken_at_desk(call, form, screen_voices));
    auto const member = TRY(reader_of(call, both.voice, form.member));
    rows::Reading reading{};
    reading.voice = both.voice.id;
    reading.serial = static_cast<int>(rows::readings_of(call, both.voice.id).size()) + 1;
    reading.member = member.id;
    reading.name = member.name;
    reading.words = form.words.value_or("");
    reading.asked_at = call.now;
    reading.asked_by = call.actor.id();
    rows::insert(call, reading);
    TRY(matters::note(call, both.matter, Verb::consult, "",
                      {{"reader", reading.serial}, {"step", "asked"}}));
    tell(call, member, reading, both.matter);
    return shown(call, both.voice);
}

Result<VoiceView> release_reader(Call& call, OfReader const& form) {
    auto both = TRY(taken_at_desk(call, form, screen_voices));
    for (auto reading : rows::readings_of(call, both.voice.id)) {
        if (reading.serial != form.reader || reading.released_at) continue;
        reading.released_at = call.now;
        rows::update(call, reading);
        TRY(matters::note(call, both.matter, Verb::consult, "",
                          {{"reader", reading.serial}, {"step", "released"}}));
        return shown(call, both.voice);
    }
    return Refusal{Why::not_found, "reader.not_found", form.number, "reader"};
}

Result<VoiceView> give_opinion(Call& call, GiveOpinion const& form) {
    auto const voice = TRY(find_voice(call, form.number));
    auto mine = own_readings(call, voice);
    if (mine.empty()) return no_such_voice(form.number);
    auto const open = std::ranges::find_if(mine, &rows::Reading::waits);
    if (open == mine.end()) return Refusal{Why::conflict, "reader.none", form.number};
    if (is_blank(form.opinion) || form.opinion.size() > opinion_most)
        return Refusal{Why::invalid, "opinion.missing", form.number, "opinion"};
    open->opinion = form.opinion;
    open->given_at = call.now;
    rows::update(call, *open);
    auto matter = TRY(matters::find(call, voice.matter.value()));
    TRY(matters::note_from_outside(call, matter, Verb::consult, "",
                                   {{"reader", open->serial}, {"step", "given"}}));
    // Before it has a number its pages go by its own id.
    call.tx.announce("matter/" + voice.id);
    return shown(call, voice);
}

bool reads(Call& call, Voice const& voice) { return !own_readings(call, voice).empty(); }

std::vector<ReadingShown> readings_for(Call& call, Voice const& voice, Eye eye) {
    std::vector<ReadingShown> out;
    auto const all = eye >= Eye::unit && screens(call) ? rows::readings_of(call, voice.id)
                                                       : own_readings(call, voice);
    for (auto const& reading : all)
        out.push_back({reading.serial, reading.name, reading.words, reading.asked_at,
                       reading.given_at, reading.opinion, reading.released_at.has_value()});
    return out;
}

void add_reading_deeds(Call& call, Voice const& voice, Matter const& matter, Eye eye,
                       std::vector<std::string>& out) {
    if (!matters::after(matter.state, Verb::consult)) return;
    if (std::ranges::any_of(own_readings(call, voice), &rows::Reading::waits))
        out.push_back("give_opinion");
    if (eye < Eye::unit || !screens(call)) return;
    out.push_back("ask_reader");
    auto const all = rows::readings_of(call, voice.id);
    if (std::ranges::any_of(all, [](auto const& each) { return !each.released_at; }))
        out.push_back("release_reader");
}

}  // namespace banshi::voices
