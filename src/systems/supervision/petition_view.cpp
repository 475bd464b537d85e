#include "systems/supervision/petition_view.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/matters/lists.h"
#include "engines/matters/words.h"
#include "systems/supervision/petition_rows.h"

namespace banshi::supervision {

namespace {

using matters::Matter;

constexpr std::size_t earlier_most = 20;

bool is_petition(Call& call, Matter const& matter) {
    auto const& settings = call.district.policy<Settings>().petitions;
    return settings && (matter.kind == review_kind || matter.kind == recheck_kind ||
                        std::ranges::find(settings->kinds, matter.kind) != settings->kinds.end());
}

void add_chain(Call& call, Matter const& matter, PetitionView& view) {
    std::vector<Matter> open{first_of(call, matter)};
    while (!open.empty()) {
        auto const each = open.front();
        open.erase(open.begin());
        view.chain.push_back(
            {each.number, each.kind, each.state, each.registered_at, each.cleared_at});
        for (auto& next : matters::following(call, each.id)) open.push_back(std::move(next));
    }
}

// Registered before by the same person, or at the same place about the same.
std::vector<std::pair<Matter, Likeness>> earlier_than(Call& call, Matter const& matter) {
    std::vector<std::pair<Matter, Likeness>> found;
    auto const add = [&](Matter& other, Likeness likeness) {
        bool const known =
            std::ranges::any_of(found, [&](auto const& each) { return each.first.id == other.id; });
        if (!known && other.book == book_name && is_earlier(other, matter) && other.numbered() &&
            other.state != matters::State::merged && found.size() < earlier_most)
            found.emplace_back(std::move(other), likeness);
    };
    for (auto const& reporter : matters::reporters_of(call, matter.id)) {
        if (!reporter.person && reporter.phone.empty()) continue;
        for (auto& other :
             matters::reported_by(call, reporter.person.value_or(PersonId{}), reporter.phone))
            add(other, Likeness::person);
    }
    if (!matter.latitude || !matter.longitude) return found;
    matters::Similar const place{book_name, matter.category,
                                 matters::Point{*matter.latitude, *matter.longitude}, ""};
    for (auto& other : matters::find_near(call, place, {.office = true}))
        add(other, Likeness::place);
    return found;
}

void add_earlier(Call& call, Matter const& matter, PetitionView& view) {
    auto const decisions = rows::petition_decisions_of(call, matter.id);
    for (auto const& [other, likeness] : earlier_than(call, matter)) {
        if (!may_see(call, other) || other.id == matter.previous) continue;
        EarlierView each{other.number, other.title,  other.state, other.registered_at,
                         likeness,     std::nullopt, ""};
        auto const decided =
            std::ranges::find(decisions, other.id, &rows::PetitionDecision::earlier);
        if (decided != decisions.end()) {
            each.same = decided->same;
            each.why = decided->why;
        }
        view.earlier.push_back(std::move(each));
    }
}

}  // namespace

Settled resolution_of(Call& call, Matter const& matter) {
    Settled out{};
    auto& resolution = out.resolution;
    resolution.leader = !matter.leader.empty();
    resolution.received = rows::receptions_about(call, matter.id) > 0;
    resolution.paper = !rows::petition_papers_of(call, matter.id).empty();
    resolution.cleared = matter.state == matters::State::cleared;
    auto const& settings = call.district.policy<Settings>().petitions;
    out.stands = settings && resolution.leader && resolution.received && resolution.paper &&
                 resolution.cleared;
    if (!out.stands) return out;
    auto since = *matter.cleared_at;
    for (auto const& visit : rows::petition_visits_of(call, matter.id))
        since = std::max(since, visit.at);
    auto const& zone = call.district.zone();
    resolution.quiet_until = zone.day_of(since) + std::chrono::days(settings->quiet_days);
    resolution.resolved = zone.day_of(call.now) > *resolution.quiet_until;
    return out;
}

Result<PetitionView> see_petition(Call& call, OfMatter const& form) {
    auto const matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    PetitionView view{};
    view.number = matter.number;
    view.petition = is_petition(call, matter);
    if (!view.petition) return view;
    view.basis = call.district.policy<Settings>().petitions->basis;
    view.ended = final_of(call, matter).has_value();
    add_chain(call, matter, view);
    view.review = review_offer(call, matter);
    for (auto const& visit : rows::petition_visits_of(call, matter.id))
        view.visits.push_back({visit.at, visit.channel, visit.words, visit.takes_back});
    for (auto const& paper : rows::petition_papers_of(call, matter.id))
        view.papers.push_back({paper.at, paper.kind, paper.words});
    view.resolution = resolution_of(call, matter).resolution;
    add_earlier(call, matter, view);
    return view;
}

Result<PetitionView> settle_petition(Call& call, SettlePetition const& form) {
    auto matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    auto const node = unit_node(call, matter.unit);
    if (!call.actor.holds(handle_matters, node)) TRY(people::may(call, register_matters, node));
    TRY(matters::expect_version(call, matter, form.if_match));
    if (!is_petition(call, matter))
        return Refusal{Why::invalid, "review.not_petition", form.number};
    TRY(files::find(call, form.file, "matter/" + matter.id.text));
    if (is_blank(form.words)) return Refusal{Why::invalid, "comment.missing", "", "words"};
    auto const serial = static_cast<int>(rows::petition_papers_of(call, matter.id).size()) + 1;
    rows::insert(call, rows::PetitionPaperRow{matter.id, serial, call.now, form.kind,
                                              form.file.text, form.words, call.actor.id()});
    TRY(matters::note(
        call, matter, matters::Verb::settle, "",
        {{"kind", boost::describe::enum_to_string(form.kind, "")}, {"words", form.words}}));
    return see_petition(call, {matter.number});
}

}  // namespace banshi::supervision
