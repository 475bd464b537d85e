// What everybody may see of a matter. The type has no field for a name or a telephone.

#include "engines/matters/followers.h"
#include "engines/matters/texts.h"
#include "systems/supervision/evidence.h"
#include "systems/supervision/petitions.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

using matters::Deed;
using matters::Matter;
using matters::Verb;

// The office's own business is no step of the public way.
bool is_public(Deed const& deed) {
    switch (deed.verb) {
        case Verb::reveal:
        case Verb::moderate:
        case Verb::answer:
        case Verb::send_back:
        case Verb::approve:
        case Verb::recompute:
        case Verb::answer_part:
        case Verb::evaluate:
        case Verb::hand_over:
        case Verb::forget:
            return false;
        default:
            return true;
    }
}

StepView step_of(Call& call, matters::PublicWords const& words, Deed const& deed) {
    auto const& book = call.district.policy<Settings>().book;
    StepView step{
        deed.at, deed.verb, deed.to, deed.round, words.of(matters::words_of(call, book, deed)),
        {},      {},        deed.seq};
    if (deed.facts.empty()) return step;
    auto const facts = json::parse(deed.facts).as_object();
    if (auto const* lead = facts.if_contains("lead"))
        step.unit = unit_name(call, OrgId{std::string(lead->as_string())});
    if (auto const* level = facts.if_contains("level")) step.level = level->to_number<int>();
    return step;
}

void add_deadline(Call& call, Matter const& matter, PublicMatter& view) {
    auto const pauses = matters::pauses_of(call, matter.id);
    for (auto const& clock : matters::clocks_of(call, matter.id)) {
        if (!clock.running() || (view.last_day && clock.due != matter.due)) continue;
        view.last_day = clock.last_day;
        view.days_left = matters::days_left(call, clock, pauses);
        view.colour = matters::colour_of(clock.stopped, clock.yellow_at, clock.red_at, call.now);
        view.clock = clock.kind;
        auto const& rules = call.district.policy<Settings>().book.rules_on(clock.rules_since);
        auto const* const limit =
            matters::limit_of(rules, clock.kind, matter.kind, matter.category, matter.grade);
        view.basis = limit ? limit->basis : "";
    }
}

bool everybody_sees(Matter const& matter) {
    return matter.book == book_name && matter.numbered() &&
           (matter.visibility == matters::Visibility::open ||
            matter.visibility == matters::Visibility::anonymous);
}

// What was brought before and after it: the numbers alone, and only those that everybody may see.
void add_chain(Call& call, Matter const& matter, PublicMatter& view) {
    if (matter.previous) {
        auto const before = matters::find(call, *matter.previous);
        if (before && everybody_sees(before.value())) view.previous = before.value().number;
    }
    for (auto const& next : matters::following(call, matter.id))
        if (everybody_sees(next)) view.following.push_back(next.number);
}

// What the office wrote about it, step by step, as everybody may read it.
void add_words(Call& call, Matter const& matter, PublicMatter& view) {
    matters::PublicWords const words(call, matter);
    for (auto const& deed : matters::deeds_of(call, matter.id))
        if (is_public(deed)) view.steps.push_back(step_of(call, words, deed));
    for (auto const& a : matters::answers_of(call, matter.id))
        if (a.published_at)
            view.answers.push_back({a.round, a.outcome, words.of(a.text), *a.published_at});
    for (auto const& l : matters::levels_of(call, matter.id))
        view.levels.push_back({l.level, l.nominal_at, order_name(call, l), words.of(l.answer),
                               l.annulled_at.has_value()});
}

// What this reporter may do now.
std::vector<Verb> reporter_deeds(Call& call, Matter const& matter, int reporter) {
    std::vector<Verb> out{Verb::comment};
    if (matters::after(matter.state, Verb::withdraw) &&
        matters::stands_alone(call, matter.id, reporter))
        out.push_back(Verb::withdraw);
    auto const judged = matters::survivor(call, matter).value();
    auto const judge = matters::serial_in_survivor(call, matter, reporter);
    for (auto const& evaluation : matters::evaluations_of(call, judged.id))
        if (evaluation.reporter == judge && evaluation.round == judged.round &&
            !evaluation.answered_at && call.now < evaluation.expires_at)
            out.push_back(Verb::evaluate);
    return out;
}

}  // namespace

PublicMatter public_view(Call& call, Matter const& m, int reporter) {
    bool const mine = reporter > 0;
    PublicMatter view{};
    view.number = m.number;
    view.state = m.state == matters::State::answered || m.state == matters::State::approved
                     ? matters::State::working
                     : m.state;
    view.held = !matters::is_released(call, m);
    bool const told = mine || !view.held;
    view.title = told ? m.title : matters::title_outside(call, m, call.language);
    view.text = told ? m.text : "";
    view.category = category_name(call, m.category);
    view.place = m.place;
    view.latitude = m.latitude;
    view.longitude = m.longitude;
    view.street = m.street.empty() ? "" : unit_name(call, m.street);
    view.households = m.households;
    view.problem_since = m.problem_since;
    view.registered_at = m.registered_at;
    view.origin = origin_name(call, m);
    view.unit = m.unit.empty() ? "" : unit_name(call, m.unit);
    view.round = m.round;
    view.level = m.level;
    if (type_of(m.state) != matters::StateType::open) view.outcome = m.outcome;
    view.stopped = m.stopped;
    for (auto const& task : matters::tasks_of(call, m.id))
        if (!task.lead && task.round == m.round) view.joint.push_back(unit_name(call, task.unit));
    add_deadline(call, m, view);
    add_words(call, m, view);
    view.files = published_shown(call, m);
    if (m.merged_into) {
        auto const into = matters::find(call, *m.merged_into);
        if (into) view.merged_into = into.value().number;
    }
    auto const [all, certain] = matters::people_behind(call, m.id);
    view.reporters = all;
    view.certain = certain;
    view.yours = mine;
    view.followed = matters::asker_follows(call, m.id);
    add_chain(call, m, view);
    if (mine) view.deeds = reporter_deeds(call, m, reporter);
    if (mine) view.review = review_offer(call, m);
    view.now = call.now;
    return view;
}

}  // namespace banshi::supervision
