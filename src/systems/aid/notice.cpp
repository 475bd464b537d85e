#include <algorithm>
#include <array>

#include "engines/draws/draws.h"
#include "engines/people/keys.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/pairing.h"
#include "systems/aid/selection_parts.h"

namespace banshi::aid {

namespace {

// Four figures are soon guessed, so a family's page opens a few times only.
constexpr std::int64_t most_wrong = 5;
constexpr Minutes lock{30};

std::vector<NoticeRow> public_rows(Call& call, std::string const& campaign) {
    using enum FamilyState;
    std::vector<NoticeRow> rows;
    for (auto const state :
         {publicised, objected, selected, active, suspended, graduated, finished})
        for (auto const& family : rows::families_in(call, campaign, state))
            rows.push_back(
                {family.number, street_name(call, family.street), family.category, family.state});
    std::ranges::sort(rows, {}, &NoticeRow::family);
    return rows;
}

std::vector<ObjectionView> answered(std::vector<Objection> const& all) {
    std::vector<ObjectionView> out;
    for (auto const& each : all)
        if (each.answered_at) out.push_back(shown(each));
    return out;
}

// The one that runs, else the last whose result counts.
std::string last_draw(Call& call, Selection const& selection) {
    if (!selection.draw.empty()) return selection.draw;
    std::string last;
    for (int serial = 1;; ++serial) {
        auto const name = tie_draw_name(call, selection.campaign, serial);
        auto const draw = draws::find(call, name);
        if (!draw) return last;
        if (draw.value().state == draws::State::published) last = name;
    }
}

bool takes_objections(Call const& call, Selection const& selection) {
    return selection.notice_to && today(call) <= *selection.notice_to;
}

std::optional<std::string> given(std::string const& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

int rank_of(std::vector<rows::ScoreRow> const& scores, rows::ScoreRow const& own, bool by_street) {
    return 1 + static_cast<int>(std::ranges::count_if(scores, [&](auto const& other) {
               return (!by_street || other.street == own.street) && other.points > own.points;
           }));
}

void add_standing(Call& call, Selection const& selection, OwnFamily& view) {
    view.weights = selection.weights;
    view.draw = given(last_draw(call, selection));
    view.notice_to = selection.notice_to;
    view.objections_open = takes_objections(call, selection);
    auto const own = rows::find_score(call, selection.campaign, view.family);
    if (!own) return;
    auto const scores = rows::scores(call, selection.campaign);
    auto const choice = chosen(selection, scores);
    view.lines = lines_of(call, *own);
    view.points = static_cast<int>(own->points);
    view.rank = rank_of(scores, *own, selection.by_street);
    auto const cut = choice.cuts.find(selection.by_street ? own->street : "");
    if (cut != choice.cuts.end()) view.cut = cut->second.points;
}

}  // namespace

Result<Notice> see_selection(Call& call, SeeSelection const& form) {
    auto const campaign = TRY(find_campaign(call, form.campaign));
    auto const selection = TRY(find_selection(call, campaign.number));
    auto const weights =
        weights_called(call.district.policy<Settings>().scoring, selection.weights);
    auto const scores = rows::scores(call, campaign.number);
    Notice notice{.campaign = campaign.number,
                  .name = campaign.name,
                  .weights = selection.weights,
                  .basis = weights ? weights->basis : "",
                  .table = weights ? table_of(*weights) : std::vector<PointsRow>{},
                  .places = selection.places,
                  .scored = std::ssize(scores),
                  .cuts = {},
                  .draw = given(last_draw(call, selection)),
                  .notice_from = selection.notice_from,
                  .notice_to = selection.notice_to,
                  .objections_open = takes_objections(call, selection),
                  .families = public_rows(call, campaign.number),
                  .objections = answered(rows::objections(call, campaign.number))};
    if (selection.notice_from)
        notice.cuts = cuts_of(call, selection, scores, chosen(selection, scores));
    return notice;
}

Result<Family> open_family(Call& call, OpenFamily const& form) {
    Refusal const wrong{
        .why = Why::forbidden, .text = "family.code_wrong", .field = "id_last4", .keeps = true};
    auto family = rows::find_family(call, form.family);
    if (!family) return wrong;
    auto tries = rows::tries(call, family->number).value_or(rows::Tries{0, call.now});
    if (call.now >= tries.last + lock) tries.wrong = 0;
    if (tries.wrong >= most_wrong) return Refusal{Why::forbidden, "family.locked", family->number};
    auto const masked = people::masked(call, family->person).id_number;
    constexpr std::size_t shown = 4;
    bool const right =
        masked.size() > shown && form.id_last4.size() == shown &&
        people::normalise_id_number(form.id_last4) == masked.substr(masked.size() - shown);
    if (right) return std::move(*family);
    rows::put_tries(call, family->number, {tries.wrong + 1, call.now});
    return wrong;
}

Result<OwnFamily> see_own_family(Call& call, OpenFamily const& form) {
    auto const family = TRY(open_family(call, form));
    OwnFamily view{.family = family.number,
                   .street_name = street_name(call, family.street),
                   .category = family.category,
                   .state = family.state,
                   .facts = {},
                   .lines = {},
                   .points = {},
                   .cut = {},
                   .rank = {},
                   .weights = {},
                   .draw = {},
                   .notice_to = {},
                   .objections_open = false,
                   .objections = {},
                   .donors = {},
                   .anonymous_donors = 0};
    auto donors = donors_of(call, family.number);
    view.donors = std::move(donors.names);
    view.anonymous_donors = donors.anonymous;
    if (!family.facts.empty()) {
        auto const f = facts_of(family);
        view.facts = FactsView{f.members, f.income_fen, f.disabled_or_ill, f.pupils,
                               f.workers, f.housing,    f.evidence};
    }
    for (auto const& each : rows::objections_to(call, family.number))
        view.objections.push_back(shown(each));
    if (auto const selection = rows::find_selection(call, family.campaign))
        add_standing(call, *selection, view);
    return view;
}

}  // namespace banshi::aid
