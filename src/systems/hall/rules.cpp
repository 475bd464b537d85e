// The rules of a hall 办事规则: one official proposes, another confirms; from their day on they
// hold, and what was booked before stays as it is. Public: each version is a leaf of the record.

#include <fmt/format.h>

#include "base/letters.h"
#include "engines/people/accounts.h"
#include "engines/people/orgs.h"
#include "engines/record/record.h"
#include "systems/hall/hall.h"
#include "systems/hall/roster.h"
#include "systems/hall/rules_rows.h"

namespace banshi::hall {

namespace {

Result<HallSetting> ruled(Call& call, HallId const& id) {
    auto hall = TRY(find_hall(call, id));
    TRY(people::may(call, edit_rules, people::node(call.district, id)));
    return hall;
}

// Read by the same struct as the settings file; what differs, field by field.
std::vector<RuleChange> differences(Rules const& before, Rules const& after) {
    auto const old = json::parse(rules_text(before)).as_object();
    auto const fresh = json::parse(rules_text(after)).as_object();
    auto const word = [](json::object const& rules, std::string_view name) {
        auto const* value = rules.if_contains(name);
        if (!value) return std::string();
        return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
    };
    std::vector<RuleChange> changes;
    for (auto const& [name, value] : fresh) {
        bool const told = name == "since" || name == "basis";
        if (!told && word(old, name) != word(fresh, name))
            changes.push_back({name, word(old, name), word(fresh, name)});
    }
    return changes;
}

// In force from tomorrow at the earliest: a day is not ruled twice.
Result<Day> check_since(Call const& call, Rules const& rules) {
    auto const tomorrow = call.district.zone().day_of(call.now) + std::chrono::days{1};
    auto const since = rules.since.value_or(tomorrow);
    if (since < tomorrow)
        return Refusal{
            Why::invalid, "rules.since_past", "", "since", {{"first", written(tomorrow)}}};
    return since;
}

Result<RulesSet> consequences(Call& call, HallId const& hall, Rules const& rules) {
    auto const since = TRY(check_since(call, rules));
    RulesSet set{differences(rules_on(call, hall, since), rules), since, 0, true};
    set.bookings_kept = static_cast<int>(rules_rows::count_booked(call, hall, since));
    if (set.changes.empty()) return Refusal{Why::conflict, "rules.unchanged", hall.text};
    return set;
}

Rules read(rules_rows::Version const& version) { return read_rules(version.rules).value(); }

}  // namespace

Result<RulesShown> see_rules(Call& call, SeeRules const& form) {
    auto const hall = TRY(ruled(call, form.hall));
    RulesShown shown{rules_now(call, hall.id), {}, {}};
    if (auto const open = rules_rows::find_proposed(call, hall.id)) {
        shown.proposed = read(*open);
        auto const account = people::find_account(call, AccountId{open->proposed_by});
        shown.proposed_by = account ? account->name : open->proposed_by;
    }
    return shown;
}

Result<RulesSet> set_rules(Call& call, SetRules const& form) {
    auto const hall = TRY(ruled(call, form.hall));
    TRY(check(form.rules));
    if (is_blank(form.rules.basis))
        return Refusal{Why::invalid, "rules.basis_missing", "", "basis"};
    auto const set = TRY(consequences(call, hall.id, form.rules));
    if (form.preview) return set;
    auto rules = form.rules;
    rules.since = set.since;
    rules_rows::propose(call, hall.id, set.since, rules_text(rules));
    return set;
}

Result<RulesSet> confirm_rules(Call& call, ConfirmRules const& form) {
    auto const hall = TRY(ruled(call, form.hall));
    auto const open = rules_rows::find_proposed(call, hall.id);
    if (!open) return Refusal{Why::conflict, "rules.nothing_proposed", hall.id.text};
    if (open->proposed_by == call.actor.id())
        return Refusal{Why::forbidden, "rules.own_proposal", hall.id.text};
    auto set = TRY(consequences(call, hall.id, read(*open)));
    rules_rows::confirm(call, hall.id, open->version);
    set.waiting_for_second = false;
    record::append(call, record::RulesPublished{fmt::format("hall/{}/{}/{}", hall.id.text,
                                                            written(set.since), open->version),
                                                rules_rows::bound(*open, call.actor.id())});
    plan_ahead(call, hall);
    return set;
}

}  // namespace banshi::hall
