// People who come again: a visit on what is open, a resolution that does not hold, a chain that has
// ended.

#include <algorithm>

#include "base/letters.h"
#include "engines/matters/lists.h"
#include "engines/matters/privacy.h"
#include "engines/matters/words.h"
#include "engines/people/people.h"
#include "systems/supervision/petition_rows.h"
#include "systems/supervision/petition_view.h"

namespace banshi::supervision {

namespace {

using matters::Matter;
using matters::State;
using matters::StateType;

std::vector<std::string> names_of(Call& call, Matter const& matter) {
    std::vector<std::string> names;
    for (auto const& each : matters::reporters_of(call, matter.id)) names.push_back(each.name);
    return names;
}

std::string sentence_of(Call& call, VisitResult result, std::string const& number) {
    return call.texts.say(
        call.language,
        std::string("supervision.visit_result.") + boost::describe::enum_to_string(result, ""),
        {{"number", number}});
}

Result<Matter> seen_by_clerk(Call& call, std::string const& number) {
    auto matter = TRY(find_matter(call, number));
    TRY(may_see(call, matter));
    TRY(people::may(call, register_matters, people::node(call.district)));
    return matter;
}

Result<void> check_decision(Call& call, Matter const& matter, Matter const& earlier,
                            DecideEarlier const& form) {
    if (is_blank(form.why)) return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    if (matter.id == earlier.id)
        return Refusal{Why::invalid, "earlier.itself", form.earlier, "earlier"};
    if (!is_earlier(earlier, matter))
        return Refusal{Why::invalid, "earlier.later", form.earlier, "earlier"};
    for (auto const& each : rows::petition_decisions_of(call, matter.id))
        if (each.earlier == earlier.id)
            return Refusal{Why::conflict, "earlier.decided", form.earlier, "earlier"};
    return {};
}

// The new one and the earlier one are the same.
Result<EarlierDecided> joined(Call& call, Matter& matter, Matter earlier, std::string const& why) {
    auto const final = final_of(call, earlier);
    if (final) earlier = *final;
    auto const result =
        TRY(note_visit(call, earlier, matter.text, matter.channel, names_of(call, matter)));
    if (result == VisitResult::final) {
        TRY(matters::decline(call, matter, call.district.policy<Settings>().petitions->final_reason,
                             sentence_of(call, VisitResult::final, earlier.number)));
        return EarlierDecided{matter.number, result, false};
    }
    if (type_of(earlier.state) == StateType::open) {
        TRY(matters::merge(call, earlier, matter, why));
        return EarlierDecided{earlier.number, result, true};
    }
    TRY(matters::set_previous(call, matter, earlier, why));
    return EarlierDecided{matter.number, result, false};
}

}  // namespace

Result<VisitResult> note_visit(Call& call, Matter& matter, std::string const& words,
                               std::string const& channel, std::vector<std::string> names) {
    for (auto& name : names_of(call, matter)) names.push_back(std::move(name));
    auto const result = final_of(call, matter)               ? VisitResult::final
                        : resolution_of(call, matter).stands ? VisitResult::taken_back
                                                             : VisitResult::noted;
    auto const serial = static_cast<int>(rows::petition_visits_of(call, matter.id).size()) + 1;
    auto const masked = matters::masked_text(words, names).text;
    rows::insert(call, rows::PetitionVisitRow{matter.id, serial, call.now, channel, masked,
                                              call.actor.id(), result == VisitResult::taken_back});
    TRY(matters::note(
        call, matter, matters::Verb::visit, masked,
        {{"channel", channel}, {"result", boost::describe::enum_to_string(result, "")}}));
    return result;
}

Result<VisitNoted> visit_petition(Call& call, VisitPetition const& form) {
    auto const named = TRY(seen_by_clerk(call, form.number));
    auto matter = TRY(matters::survivor(call, named));
    if (auto const final = final_of(call, matter)) matter = *final;
    if (is_blank(form.words)) return Refusal{Why::invalid, "comment.missing", "", "words"};
    auto const result = TRY(note_visit(call, matter, form.words, form.channel, {}));
    return VisitNoted{matter.number, result, sentence_of(call, result, matter.number)};
}

Result<EarlierDecided> decide_earlier(Call& call, DecideEarlier const& form) {
    auto matter = TRY(seen_by_clerk(call, form.number));
    auto const named = TRY(find_matter(call, form.earlier));
    TRY(may_see(call, named));
    TRY(matters::expect_version(call, matter, form.if_match));
    TRY(check_decision(call, matter, named, form));
    rows::insert(call, rows::PetitionDecision{matter.id, named.id, form.same, form.why, call.now,
                                              call.actor.id()});
    if (!form.same) {
        TRY(matters::note(call, matter, matters::Verb::visit, "",
                          {{"other_than", named.number}, {"reason", form.why}}));
        return EarlierDecided{matter.number, VisitResult::noted, false};
    }
    auto const earlier = TRY(matters::survivor(call, named));
    return joined(call, matter, earlier, form.why);
}

}  // namespace banshi::supervision
