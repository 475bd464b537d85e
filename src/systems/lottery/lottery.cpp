#include "systems/lottery/lottery.h"

#include "engines/people/orgs.h"

namespace banshi::lottery {

namespace {

constexpr int listed = 100;

std::optional<std::string> given(std::string const& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<OrderView> shown(draws::EntryOrder const& order) {
    if (!order.tested) return std::nullopt;
    return OrderView{order.sound(), order.mean,           order.mean_expected, order.mean_sigma,
                     order.early,   order.early_expected, order.early_sigma};
}

DrawView shown(Call& call, draws::Draw const& d) {
    DrawView view{.draw = d.draw,
                  .name = d.name(),
                  .title = d.title,
                  .places = d.places,
                  .state = d.state,
                  .announced_at = d.announced_at,
                  .closes_at = d.closes_at,
                  .reveals_until = d.reveals_until,
                  .late_at = d.late_at,
                  .late_source = d.late_source,
                  .late_reference = d.late_reference,
                  .parties = {},
                  .alone = false,
                  .entries = d.entries,
                  .list = given(d.list),
                  .late_text = given(d.late_text),
                  .seed = given(d.seed),
                  .winners = draws::winners(call, d.draw),
                  .order = std::nullopt,
                  .ended_at = d.ended_at,
                  .why = given(d.why),
                  .note = given(d.note)};
    for (auto const& party : draws::parties_of(call, d.draw))
        view.parties.push_back(
            {party.party, given(party.commitment), given(party.secret), party.left_out});
    view.alone = view.parties.size() == 1;
    if (!view.winners.empty()) view.order = shown(draws::entry_order_of(call, d));
    return view;
}

Result<DrawView> seen(Call& call, std::string const& draw) {
    return shown(call, TRY(draws::find(call, draw)));
}

Result<void> may(Call& call, Right const& right) {
    return people::may(call, right, people::node(call.district));
}

}  // namespace

Result<PartyCodes> announce_draw(Call& call, AnnounceDraw const& form) {
    TRY(may(call, run));
    auto const codes = TRY(draws::announce(
        call,
        {form.draw, form.title, form.places, form.closes_at, form.reveals_until, form.late_source,
         form.late_reference, form.late_at, form.parties.value_or(std::vector<std::string>{})}));
    PartyCodes out{form.draw, {}, codes.size() == 1};
    for (auto const& [party, code] : codes) out.codes.push_back({party, code});
    return out;
}

Result<Entered> enter_draw(Call& call, EnterDraw const& form) {
    TRY(may(call, run));
    return Entered{TRY(draws::enter(call, form.draw, form.entries))};
}

Result<Entered> remove_entry(Call& call, RemoveEntry const& form) {
    TRY(may(call, run));
    return Entered{TRY(draws::take_out(call, form.draw, form.entry))};
}

Result<DrawView> commit_draw(Call& call, CommitDraw const& form) {
    TRY(draws::commit(call, {form.draw, form.code, form.commitment}));
    return seen(call, form.draw);
}

Result<DrawView> reveal_draw(Call& call, RevealDraw const& form) {
    TRY(draws::reveal(call, {form.draw, form.code, form.secret}));
    return seen(call, form.draw);
}

Result<DrawView> tell_late_value(Call& call, TellLateValue const& form) {
    TRY(may(call, tell_value));
    TRY(draws::tell_late(call, {form.draw, form.value}));
    return seen(call, form.draw);
}

Result<DrawView> annul_draw(Call& call, AnnulDraw const& form) {
    TRY(may(call, run));
    TRY(draws::annul(call, form.draw, form.why));
    return seen(call, form.draw);
}

Result<DrawView> see_draw(Call& call, SeeDraw const& form) { return seen(call, form.draw); }

Result<DrawList> list_draws(Call& call, ListDraws const&) {
    DrawList list;
    for (auto const& d : draws::newest(call, listed))
        list.draws.push_back({d.draw, d.title, d.places, d.state, d.announced_at, d.closes_at});
    return list;
}

Result<File> draw_file(Call& call, SeeDraw const& form) {
    auto const file = TRY(draws::published(call, form.draw));
    return File{"application/json", form.draw + ".json", draws::written(file)};
}

Result<File> draw_list_file(Call& call, SeeDraw const& form) {
    auto const list = TRY(draws::list_file(call, form.draw));
    return File{"text/plain; charset=utf-8", form.draw + ".txt", list};
}

Result<DrawsAdvanced> advance_draws(Call& call, AdvanceDraws const&) {
    return DrawsAdvanced{draws::advance(call)};
}

}  // namespace banshi::lottery
