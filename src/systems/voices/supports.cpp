#include "systems/voices/supports.h"

#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "store/store.h"
#include "systems/voices/members.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(Supported, (), (n, h))
BOOST_DESCRIBE_STRUCT(Unsupported, (), (n, h))

namespace {

using matters::Matter;

bool asked_for(Call const& call) {
    auto const& from = call.district.policy<Settings>().me_too_from;
    return from && *from <= today(call);
}

struct Public {
    Voice voice;
    Matter matter;
};
Result<Public> find_public(Call& call, std::string const& number) {
    auto voice = TRY(find_voice(call, number));
    if (!voice.matter) return no_such_voice(number);
    auto matter = TRY(matters::find(call, *voice.matter));
    if (!everybody_reads(matter)) return no_such_voice(number);
    return Public{std::move(voice), std::move(matter)};
}

bool is_open(Matter const& matter) { return type_of(matter.state) == matters::StateType::open; }

Result<void> may_support(Call& call, Public const& both) {
    if (!asked_for(call)) return Refusal{Why::conflict, "support.off", both.matter.number};
    if (call.actor.kind != Actor::Kind::citizen)
        return Refusal{Why::unauthenticated, "support.log_in", both.matter.number};
    if (wrote_it(call, both.voice))
        return Refusal{Why::forbidden, "support.own", both.matter.number};
    if (!is_open(both.matter)) return not_now(call, both.matter.state);
    return {};
}

// For this item alone: nobody sees who said so to two of them.
Result<std::string> person_of(Call& call, Voice const& voice, std::string const& id_number) {
    auto const document =
        TRY(people::read_document(people::DocumentKind::id_card, id_number, today(call)));
    return people::lookup_hash("support/" + call.district.name() + "/" + voice.id, document.number);
}

void announce(Call& call, Matter const& matter) { call.tx.announce("matter/" + matter.number); }

}  // namespace

record::Hash fingerprint_of(rows::Support const& support) {
    return record::sha256({"banshi-support-v1\n", support.voice, "\n", support.person, "\n",
                           written(support.at, Zone{"UTC"}), "\n"});
}

Result<VoiceView> support_voice(Call& call, SupportVoice const& form) {
    auto const both = TRY(find_public(call, form.number));
    auto const& [voice, matter] = both;
    TRY(may_support(call, both));
    if (rows::support_of(call, voice.id, call.actor.id())) return shown(call, voice);
    auto const person = TRY(person_of(call, voice, form.id_number));
    rows::Support const support{voice.id, person, call.actor.id(), call.now};
    if (!rows::insert(call, support))
        return Refusal{Why::conflict, "support.counted", form.number, "id_number"};
    record::append(call, Supported{matter.number, fingerprint_of(support)});
    announce(call, matter);
    return shown(call, voice);
}

Result<VoiceView> unsupport_voice(Call& call, OfVoice const& form) {
    auto const [voice, matter] = TRY(find_public(call, form.number));
    std::optional<rows::Support> support;
    if (call.actor.kind == Actor::Kind::citizen)
        support = rows::support_of(call, voice.id, call.actor.id());
    if (!support) return Refusal{Why::conflict, "support.none", form.number};
    rows::drop(call, *support);
    record::append(call, Unsupported{matter.number, fingerprint_of(*support)});
    announce(call, matter);
    return shown(call, voice);
}

void add_support_deeds(Call& call, Voice const& voice, Matter const& matter,
                       std::vector<std::string>& out) {
    bool const citizen = call.actor.kind == Actor::Kind::citizen;
    if (citizen && rows::support_of(call, voice.id, call.actor.id()))
        out.push_back("unsupport_voice");
    else if (asked_for(call) && is_open(matter) && !(citizen && wrote_it(call, voice)))
        out.push_back("support_voice");
}

}  // namespace banshi::voices
