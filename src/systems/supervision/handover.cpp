#include "systems/supervision/handover.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/matters/clocks.h"
#include "engines/matters/posts.h"
#include "engines/people/people.h"
#include "systems/supervision/case.h"
#include "systems/supervision/handover_rows.h"

namespace banshi::supervision {

namespace {

constexpr int lists_shown = 50;
constexpr int debts_shown = 50;

Result<rows::Handover> find(Call& call, std::string const& id) {
    if (auto handover = rows::find_handover(call, id)) return std::move(*handover);
    return Refusal{Why::not_found, "handover.not_found", id, "handover"};
}

Result<void> check(Call& call, HandOverPost const& form) {
    for (auto const& [text, field] :
         {std::pair{form.post, "post"}, {form.old_name, "old_name"}, {form.new_name, "new_name"}})
        if (is_blank(text)) return Refusal{Why::invalid, "handover.nothing", "", field};
    if (form.old_name == form.new_name)
        return Refusal{Why::invalid, "handover.same", form.new_name, "new_name"};
    for (auto const& each : rows::handovers(call, lists_shown))
        if (each.post == form.post && !each.done())
            return Refusal{Why::conflict, "handover.open", each.id, "post"};
    return {};
}

rows::HandoverMatter line_of(Call& call, matters::Matter const& matter, int serial) {
    rows::HandoverMatter line{serial, matter.id, matter.level, std::nullopt, std::nullopt};
    for (auto const& clock : matters::clocks_of(call, matter.id)) {
        if (!clock.running() || !clock.last_day) continue;
        auto& day = clock.kind == matters::ClockKind::promise ? line.promised : line.last_day;
        if (!day || *clock.last_day < *day) day = clock.last_day;
    }
    return line;
}

HandoverView head_of(Call& call, rows::Handover const& h) {
    auto const count = static_cast<int>(rows::handed_over(call, h.id).size());
    return {h.id,      h.post,          h.becomes,       h.old_name, h.new_name,
            h.made_at, h.old_signed_at, h.new_signed_at, h.done(),   count,
            {}};
}

HandoverView handover_shown(Call& call, rows::Handover const& handover) {
    auto view = head_of(call, handover);
    for (auto const& line : rows::handed_over(call, handover.id)) {
        auto const matter = matters::find(call, line.matter).value();
        view.lines.push_back({matter.number, matter.title,
                              matter.unit.empty() ? "" : unit_name(call, matter.unit), matter.state,
                              matter.problem_since, line.level, line.last_day, line.promised});
    }
    return view;
}

// Done: each matter says that its post has changed hands; nothing else of it changes.
Result<void> take_effect(Call& call, rows::Handover const& handover) {
    for (auto const& line : rows::handed_over(call, handover.id)) {
        auto matter = TRY(matters::find(call, line.matter));
        TRY(matters::note(call, matter, matters::Verb::hand_over, "",
                          {{"handover", handover.id},
                           {"post", handover.post},
                           {"from", handover.old_name},
                           {"to", handover.new_name}}));
        if (handover.becomes != handover.post && matter.leader == handover.post)
            TRY(matters::set_leader(call, matter, handover.becomes, ""));
    }
    return {};
}

}  // namespace

Result<HandoverView> hand_over_post(Call& call, HandOverPost const& form) {
    TRY(people::may(call, hand_over, people::node(call.district)));
    TRY(check(call, form));
    rows::Handover const handover{fresh_id_text(call.now, call.random),
                                  form.post,
                                  form.becomes.value_or(form.post),
                                  form.old_name,
                                  form.new_name,
                                  call.now,
                                  call.actor.id(),
                                  std::nullopt,
                                  "",
                                  std::nullopt,
                                  ""};
    rows::insert(call, handover);
    int serial = 0;
    for (auto const& matter : matters::led_by(call, book_name, form.post))
        rows::insert(call, handover.id, line_of(call, matter, ++serial));
    return handover_shown(call, handover);
}

Result<HandoverList> list_handovers(Call& call, ListHandovers const&) {
    TRY(people::may(call, see_matters, people::node(call.district)));
    HandoverList out;
    for (auto const& each : rows::handovers(call, lists_shown))
        out.handovers.push_back(head_of(call, each));
    return out;
}

Result<HandoverView> see_handover(Call& call, OfHandover const& form) {
    TRY(people::may(call, see_matters, people::node(call.district)));
    return handover_shown(call, TRY(find(call, form.handover)));
}

Result<HandoverView> sign_handover(Call& call, SignHandover const& form) {
    TRY(people::may(call, see_matters, people::node(call.district)));
    auto handover = TRY(find(call, form.handover));
    bool const old = form.part == HandoverPart::old_holder;
    auto& signed_at = old ? handover.old_signed_at : handover.new_signed_at;
    auto const& name = old ? handover.old_name : handover.new_name;
    if (call.actor.name != name)
        return Refusal{Why::forbidden, "handover.not_yours", handover.id, "", {{"name", name}}};
    if (signed_at) return Refusal{Why::conflict, "handover.signed", handover.id};
    signed_at = call.now;
    (old ? handover.old_signed_by : handover.new_signed_by) = call.actor.id();
    rows::update(call, handover);
    if (handover.done()) TRY(take_effect(call, handover));
    return handover_shown(call, handover);
}

Result<OldDebts> see_old_debts(Call& call, SeeOldDebts const&) {
    TRY(people::may(call, see_matters, people::node(call.district)));
    auto const today = call.district.zone().day_of(call.now);
    OldDebts out;
    for (auto const& m : matters::oldest(call, book_name, debts_shown)) {
        if (!may_see(call, m)) continue;
        std::chrono::year_month_day const since{*m.problem_since}, now{today};
        bool const before =
            std::pair{now.month(), now.day()} < std::pair{since.month(), since.day()};
        auto const years = static_cast<int>(now.year()) - static_cast<int>(since.year()) - before;
        out.debts.push_back({m.number, m.title, m.street.empty() ? "" : unit_name(call, m.street),
                             m.unit.empty() ? "" : unit_name(call, m.unit), m.leader, m.state,
                             m.level, *m.problem_since, years, m.households});
    }
    return out;
}

}  // namespace banshi::supervision
