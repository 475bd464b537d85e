#include "systems/aid/families.h"

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "engines/people/keys.h"
#include "engines/people/place.h"
#include "engines/record/record.h"
#include "systems/aid/candidate_imports.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/selection_rows.h"

namespace banshi::aid {

struct FamilyMoved {  // 家庭状态: of those who take part
    static constexpr auto kind = "aid.family";
    record::Mark f, s;
};
BOOST_DESCRIBE_STRUCT(FamilyMoved, (), (f, s))

namespace {

constexpr int page_size = 50;

record::Mark mark_of(FamilyState state) { return boost::describe::enum_to_string(state, ""); }

FactsView shown(FamilyFacts const& f) {
    return {f.members, f.income_fen, f.disabled_or_ill, f.pupils, f.workers, f.housing, f.evidence};
}

FamilyView view_of(Call& call, Family const& family) {
    auto const person = people::masked(call, family.person);
    FamilyView view{family.number,
                    family.campaign,
                    family.street,
                    street_name(call, family.street),
                    family.category,
                    family.state,
                    person.name,
                    person.id_number,
                    person.phone,
                    {},
                    family.visited_on,
                    {},
                    {},
                    rows::steps(call, family.number)};
    if (!family.facts.empty()) view.facts = shown(facts_of(family));
    if (auto const scored = rows::find_score(call, family.campaign, family.number)) {
        view.points = scored->points;
        view.lines = lines_of(call, *scored);
    }
    return view;
}

bool is_open(FamilyState state) {
    return state == FamilyState::candidate || state == FamilyState::checked;
}

Result<void> may_move(FamilyState from, FamilyState to) {
    using enum FamilyState;
    static constexpr std::array ends{graduated, died, moved, finished};
    bool const ends_now = std::ranges::find(ends, to) != ends.end();
    bool const sound = (from == selected && to == active) ||
                       (from == active && (to == suspended || ends_now)) ||
                       (from == suspended && (to == active || ends_now));
    if (sound) return {};
    return Refusal{Why::conflict, "family.wrong_step", "", "to"};
}

}  // namespace

std::string street_name(Call& call, OrgId const& street) {
    auto const org = people::find_org(call, street);
    return org ? people::name_of(call, org->id, org->name) : street.text;
}

Result<Family> find_family(Call& call, std::string const& number) {
    auto family = rows::find_family(call, number);
    if (!family) return Refusal{Why::not_found, "family.not_found", number, "family"};
    return std::move(*family);
}

FamilyFacts facts_of(Family const& family) {
    return family.facts.empty() ? FamilyFacts{} : read_facts(people::unseal(family.facts));
}

void put_state(Call& call, Family& family, FamilyState state, std::string const& why) {
    family.state = state;
    rows::update(call, family);
    rows::insert_step(call, family, why);
}

Result<FamilyView> see_family(Call& call, SeeFamily const& form) {
    TRY(may(call, see_families));
    return view_of(call, TRY(find_family(call, form.family)));
}

Result<FamilyList> list_families(Call& call, ListFamilies const& form) {
    TRY(may(call, see_families));
    auto const campaign = TRY(find_campaign(call, form.campaign));
    auto found = rows::families(call, campaign.number, form.state, form.street.value_or(""),
                                form.after.value_or(""), page_size + 1);
    FamilyList list{{}, rows::count_by_state(call, campaign.number), found.size() > page_size};
    if (list.more) found.pop_back();
    for (auto const& family : found) {
        auto const scored = rows::find_score(call, campaign.number, family.number);
        list.families.push_back({family.number, street_name(call, family.street), family.category,
                                 family.state, people::masked(call, family.person).name,
                                 scored ? std::optional(scored->points) : std::nullopt});
    }
    return list;
}

Result<FamilyRevealed> reveal_family(Call& call, RevealFamily const& form) {
    TRY(may(call, keep_families));
    auto const family = TRY(find_family(call, form.family));
    auto const shown = TRY(people::reveal(call, family.person, form.reason));
    return FamilyRevealed{shown.name, shown.id_number, shown.phone};
}

Result<FamilyView> record_home_visit(Call& call, RecordHomeVisit const& form) {
    auto family = TRY(find_family(call, form.family));
    TRY(may(call, keep_families));
    if (!is_open(family.state)) return Refusal{Why::conflict, "family.frozen", form.family};
    if (form.on > today(call)) return Refusal{Why::invalid, "family.visit_day", "", "on"};
    if (is_blank(form.evidence))
        return Refusal{Why::invalid, "score.no_evidence", form.family, "evidence"};
    FamilyFacts const facts{form.members, form.income_fen, form.disabled_or_ill, form.pupils,
                            form.workers, form.housing,    form.evidence};
    TRY(check_facts(facts));
    family.facts = people::seal(facts_text(facts), call.random);
    family.visited_on = form.on;
    put_state(call, family, FamilyState::checked, "visit");
    return view_of(call, family);
}

Result<FamiliesChecked> check_families(Call& call, CheckFamilies const& form) {
    TRY(may(call, keep_families));
    auto const campaign = TRY(find_campaign(call, form.campaign));
    FamiliesChecked out{};
    for (auto& family : rows::families_in(call, campaign.number, FamilyState::candidate)) {
        if (form.families &&
            std::ranges::find(*form.families, family.number) == form.families->end())
            continue;
        if (family.facts.empty() || is_blank(facts_of(family).evidence)) {
            out.without_evidence.push_back(family.number);
            continue;
        }
        put_state(call, family, FamilyState::checked, "");
        ++out.checked;
    }
    return out;
}

Result<FamilyView> move_family(Call& call, MoveFamily const& form) {
    auto family = TRY(find_family(call, form.family));
    TRY(may(call, choose_families));
    TRY(may_move(family.state, form.to));
    if (is_blank(form.why)) return Refusal{Why::invalid, "family.reason_missing", "", "why"};
    put_state(call, family, form.to, form.why);
    record::append(call, FamilyMoved{family.number, mark_of(form.to)});
    return view_of(call, family);
}

Result<FamilyView> erase_family(Call& call, EraseFamily const& form) {
    auto family = TRY(find_family(call, form.family));
    TRY(may(call, choose_families));
    using enum FamilyState;
    static constexpr std::array kept{shortlisted, publicised, objected,
                                     selected,    active,     suspended};
    if (std::ranges::find(kept, family.state) != kept.end())
        return Refusal{Why::conflict, "family.needed", form.family};
    if (is_blank(form.why)) return Refusal{Why::invalid, "family.reason_missing", "", "why"};
    people::erase(call, family.person);
    record::forget(call.tx, call.district.name(), family.person);
    family.facts = family.payee = family.salt = "";
    rows::empty_snapshot(call, family.campaign, family.number);
    rows::empty_replaced(call, family.number);
    put_state(call, family, family.state, "erased");
    record::append(call, FamilyMoved{family.number, "erased"});
    return view_of(call, family);
}

Result<FamilyAccount> account_of(Call& call, Family const& family) {
    auto const sealed = family.payee.empty() ? "" : people::unseal(family.payee);
    auto const cut = sealed.find('\n');
    if (cut == sealed.npos || cut == 0)
        return Refusal{Why::conflict, "family.no_account", family.number};
    auto const person = TRY(people::reveal(call, family.person, "payment"));
    return FamilyAccount{person.name, sealed.substr(0, cut), sealed.substr(cut + 1)};
}

}  // namespace banshi::aid
