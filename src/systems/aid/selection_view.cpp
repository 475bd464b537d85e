#include <algorithm>

#include "engines/people/keys.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/relatives.h"
#include "systems/aid/selection_parts.h"

namespace banshi::aid {

namespace {

std::string const out{"out"}, in{"in"};

std::vector<Ranked> ranked(std::vector<rows::ScoreRow> const& scores) {
    std::vector<Ranked> all;
    for (auto const& row : scores)
        if (row.ruling.empty())
            all.push_back({row.family, row.street, static_cast<int>(row.points), row.drawn});
    return all;
}

std::string const& part_of(Selection const& selection, rows::ScoreRow const& row) {
    static std::string const whole;
    return selection.by_street ? row.street : whole;
}

}  // namespace

Result<Selection> find_selection(Call& call, std::string const& campaign) {
    auto selection = rows::find_selection(call, campaign);
    if (!selection) return Refusal{Why::not_found, "selection.none", campaign};
    return std::move(*selection);
}

std::map<std::string, int> places_of(Selection const& selection,
                                     std::vector<rows::ScoreRow> const& scores) {
    auto const places = static_cast<int>(selection.places);
    if (!selection.by_street) return {{"", places}};
    std::map<std::string, int> candidates;
    for (auto const& row : scores) ++candidates[row.street];
    return largest_remainder(candidates, places);
}

Choice chosen(Selection const& selection, std::vector<rows::ScoreRow> const& scores) {
    auto places = places_of(selection, scores);
    std::vector<std::string> decided;
    for (auto const& row : scores) {
        if (row.ruling != in) continue;
        decided.push_back(row.family);
        auto& left = places[part_of(selection, row)];
        left = std::max(0, left - 1);
    }
    auto choice = choose(ranked(scores), places);
    choice.in.insert(choice.in.end(), decided.begin(), decided.end());
    return choice;
}

std::vector<StreetCut> cuts_of(Call& call, Selection const& selection,
                               std::vector<rows::ScoreRow> const& scores, Choice const& choice) {
    std::vector<StreetCut> cuts;
    for (auto const& [street, places] : places_of(selection, scores)) {
        StreetCut cut{street, street.empty() ? "" : street_name(call, {street}), 0, places, 0, 0};
        for (auto const& row : scores) {
            if (part_of(selection, row) != street) continue;
            ++cut.candidates;
            cut.in += std::ranges::find(choice.in, row.family) != choice.in.end();
        }
        if (auto const found = choice.cuts.find(street); found != choice.cuts.end())
            cut.points = found->second.points;
        cuts.push_back(cut);
    }
    return cuts;
}

SelectionView view_of(Call& call, Selection const& s) {
    auto const scores = rows::scores(call, s.campaign);
    auto const choice = chosen(s, scores);
    auto const unscored = rows::families_in(call, s.campaign, FamilyState::checked);
    auto const open = std::ranges::count_if(rows::objections(call, s.campaign),
                                            [](auto const& o) { return !o.answered_at; });
    SelectionView view{.campaign = s.campaign,
                       .places = s.places,
                       .by_street = s.by_street,
                       .weights = s.weights,
                       .planned_at = s.planned_at,
                       .scored_at = s.scored_at,
                       .draw = s.draw.empty() ? std::nullopt : std::optional(s.draw),
                       .notice_from = s.notice_from,
                       .notice_to = s.notice_to,
                       .selected_at = s.selected_at,
                       .scored = std::ssize(scores),
                       .left_out = s.scored_at && !s.notice_from ? std::ssize(unscored) : 0,
                       .cuts = {},
                       .ties = {},
                       .open_objections = open,
                       .counts = rows::count_by_state(call, s.campaign),
                       .proposed_at = s.proposed_at,
                       .proposed_by = s.proposed_name,
                       .publicised_by = s.publicised_name,
                       .decided_by = s.decided_name,
                       .own_proposal = s.proposed_at && s.proposed_by == call.actor.id()};
    if (!s.scored_at) return view;
    view.cuts = cuts_of(call, s, scores, choice);
    for (auto const& tie : choice.ties)
        view.ties.push_back(
            {tie.street.empty() ? "" : street_name(call, {tie.street}), tie.places, tie.families});
    return view;
}

std::vector<LinePoints> lines_of(Call& call, rows::ScoreRow const& row) {
    auto const& settings = call.district.policy<Settings>();
    auto const weights = weights_called(settings.scoring, row.weights);
    if (!weights || row.snapshot.empty()) return {};
    return score(read_facts(people::unseal(row.snapshot)), *weights).lines;
}

std::string tie_draw_name(Call const& call, std::string const& campaign, int serial) {
    return call.district.name() + "-aid-" + campaign + "-" + std::to_string(serial);
}

ObjectionView shown(Objection const& o) {
    return {o.objection, o.family, o.text, o.at, o.answered_at, o.upheld, o.answer};
}

Result<void> no_relative(Call& call, std::string const& family) {
    if (!is_relative(call, call.actor.id(), family)) return {};
    return Refusal{Why::forbidden, "ruling.relative", family};
}

Result<void> voters_given(std::vector<std::string> const& voters) {
    constexpr std::size_t least = 3, most = 50;
    bool const named = std::ranges::none_of(voters, [](auto const& name) { return name.empty(); });
    if (named && voters.size() >= least && voters.size() <= most) return {};
    return Refusal{Why::invalid, "ruling.voters", "", "voters"};
}

}  // namespace banshi::aid
