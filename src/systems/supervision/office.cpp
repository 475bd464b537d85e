#include "systems/supervision/office.h"

#include "base/letters.h"
#include "engines/people/people.h"
#include "systems/supervision/petitions.h"

namespace banshi::supervision {

namespace {

using matters::Matter;

constexpr int rules_a_turn = 100;  // so that no other deed waits long

enum class Where { district, unit };

// Found, allowed, and not changed since the asker looked.
template <class Form>
Result<Matter> taken(Call& call, Form const& form, Right const& right,
                     Where where = Where::district) {
    auto matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    TRY(people::may(
        call, right,
        where == Where::unit ? unit_node(call, matter.unit) : people::node(call.district)));
    TRY(matters::expect_version(call, matter, form.if_match));
    return matter;
}

// The handler says what waits; once a level is raised the leader alone does.
struct Waiting {
    Matter matter;
    bool leader;
};
template <class Form>
Result<Waiting> taken_to_wait(Call& call, Form const& form) {
    bool const leader = call.actor.holds(lead_district, people::node(call.district));
    auto matter = TRY(leader ? taken(call, form, lead_district)
                             : taken(call, form, handle_matters, Where::unit));
    return Waiting{std::move(matter), leader};
}

// A petition on an open matter is a visit on it; a review is asked for, not registered.
Result<Matter> previous_of(Call& call, RegisterMatter const& form) {
    auto matter = TRY(find_matter(call, *form.previous));
    TRY(may_see(call, matter));
    auto const final = final_of(call, matter);
    if (final)
        return Refusal{Why::conflict,
                       "petition.final",
                       matter.id.text,
                       "previous",
                       {{"number", final->number}}};
    if (type_of(matter.state) == matters::StateType::open)
        return Refusal{Why::conflict,
                       "petition.open",
                       matter.id.text,
                       "previous",
                       {{"number", matter.number}}};
    return matter;
}

}  // namespace

Result<CaseView> see_case(Call& call, OnMatter const& form) {
    auto const matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    return shown(call, matter);
}

Result<Registered> register_matter(Call& call, RegisterMatter const& form) {
    TRY(people::may(call, register_matters,
                    form.street ? unit_node(call, *form.street) : people::node(call.district)));
    if (form.kind == review_kind || form.kind == recheck_kind)
        return Refusal{Why::invalid, "matter.kind", form.kind, "kind"};
    matters::Filing filing{book_name, form.kind, form.category, form.title.value_or(""), form.text};
    filing.grade = form.grade.value_or("");
    filing.channel = form.channel;
    filing.place = form.place.value_or("");
    if (form.latitude && form.longitude)
        filing.point = matters::Point{*form.latitude, *form.longitude};
    filing.street = form.street.value_or(OrgId{});
    filing.households = form.households;
    filing.problem_since = form.since;
    filing.visibility = form.visibility.value_or(matters::Visibility::open);
    if (form.previous) filing.previous = TRY(previous_of(call, form)).id;
    matters::Reporter reporter{};
    if (form.name && !form.name->empty()) reporter.name = TRY(people::normalise_name(*form.name));
    reporter.phone = form.phone && !form.phone->empty() ? TRY(people::normalise_phone(*form.phone))
                                                        : std::string();
    reporter.recorded_by = call.actor.name;
    auto const filed = TRY(matters::file(call, filing, reporter));
    return Registered{filed.matter.number, filed.code};
}

Result<CaseView> accept_matter(Call& call, OnMatter const& form) {
    auto matter = TRY(taken(call, form, accept_matters));
    TRY(matters::accept(call, matter));
    return shown(call, matter);
}

Result<CaseView> decline_matter(Call& call, DeclineMatter const& form) {
    auto matter = TRY(taken(call, form, accept_matters));
    TRY(matters::decline(call, matter, form.reason, form.where_instead));
    return shown(call, matter);
}

Result<CaseView> dispatch_matter(Call& call, DispatchMatter const& form) {
    auto matter = TRY(taken(call, form, dispatch_matters));
    TRY(check_unit(call, form.lead, "lead"));
    TRY(check_authority(call, matter, form.lead));
    auto const joint = form.joint.value_or(std::vector<OrgId>{});
    for (auto const& unit : joint) TRY(check_unit(call, unit, "joint"));
    TRY(matters::dispatch(call, matter, {form.lead, joint, form.why.value_or("")}));
    return shown(call, matter);
}

Result<CaseView> force_assign(Call& call, DispatchMatter const& form) {
    auto matter = TRY(taken(call, form, inspect_matters));
    TRY(check_unit(call, form.lead, "lead"));
    TRY(check_authority(call, matter, form.lead));
    auto const joint = form.joint.value_or(std::vector<OrgId>{});
    for (auto const& unit : joint) TRY(check_unit(call, unit, "joint"));
    TRY(matters::force_assign(call, matter, {form.lead, joint, form.why.value_or("")}));
    return shown(call, matter);
}

Result<CaseView> sign_matter(Call& call, OnMatter const& form) {
    auto matter = TRY(taken(call, form, handle_matters, Where::unit));
    TRY(matters::sign(call, matter));
    return shown(call, matter);
}

Result<CaseView> return_matter(Call& call, OnMatterWhy const& form) {
    auto matter = TRY(taken(call, form, handle_matters, Where::unit));
    TRY(matters::give_back(call, matter, form.why));
    return shown(call, matter);
}

Result<CaseView> pause_matter(Call& call, PauseMatter const& form) {
    auto [matter, leader] = TRY(taken_to_wait(call, form));
    TRY(matters::wait(call, matter, form.reason, leader));
    return shown(call, matter);
}

Result<CaseView> resume_matter(Call& call, OnMatterWhy const& form) {
    auto [matter, leader] = TRY(taken_to_wait(call, form));
    TRY(matters::resume(call, matter, form.why, leader));
    return shown(call, matter);
}

Result<CaseView> extend_matter(Call& call, ExtendMatter const& form) {
    auto matter = TRY(taken(call, form, head_unit, Where::unit));
    TRY(matters::extend(call, matter, form.clock, form.days, form.why));
    return shown(call, matter);
}

Result<CaseView> answer_part(Call& call, AnswerPart const& form) {
    auto matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    TRY(people::may(call, handle_matters, unit_node(call, form.unit)));
    TRY(matters::expect_version(call, matter, form.if_match));
    TRY(matters::answer_part(call, matter, form.unit, form.text));
    return shown(call, matter);
}

Result<CaseView> answer_matter(Call& call, AnswerMatter const& form) {
    auto matter = TRY(taken(call, form, handle_matters, Where::unit));
    TRY(matters::answer(
        call, matter,
        {form.outcome, form.text, form.quantities.value_or(std::vector<matters::Quantity>{}),
         form.why_without_joint.value_or("")}));
    return shown(call, matter);
}

Result<CaseView> send_back_answer(Call& call, OnMatterWhy const& form) {
    auto matter = TRY(taken(call, form, approve_matters));
    TRY(matters::send_back(call, matter, form.why));
    return shown(call, matter);
}

Result<CaseView> verify_matter(Call& call, OnMatter const& form) {
    auto matter = TRY(taken(call, form, call_back));
    TRY(matters::verify(call, matter));
    return shown(call, matter);
}

Result<CaseView> clear_matter(Call& call, OnMatter const& form) {
    auto matter = TRY(taken(call, form, approve_matters));
    TRY(matters::clear(call, matter, evidence_of(call, matter)));
    return shown(call, matter);
}

Result<CaseView> list_matter(Call& call, ListMatter const& form) {
    auto matter = TRY(taken(call, form, lead_district));
    TRY(matters::list(call, matter, form.why, form.review_on));
    return shown(call, matter);
}

Result<CaseView> reopen_matter(Call& call, OnMatterWhy const& form) {
    auto matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    auto const district = people::node(call.district);
    if (!call.actor.holds(lead_district, district))
        TRY(people::may(call, inspect_matters, district));
    TRY(matters::expect_version(call, matter, form.if_match));
    TRY(matters::reopen(call, matter, form.why));
    return shown(call, matter);
}

Result<CaseView> withdraw_for(Call& call, OnMatterWhy const& form) {
    auto matter = TRY(taken(call, form, accept_matters));
    TRY(matters::withdraw(call, matter, form.why));
    return shown(call, matter);
}

Result<CaseView> merge_matter(Call& call, MergeMatter const& form) {
    auto matter = TRY(taken(call, form, dispatch_matters));
    auto into = TRY(find_matter(call, form.into));
    TRY(may_see(call, into));
    TRY(matters::merge(call, into, matter, form.why));
    return shown(call, matter);
}

Result<CaseView> unmerge_matter(Call& call, OnMatterWhy const& form) {
    auto matter = TRY(taken(call, form, dispatch_matters));
    TRY(matters::unmerge(call, matter, form.why));
    return shown(call, matter);
}

Result<CaseView> note_progress(Call& call, OnMatterWhy const& form) {
    auto matter = TRY(taken(call, form, handle_matters, Where::unit));
    TRY(matters::note_progress(call, matter, form.why));
    return shown(call, matter);
}

Result<CaseView> regrade_matter(Call& call, RegradeMatter const& form) {
    auto matter = TRY(taken(call, form, dispatch_matters));
    TRY(matters::regrade(call, matter, form.grade, form.why));
    return shown(call, matter);
}

Result<CaseView> correct_matter(Call& call, CorrectMatter const& form) {
    auto matter = TRY(taken(call, form, dispatch_matters));
    bool const child = matter.kind == review_kind || matter.kind == recheck_kind;
    if (form.kind && (child || *form.kind == review_kind || *form.kind == recheck_kind))
        return Refusal{Why::invalid, "matter.kind", *form.kind, "kind"};
    if (form.street) TRY(check_unit(call, *form.street, "street"));
    TRY(matters::correct(call, matter, {form.kind, form.category, form.street, form.place},
                         form.why));
    return shown(call, matter);
}

Result<CaseView> backdate_pause(Call& call, BackdatePause const& form) {
    auto matter = TRY(taken(call, form, inspect_matters));
    TRY(matters::backdate_pause(call, matter, form.reason, form.from, form.to, form.why));
    return shown(call, matter);
}

Result<RulesApplied> apply_rules(Call& call, ApplyRules const& form) {
    TRY(people::may(call, inspect_matters, people::node(call.district)));
    if (is_blank(form.why)) return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    auto const applied = matters::apply_rules(call, book_name, form.why,
                                              form.after.value_or(MatterId{}), rules_a_turn);
    return RulesApplied{applied.changed, applied.last};
}

Result<CaseView> name_leader(Call& call, NameLeader const& form) {
    auto matter = TRY(taken(call, form, inspect_matters));
    TRY(matters::set_leader(call, matter, form.leader, form.why));
    return shown(call, matter);
}

Result<CaseView> moderate_matter(Call& call, ModerateMatter const& form) {
    auto matter = TRY(taken(call, form, moderate_matters));
    TRY(matters::moderate(call, matter, form.title, form.text, form.why));
    return shown(call, matter);
}

Result<CaseView> raise_level(Call& call, RaiseLevel const& form) {
    auto matter = TRY(taken(call, form, inspect_matters));
    TRY(matters::raise(call, matter, form.level, form.why, form.new_last_day));
    return shown(call, matter);
}

Result<CaseView> answer_order(Call& call, OnLevel const& form) {
    auto matter = TRY(taken(call, form, head_unit, Where::unit));
    TRY(matters::answer_order(call, matter, form.clock, form.level, form.words));
    return shown(call, matter);
}

Result<CaseView> annul_order(Call& call, OnLevel const& form) {
    auto matter = TRY(taken(call, form, inspect_matters));
    TRY(matters::annul_order(call, matter, form.clock, form.level, form.words));
    return shown(call, matter);
}

}  // namespace banshi::supervision
