#include "systems/voices/view.h"

#include <algorithm>

#include "engines/matters/texts.h"
#include "systems/voices/deeds.h"
#include "systems/voices/digests.h"
#include "systems/voices/enclosures.h"
#include "systems/voices/following.h"
#include "systems/voices/inquiry_rows.h"
#include "systems/voices/readers.h"
#include "systems/voices/rows.h"
#include "systems/voices/support_rows.h"

namespace banshi::voices {

namespace {

using matters::Matter;
using matters::State;
using matters::Verb;

bool of_a_unit(Call& call, Matter const& matter) {
    return std::ranges::any_of(matters::tasks_of(call, matter.id), [&](auto const& task) {
        return call.actor.holds(see_voices, unit_node(call, task.unit));
    });
}

// The office's own business is no step of the public way; nor is what it says to the authors.
bool is_step(matters::Deed const& deed, Eye eye) {
    switch (deed.verb) {
        case Verb::reveal:
        case Verb::moderate:
        case Verb::answer:
        case Verb::send_back:
        case Verb::approve:
        case Verb::answer_part:
        case Verb::evaluate:
        case Verb::regrade:
        case Verb::lead:
        case Verb::hand_over:
        case Verb::forget:
            return eye >= Eye::unit;
        case Verb::file:  // again where the number is issued
            return eye >= Eye::street && deed.sequence == 1;
        case Verb::ask_changes:
        case Verb::resubmit:
            return eye >= Eye::street;
        case Verb::visit:  // without words: one more author
            return eye >= Eye::street && !deed.why.empty();
        case Verb::consult:
            return eye == Eye::office;
        case Verb::recompute:  // the machine's
            return false;
        default:
            return true;
    }
}

StepShown step_of(Call& call, matters::PublicWords const& words, matters::Deed const& deed,
                  Eye eye) {
    bool const office = eye >= Eye::unit;
    auto const said = matters::words_of(call, call.district.policy<Settings>().book, deed);
    auto const state = !office && answer_is_near(deed.to) ? State::working : deed.to;
    StepShown step{deed.at, deed.verb, state, deed.round, office ? said : words.of(said), "", ""};
    if (deed.facts.empty()) return step;
    auto const facts = json::parse(deed.facts).as_object();
    if (auto const* lead = facts.if_contains("lead"))
        step.unit_name = unit_name(call, OrgId{std::string(lead->as_string())});
    if (deed.verb == Verb::wait) step.reason = facts.at("reason").as_string();
    return step;
}

Matter survivor_of(Call& call, Matter const& matter) {
    return matters::survivor(call, matter).value();
}

void add_authors(Call& call, Voice const& v, std::optional<Matter> const& own, VoiceView& view) {
    auto const mine = acting_members(call);
    auto const matter = own ? std::optional{survivor_of(call, *own)} : std::nullopt;
    bool const names = v.source == Source::citizen
                           ? view.eye >= Eye::author
                           : view.eye > Eye::everybody || v.disclosure == Disclosure::open;
    if (names) view.sector = v.sector;
    std::vector<matters::Evaluation> ratings;
    if (matter && view.eye > Eye::everybody) ratings = matters::evaluations_of(call, matter->id);
    for (auto const& a : rows::authors_of(call, v.id)) {
        // Who has not agreed is named to the authors alone.
        if (!a.named() || !names || (!a.confirmed() && view.eye != Eye::author)) continue;
        AuthorView author{a.serial,
                          a.name,
                          a.confirmed(),
                          a.declined_at.has_value(),
                          {},
                          is_mine(mine, a.member)};
        auto const reporter = own ? reporter_in(call, a, own->id, *matter) : std::nullopt;
        for (auto const& rating : ratings)
            if (reporter == rating.reporter && rating.round == matter->round)
                author.rating = rating.rating;
        view.authors.push_back(author);
    }
}

void add_deadline(Call& call, Matter const& matter, VoiceView& view) {
    auto const& book = call.district.policy<Settings>().book;
    auto const pauses = matters::pauses_of(call, matter.id);
    if (matter.state == State::waiting && !pauses.empty())
        view.paused = {pauses.back().reason, pauses.back().from};
    for (auto const& clock : matters::clocks_of(call, matter.id)) {
        if (!clock.running() || clock.kind != matters::ClockKind::step) continue;
        view.last_day = clock.last_day;
        view.days_left = matters::days_left(call, clock, pauses);
        view.colour = matters::colour_of(clock.stopped, clock.yellow_at, clock.red_at, call.now);
        view.extended = clock.extensions > 0;
        auto const* const limit = matters::limit_of(book.rules_on(clock.rules_since), clock.kind,
                                                    matter.kind, matter.category, matter.grade);
        view.extension_most = limit ? limit->extension_most : 0;
    }
}

// Nothing of an answer is told to authors and public before its moment.
void add_answers(Call& call, Matter const& matter, VoiceView& view) {
    for (auto const& a : matters::answers_of(call, matter.id)) {
        bool const office = view.eye >= Eye::unit;
        if (!office && !a.published_at) continue;
        view.answers.push_back({a.serial,
                                a.round,
                                a.outcome,
                                a.text,
                                a.approved_at,
                                office ? a.publish_at : std::nullopt,
                                a.published_at,
                                office ? a.sent_back : "",
                                {}});
    }
}

void add_way(Call& call, Matter const& m, VoiceView& view) {
    bool const office = view.eye >= Eye::unit;
    if (office) view.seen = m.version;  // which a draft moves on
    view.number = m.number;
    view.as_opinion = m.grade == as_opinion_grade;
    view.state = m.state;
    if (!office && answer_is_near(m.state)) view.state = State::working;
    view.unit = m.unit;
    view.unit_name = m.unit.empty() ? "" : unit_name(call, m.unit);
    view.round = m.round;
    view.level = m.level;
    if (type_of(m.state) != matters::StateType::open) view.outcome = m.outcome;
    for (auto const& task : matters::tasks_of(call, m.id))
        if (task.round == m.round && task.grounds.empty())
            view.parts.push_back({task.unit, unit_name(call, task.unit), task.lead,
                                  office ? task.answer : "", office && task.open()});
    matters::PublicWords const words(call, m);
    for (auto const& deed : matters::deeds_of(call, m.id)) {
        if (is_step(deed, view.eye)) view.steps.push_back(step_of(call, words, deed, view.eye));
        view.contacted |= deed.verb == Verb::visit && deed.round == m.round && !deed.why.empty();
    }
    if (m.merged_into) view.merged_into = matters::find(call, *m.merged_into).value().number;
    view.merged = matters::merged_with(call, m.id);
    add_deadline(call, m, view);
    add_answers(call, survivor_of(call, m), view);
}

// What came after the answer, also where this one is handled with another.
void add_sequel(Call& call, Voice const& v, Matter const& matter, VoiceView& view) {
    auto const told = survivor_of(call, matter);
    auto const main = told.id == matter.id ? v : rows::voice_of(call, told.id).value_or(v);
    // The day of a later round is told with its answer.
    bool const out = main.answered_at && !answer_is_near(told.state);
    if (out || view.eye >= Eye::unit) view.review_on = main.review_on;
    add_following(call, main, told, view);
}

PlaceShown place_of(Call& call, Voice const& v) {
    auto const street = v.place_street.empty() ? "" : unit_name(call, v.place_street);
    return {v.place_street, street, v.place, v.latitude, v.longitude};
}

VoiceView plain_view(Call& call, Voice const& v) {
    VoiceView view{};
    view.voice = v.id;
    view.version = v.version;
    view.kind = v.kind;
    view.state = v.dropped_at ? State::withdrawn : State::draft;
    view.source = v.source;
    view.street = v.street;
    view.street_name = v.street.empty() ? "" : unit_name(call, v.street);
    view.topic = v.topic;
    view.topic_name = topic_name(call, v.topic);
    view.title = v.title;
    view.text = text_of(v);
    view.disclosure = v.disclosure;
    view.submitted_at = v.submitted_at;
    view.filed_at = v.filed_at;
    view.round = 1;
    view.now = call.now;
    return view;
}

}  // namespace

bool everybody_reads(Matter const& matter) {
    // One that was imported and taken back keeps its number.
    return matter.numbered() && matter.state != State::draft &&
           matter.visibility == matters::Visibility::open;
}

bool wrote_it(Call& call, Voice const& voice) {
    return std::ranges::any_of(rows::authors_of(call, voice.id), [&](Author const& author) {
        auto const member = rows::find_member(call, author.member);
        return author.named() && member && !member->account.empty() &&
               member->account == call.actor.id();
    });
}

Refusal not_now(Call const& call, State state) {
    auto const word = std::string("matter.state.") + boost::describe::enum_to_string(state, "");
    return {
        Why::conflict, "voice.not_now", "", "", {{"state", call.texts.say(call.language, word)}}};
}

bool answer_is_near(State state) { return state == State::answered || state == State::approved; }

std::optional<int> reporter_in(Call& call, Author const& author, MatterId const& own,
                               Matter const& survivor) {
    if (!author.reporter || own == survivor.id) return author.reporter;
    int at = 0;
    for (auto const& reporter : matters::reporters_of(call, survivor.id))
        if (reporter.through == own && ++at == *author.reporter) return reporter.serial;
    return std::nullopt;
}

bool speaks_first(Call& call, Voice const& voice, std::vector<Author> const& authors) {
    auto const mine = acting_members(call);
    if (authors.empty()) return false;
    if (is_mine(mine, authors.front().member)) return true;
    auto const first = rows::find_member(call, authors.front().member);
    if (!voice.submitted_at || voice.street.empty() || !first || first->active(today(call)))
        return false;
    return std::ranges::any_of(mine, [&](Member const& m) { return m.street == voice.street; });
}

Eye eye_of(Call& call, Voice const& voice, std::optional<Matter> const& matter) {
    if (matter && call.actor.holds(see_voices, people::node(call.district))) return Eye::office;
    if (matter && of_a_unit(call, *matter)) return Eye::unit;
    auto const mine = acting_members(call);
    for (auto const& author : rows::authors_of(call, voice.id))
        if (author.named() && is_mine(mine, author.member)) return Eye::author;
    if (matter && reads(call, voice)) return Eye::reader;
    if (matter && !voice.street.empty() &&
        std::ranges::any_of(mine, [&](Member const& m) { return m.street == voice.street; }))
        return Eye::street;
    return matter && everybody_reads(*matter) ? Eye::everybody : Eye::nobody;
}

VoiceView shown(Call& call, Voice const& v) {
    std::optional<Matter> matter;
    if (v.matter) matter = matters::find(call, *v.matter).value();
    auto view = plain_view(call, v);
    view.eye = eye_of(call, v, matter);
    if (matter) add_way(call, *matter, view);
    if (view.eye > Eye::everybody) {
        view.said = {v.problem, v.analysis, v.suggestion};
    } else {
        view.title = matter ? matter->title : "";
        view.text = matter && v.disclosure == Disclosure::open ? matter->text : "";
    }
    if (view.eye > Eye::everybody || v.disclosure == Disclosure::open)
        view.place = place_of(call, v);
    if (matter) add_sequel(call, v, *matter, view);
    if (auto const handing = rows::handing_of(call, v.id))
        view.supervision = matters::find(call, handing->matter).value().number;
    add_authors(call, v, matter, view);
    view.supports = rows::count_supports(call, v.id);
    view.readings = readings_for(call, v, view.eye);
    view.deeds = deeds_for(call, v, matter, view.eye);
    if (view.eye >= Eye::unit) view.instructions = instructions_of(call, v);
    view.files = files::shown(enclosed(call, v, view));
    if (matter) view.evidence = files::shown(proving(call, view, survivor_of(call, *matter).id));
    return view;
}

Result<VoiceView> see_voice(Call& call, OfVoice const& form) {
    auto const voice = TRY(find_voice(call, form.number));
    std::optional<Matter> matter;
    if (voice.matter) matter = TRY(matters::find(call, *voice.matter));
    if (eye_of(call, voice, matter) == Eye::nobody) return no_such_voice(form.number);
    return shown(call, voice);
}

}  // namespace banshi::voices
