#include "systems/aid/selection.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/draws/draws.h"
#include "engines/people/keys.h"
#include "engines/record/record.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/fund_rows.h"
#include "systems/aid/relatives.h"
#include "systems/aid/selection_parts.h"

namespace banshi::aid {

// What the public record says: numbers of families, counts and hashes.
namespace leaf {

struct Planned {  // 遴选方案
    static constexpr auto kind = "aid.selection_planned";
    record::Mark c;
    std::int64_t places;
    record::Mark quota, weights;
    record::Hash h;  // of the table of points
};
BOOST_DESCRIBE_STRUCT(Planned, (), (c, places, quota, weights, h))

struct Scored {  // 评分
    static constexpr auto kind = "aid.scored";
    record::Mark c, weights;
    std::int64_t n, left_out;
    record::Hash h;  // of the lines "family points snapshot hash"
};
BOOST_DESCRIBE_STRUCT(Scored, (), (c, weights, n, left_out, h))

struct Shortlisted {  // 入围
    static constexpr auto kind = "aid.shortlisted";
    record::Mark c;
    std::int64_t n;
    record::Hash h;  // of the numbers, a line each
};
BOOST_DESCRIBE_STRUCT(Shortlisted, (), (c, n, h))

struct Publicised {  // 公示
    static constexpr auto kind = "aid.publicised";
    record::Mark c;
    std::int64_t n;
    record::Moment until;
};
BOOST_DESCRIBE_STRUCT(Publicised, (), (c, n, until))

struct Decided {  // 集体决定
    static constexpr auto kind = "aid.decided";
    record::Mark c, f, w;
    std::int64_t votes;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (c, f, w, votes))

struct Selected {  // 确定帮扶
    static constexpr auto kind = "aid.selected";
    record::Mark c;
    std::int64_t n;
    record::Hash h;
};
BOOST_DESCRIBE_STRUCT(Selected, (), (c, n, h))

}  // namespace leaf

namespace {

rows::ScoreRow counted(Call& call, Family const& family, Weights const& weights) {
    auto const facts = facts_of(family);
    auto const text = facts_text(facts);
    auto const salt = record::hash_of_hex(family.salt).value_or(record::Salt{});
    return {family.campaign,
            family.number,
            family.street.text,
            weights.version,
            score(facts, weights).points,
            people::seal(text, call.random),
            record::hex(record::sealed(salt, text)),
            call.now,
            {},
            ""};
}

record::Hash hash_of(std::vector<rows::ScoreRow> const& scores) {
    std::string lines;
    for (auto const& row : scores)
        lines += row.family + " " + std::to_string(row.points) + " " + row.hash + "\n";
    return record::sha256({lines});
}

record::Hash hash_of(std::vector<std::string> families) {
    std::ranges::sort(families);
    std::string lines;
    for (auto const& family : families) lines += family + "\n";
    return record::sha256({lines});
}

// The places of a finished draw, behind those of the draws before it.
Result<void> take_draw(Call& call, Selection& selection) {
    if (selection.draw.empty()) return {};
    auto const draw = TRY(draws::find(call, selection.draw));
    if (!draw.ended_at) return Refusal{Why::conflict, "selection.draw_runs", selection.draw};
    std::int64_t place = 0;
    for (auto const& row : rows::scores(call, selection.campaign))
        place = std::max(place, row.drawn.value_or(0));
    if (draw.state == draws::State::published)
        for (auto const& family : draws::winners(call, selection.draw))
            rows::put_drawn(call, selection.campaign, family, ++place);
    selection.draw.clear();
    rows::update(call, selection);
    return {};
}

Result<void> no_tie(Choice const& choice) {
    if (choice.ties.empty()) return {};
    std::size_t families = 0;
    int places = 0;
    for (auto const& tie : choice.ties) {
        families += tie.families.size();
        places += tie.places;
    }
    return Refusal{Why::conflict,
                   "selection.tie",
                   "",
                   "",
                   {{"families", std::to_string(families)}, {"places", std::to_string(places)}}};
}

// 回避: nobody proposes or approves a list that one's own relative is on.
Result<void> no_relative_on(Call& call, std::vector<std::string> const& list) {
    for (auto const& family : families_related_to(call, call.actor.id()))
        if (std::ranges::find(list, family) != list.end())
            return Refusal{Why::forbidden, "selection.relative", family, "", {{"family", family}}};
    return {};
}

// 双人: what one person proposed is approved by another.
Result<void> second_person(Call& call, Selection const& selection,
                           std::vector<std::string> const& list) {
    if (call.actor.id() == selection.proposed_by)
        return Refusal{Why::forbidden,
                       "selection.same_person",
                       selection.campaign,
                       "",
                       {{"name", selection.proposed_name}}};
    return no_relative_on(call, list);
}

std::vector<std::string> numbers_of(std::vector<Family> const& families) {
    std::vector<std::string> numbers;
    for (auto const& family : families) numbers.push_back(family.number);
    return numbers;
}

// In: shortlisted, unless they were already. No longer in: back among the scored. Says whether
// there is somebody new.
bool bring_in(Call& call, Selection const& selection, Choice const& choice) {
    using enum FamilyState;
    bool news = false;
    for (auto& family : rows::families_in(call, selection.campaign, scored)) {
        if (std::ranges::find(choice.in, family.number) == choice.in.end()) continue;
        put_state(call, family, shortlisted, "");
        news = true;
    }
    for (auto const state : {shortlisted, publicised})
        for (auto& family : rows::families_in(call, selection.campaign, state))
            if (std::ranges::find(choice.in, family.number) == choice.in.end())
                put_state(call, family, scored, "");
    return news;
}

// A list with somebody new on it is proposed anew, and to be approved anew.
void propose(Call& call, Selection& selection) {
    selection.proposed_at = call.now;
    selection.proposed_by = call.actor.id();
    selection.proposed_name = call.actor.name;
    selection.publicised_by = selection.publicised_name = "";
    selection.decided_by = selection.decided_name = "";
    rows::update(call, selection);
}

// The account that came with the list is where its money goes, until somebody puts another.
void hand_over_account(Call& call, Family const& family) {
    auto const account = account_of(call, family);
    auto fund = rows::find_fund(call, family.number);
    if (!account || !fund || fund->payable()) return;
    fund->payee_name = people::seal(account.value().name, call.random);
    fund->payee_account = people::seal(account.value().account, call.random);
    fund->payee_bank = account.value().bank;
    rows::update(call, *fund);
}

}  // namespace

Result<SelectionView> plan_selection(Call& call, PlanSelection const& form) {
    TRY(may(call, choose_families));
    auto const campaign = TRY(find_campaign(call, form.campaign));
    if (rows::find_selection(call, campaign.number))
        return Refusal{Why::conflict, "selection.planned", campaign.number};
    auto const weights = weights_on(call.district.policy<Settings>().scoring, today(call));
    if (!weights) return Refusal{Why::conflict, "selection.no_weights"};
    auto const places = form.places.value_or(campaign.families);
    if (places < 1) return Refusal{Why::invalid, "selection.places", "", "places"};
    Selection const selection{campaign.number, places, form.by_street, weights->version, call.now};
    rows::insert(call, selection);
    record::append(call, leaf::Planned{selection.campaign, selection.places,
                                       form.by_street ? "by_street" : "none", weights->version,
                                       record::sha256({as_published(*weights)})});
    return view_of(call, selection);
}

Result<SelectionView> see_selection_desk(Call& call, OfCampaign const& form) {
    TRY(may(call, see_families));
    return view_of(call, TRY(find_selection(call, form.campaign)));
}

Result<SelectionView> score_families(Call& call, OfCampaign const& form) {
    auto selection = TRY(find_selection(call, form.campaign));
    TRY(may(call, choose_families));
    if (selection.notice_from) return Refusal{Why::conflict, "selection.scored", form.campaign};
    auto const weights =
        weights_called(call.district.policy<Settings>().scoring, selection.weights);
    if (!weights) return Refusal{Why::conflict, "selection.no_weights"};
    auto const own = families_related_to(call, call.actor.id());
    std::vector<rows::ScoreRow> batch;
    std::int64_t left_out = 0;
    for (auto& family : rows::families_in(call, selection.campaign, FamilyState::checked)) {
        if (std::ranges::find(own, family.number) != own.end()) {
            ++left_out;
            continue;
        }
        batch.push_back(counted(call, family, *weights));
        rows::insert(call, batch.back());
        put_state(call, family, FamilyState::scored, "");
    }
    if (batch.empty()) return Refusal{Why::conflict, "selection.nobody_checked"};
    selection.scored_at = call.now;
    rows::update(call, selection);
    record::append(call, leaf::Scored{selection.campaign, weights->version, std::ssize(batch),
                                      left_out, hash_of(batch)});
    return view_of(call, selection);
}

Result<SelectionView> shortlist_families(Call& call, OfCampaign const& form) {
    auto selection = TRY(find_selection(call, form.campaign));
    TRY(may(call, choose_families));
    if (!selection.scored_at) return Refusal{Why::conflict, "selection.unscored"};
    // Who is checked anew after the notice began takes no part in this selection.
    bool const shown = selection.notice_from.has_value();
    if (!shown && !rows::families_in(call, selection.campaign, FamilyState::checked).empty())
        return Refusal{Why::conflict, "selection.unscored"};
    TRY(take_draw(call, selection));
    auto const choice = chosen(selection, rows::scores(call, selection.campaign));
    TRY(no_tie(choice));
    TRY(no_relative_on(call, choice.in));
    if (bring_in(call, selection, choice)) propose(call, selection);
    record::append(
        call, leaf::Shortlisted{selection.campaign, std::ssize(choice.in), hash_of(choice.in)});
    return view_of(call, selection);
}

Result<TieDraw> announce_tie_draw(Call& call, AnnounceTieDraw const& form) {
    auto selection = TRY(find_selection(call, form.campaign));
    TRY(may(call, choose_families));
    TRY(take_draw(call, selection));
    auto const choice = chosen(selection, rows::scores(call, selection.campaign));
    if (choice.ties.empty()) return Refusal{Why::conflict, "selection.no_tie"};
    // One tie: its places are drawn. Several: all are put in an order, and each street takes its
    // first ones.
    std::vector<std::string> families;
    for (auto const& tie : choice.ties)
        families.insert(families.end(), tie.families.begin(), tie.families.end());
    std::ranges::sort(families);
    auto const places = choice.ties.size() == 1 ? choice.ties.front().places : std::ssize(families);
    std::string name;
    for (int serial = 1; name.empty() || draws::find(call, name); ++serial)
        name = tie_draw_name(call, selection.campaign, serial);
    auto const codes = TRY(draws::announce(
        call, {name,
               call.texts.say(Language::zh, "aid.tie_draw", {{"campaign", form.campaign}}),
               places,
               form.closes_at,
               form.reveals_until,
               form.late_source,
               form.late_reference,
               form.late_at,
               {}}));
    TRY(draws::enter(call, name, families));
    selection.draw = name;
    rows::update(call, selection);
    TieDraw out{name, {}};
    for (auto const& [party, code] : codes) out.codes.push_back({party, code});
    return out;
}

Result<SelectionView> publicise_families(Call& call, OfCampaign const& form) {
    auto selection = TRY(find_selection(call, form.campaign));
    TRY(may(call, choose_families));
    auto families = rows::families_in(call, selection.campaign, FamilyState::shortlisted);
    if (families.empty()) return Refusal{Why::conflict, "selection.nobody_shortlisted"};
    TRY(second_person(call, selection, numbers_of(families)));
    auto const days = call.district.policy<Settings>().selection.notice_days;
    if (!selection.notice_from) selection.notice_from = today(call) + std::chrono::days{1};
    selection.notice_to = today(call) + std::chrono::days{days};
    selection.publicised_by = call.actor.id();
    selection.publicised_name = call.actor.name;
    rows::update(call, selection);
    for (auto& family : families) put_state(call, family, FamilyState::publicised, "");
    record::append(call, leaf::Publicised{selection.campaign, std::ssize(families),
                                          call.district.zone().midnight(*selection.notice_to +
                                                                        std::chrono::days{1})});
    return view_of(call, selection);
}

Result<SelectionView> select_families(Call& call, SelectFamilies const& form) {
    auto selection = TRY(find_selection(call, form.campaign));
    TRY(may(call, choose_families));
    if (!selection.notice_to || today(call) <= *selection.notice_to)
        return Refusal{Why::conflict, "selection.notice_runs"};
    if (!rows::families_in(call, selection.campaign, FamilyState::objected).empty())
        return Refusal{Why::conflict, "objection.open"};
    TRY(voters_given(form.voters));
    auto families = rows::families_in(call, selection.campaign, FamilyState::publicised);
    if (families.empty()) return Refusal{Why::conflict, "selection.nobody_publicised"};
    auto const numbers = numbers_of(families);
    TRY(second_person(call, selection, numbers));
    for (auto& family : families) {
        put_state(call, family, FamilyState::selected, "");
        open_family_fund(call, family.campaign, family.number);
        hand_over_account(call, family);
    }
    selection.selected_at = call.now;
    selection.decided_by = call.actor.id();
    selection.decided_name = call.actor.name;
    rows::update(call, selection);
    rows::insert_decision(call, selection.campaign, "", "selected", "", form.voters);
    record::append(call, leaf::Selected{selection.campaign, std::ssize(numbers), hash_of(numbers)});
    return view_of(call, selection);
}

Result<SelectionView> rule_family(Call& call, RuleFamily const& form) {
    auto family = TRY(find_family(call, form.family));
    TRY(may(call, choose_families));
    TRY(no_relative(call, family.number));
    auto const selection = TRY(find_selection(call, family.campaign));
    using enum FamilyState;
    bool const open = family.state == scored || family.state == shortlisted ||
                      family.state == publicised || family.state == objected;
    if (!open) return Refusal{Why::conflict, "ruling.too_late", family.number};
    if (is_blank(form.reason)) return Refusal{Why::invalid, "ruling.reason_missing", "", "reason"};
    TRY(voters_given(form.voters));
    auto const ruling = boost::describe::enum_to_string(form.ruling, "");
    rows::put_ruling(call, family.campaign, family.number, ruling);
    put_state(call, family, scored, form.reason);
    rows::insert_decision(call, family.campaign, family.number, ruling, form.reason, form.voters);
    record::append(call,
                   leaf::Decided{family.campaign, family.number, ruling, std::ssize(form.voters)});
    return view_of(call, selection);
}

}  // namespace banshi::aid
