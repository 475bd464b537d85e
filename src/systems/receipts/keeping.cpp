#include "systems/receipts/keeping.h"

#include "engines/people/people.h"
#include "engines/record/alarms.h"
#include "engines/record/browse.h"
#include "engines/record/logs.h"
#include "engines/record/sequencer.h"
#include "engines/record/verdicts.h"
#include "engines/record/witnesses.h"

namespace banshi::receipts {

namespace {

constexpr int most_past_alarms = 30;

std::int64_t whole(std::uint64_t number) { return static_cast<std::int64_t>(number); }

// "refusal.log.damaged" is told to the public as alarm_public.damaged.
std::string last_word(std::string const& cause) { return cause.substr(cause.rfind('.') + 1); }

std::vector<WitnessView> witnesses_shown(Call& call, record::Witnesses const& witnesses) {
    auto const& log = call.district.name();
    auto const answers = record::last_answers(call.tx, log);
    std::vector<WitnessView> shown;
    for (auto const& each : witnesses.all) {
        auto const& title = call.language == Language::en ? each.title_en : each.title;
        WitnessView view{title, each.key.name, written(each.key)};
        if (auto const newest = record::newest_of(call.tx, log, each.key.name)) {
            view.size = whole(newest->size);
            view.at = newest->at;
        }
        for (auto const& [witness, at, answer] : answers)
            if (witness == each.key.name) view.asked_at = at, view.answer = answer;
        shown.push_back(std::move(view));
    }
    return shown;
}

std::optional<AnchorView> anchor_shown(Call& call) {
    auto const anchor = record::newest_anchor(call.tx, call.district.name());
    if (!anchor) return std::nullopt;
    AnchorView view{whole(anchor->size), std::nullopt};
    if (anchor->place) view.seq = whole(*anchor->place);
    return view;
}

std::optional<VerdictView> verdict_shown(Call& call) {
    auto const verdict = record::newest_verdict(call.tx, call.district.name());
    if (!verdict) return std::nullopt;
    VerdictView view{verdict->at, whole(verdict->entries), whole(verdict->breaches), {}};
    for (auto const& [text, seq, facts] : verdict->first)
        view.first.push_back({whole(seq), call.texts.say(call.language, text, facts)});
    return view;
}

void show_witnesses(Call& call, RecordState& state) {
    if (!call.district.has<record::Witnesses>()) return;
    auto const& witnesses = call.district.policy<record::Witnesses>();
    state.needed = witnesses.all.empty() ? 0 : witnesses.needed;
    state.witnesses = witnesses_shown(call, witnesses);
    if (state.needed == 0) return;
    auto const newest = record::newest_witnessed(call.tx, call.district.name(), witnesses.needed);
    if (newest) state.witnessed_size = whole(newest->size), state.witnessed_at = newest->at;
}

RecordState state_of(Call& call) {
    auto const& log = call.district.name();
    RecordState state{};
    if (call.district.has<record::Logs>()) {
        auto const& known = call.district.policy<record::Logs>().by_name.at(log);
        state.origin = known.origin;
        for (auto const& key : known.keys) state.keys.push_back(written(key));
    }
    state.entries = whole(record::tip(call.tx, log).size);
    if (auto const head = record::newest_head(call.tx, log)) {
        state.signed_size = whole(head->size);
        state.signed_root = record::hex(head->root);
        state.signed_at = head->at;
    }
    show_witnesses(call, state);
    state.anchor = anchor_shown(call);
    state.waiting_since = record::oldest_waiting(call.tx, log);
    state.verdict = verdict_shown(call);
    return state;
}

}  // namespace

Result<RecordState> see_state(Call& call, SeeState const&) {
    auto state = state_of(call);
    for (auto const& alarm : record::open_alarms(call.tx, call.district.name())) {
        auto const code = last_word(alarm.cause);
        state.alarms.push_back({code,
                                call.texts.say(call.language, "alarm_public." + code, alarm.facts),
                                alarm.began});
    }
    return state;
}

Result<RecordState> see_keeping(Call& call, SeeState const&) {
    auto state = state_of(call);
    for (auto const& alarm : record::past_alarms(call.tx, call.district.name(), most_past_alarms))
        state.alarms.push_back({last_word(alarm.cause),
                                call.texts.say(call.language, alarm.cause, alarm.facts),
                                alarm.began, alarm.ended});
    return state;
}

Result<Erased> erase_person(Call& call, ErasePerson const& form) {
    if (form.reason.empty()) return Refusal{Why::invalid, "person.reason_missing", {}, "reason"};
    auto const person = people::find(call, form.id_number);
    if (!person) return Refusal{Why::not_found, "person.not_found", {}, "id_number"};
    record::forget(call.tx, call.district.name(), *person);
    people::erase(call, *person);
    record::note_erasure(call, form.reason);
    return Erased{true};
}

}  // namespace banshi::receipts
