// Choosing 群众定: proposals, screening, the ballot and its count.

#include "systems/supervision/works.h"

#include <algorithm>
#include <set>

#include "engines/matters/privacy.h"
#include "engines/notices/notices.h"
#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "systems/supervision/works_steps.h"

namespace banshi::supervision {

namespace {

constexpr std::size_t phase_count = 9;
constexpr int choices_most = 100;
constexpr int deputies_most = 10000;

Result<void> check_phases(SetProgramme const& form) {
    Refusal const bad{Why::invalid, "works.phases", "", "phases"};
    if (form.phases.size() != phase_count) return bad;
    for (std::size_t at = 0; at < phase_count; ++at) {
        if (static_cast<std::size_t>(form.phases[at].phase) != at) return bad;
        if (at > 0 && form.phases[at].from <= form.phases[at - 1].from) return bad;
    }
    return {};
}

Result<void> check_numbers(SetProgramme const& form) {
    auto const bad = [](char const* code, char const* field, int least, int most) {
        return Refusal{Why::invalid,
                       code,
                       "",
                       field,
                       {{"least", std::to_string(least)}, {"most", std::to_string(most)}}};
    };
    auto const first = Day{std::chrono::year{form.year} / 1 / 1};
    if (form.year < 2000 || form.year > 2200 || form.phases.back().from < first)
        return bad("works.year", "year", 2000, 2200);
    if (form.choices < 1 || form.choices > choices_most)
        return bad("works.choices", "choices", 1, choices_most);
    if (form.ballots_least < 1) return bad("works.ballots_least", "ballots_least", 1, 1);
    if (form.deputies < 1 || form.deputies > deputies_most)
        return bad("works.deputies", "deputies", 1, deputies_most);
    return {};
}

void tell_proposer(Call& call, rows::Item const& item, std::string const& what) {
    if (item.phone.empty()) return;
    notices::queue(call, {.text = "works." + what,
                          .phone = people::unseal(item.phone),
                          .facts = {{"title", item.title}, {"why", item.public_why}},
                          .once = "works/" + item.id + "/" + what,
                          .about = "works/" + item.id});
}

Result<WorksView> all_of(Call& call, int year) {
    auto const programme = TRY(find_programme(call, year));
    WorksView view{shown(call, programme), {}, call.now};
    for (auto const& item : rows::items_of(call, year))
        view.items.push_back(shown(call, programme, item));
    return view;
}

}  // namespace

Result<ProgrammeView> set_programme(Call& call, SetProgramme const& form) {
    TRY(people::may(call, run_works, people::node(call.district)));
    TRY(check_phases(form));
    TRY(check_numbers(form));
    auto const known = rows::find_programme(call, form.year);
    auto const today = call.district.zone().day_of(call.now);
    if (known && phase_on(*known, today) >= Phase::vote)
        return Refusal{Why::conflict, "works.under_way", std::to_string(form.year)};
    rows::Programme const programme{form.year,     written_phases(form.phases),
                                    form.choices,  form.ballots_least,
                                    form.deputies, "open",
                                    false};
    rows::put(call, programme);
    return shown(call, programme);
}

Result<WorkNumber> propose_work(Call& call, ProposeWork const& form) {
    TRY(need_phase(call, form.year, Phase::collect));
    if (form.title.empty()) return Refusal{Why::invalid, "works.title_missing", "", "title"};
    std::string phone;
    if (form.phone && !form.phone->empty()) phone = TRY(people::normalise_phone(*form.phone));
    rows::Item item{};
    item.id = fresh_id_text(call.now, call.random);
    item.year = form.year;
    item.serial = static_cast<int>(rows::items_of(call, form.year).size()) + 1;
    item.title = matters::masked_text(form.title, {}).text;
    item.text = matters::masked_text(form.text, {}).text;
    item.place = form.place.value_or("");
    item.street = form.street.value_or(OrgId{});
    item.phone = phone.empty() ? "" : people::seal(phone, call.random);
    item.proposed_at = call.now;
    rows::insert(call, item);
    step(call, item, "propose_work", WorkState::proposed, "");
    return WorkNumber{item.id, item.serial};
}

Result<WorksView> see_works(Call& call, OfYear const& form) { return all_of(call, form.year); }

Result<WorkView> see_work(Call& call, OfWork const& form) {
    auto const item = TRY(find_item(call, form.item));
    auto const programme = TRY(find_programme(call, item.year));
    return shown(call, programme, item);
}

Result<WorkView> screen_work(Call& call, ScreenWork const& form) {
    TRY(people::may(call, run_works, people::node(call.district)));
    auto item = TRY(find_item(call, form.item));
    TRY(need_state(call, item, WorkState::proposed));
    TRY(need_phase(call, item.year, Phase::screen));
    auto const programme = TRY(find_programme(call, item.year));
    if (!form.shortlist && form.why.empty())
        return Refusal{Why::invalid, "matter.reason_missing", "", "why"};
    item.public_why = form.why;
    if (form.into) {
        auto const into = TRY(find_item(call, *form.into));
        if (into.id == item.id) return Refusal{Why::invalid, "merge.self", "", "into"};
        item.joined_into = into.id;
        step(call, item, "join_work", WorkState::joined, form.why);
        tell_proposer(call, item, "joined");
    } else if (form.shortlist) {
        step(call, item, "shortlist_work", WorkState::shortlisted, form.why);
        tell_proposer(call, item, "shortlisted");
    } else {
        step(call, item, "reject_work", WorkState::rejected, form.why);
        tell_proposer(call, item, "rejected");
    }
    return shown(call, programme, item);
}

Result<BallotCast> cast_ballot(Call& call, CastBallot const& form) {
    auto const programme = TRY(find_programme(call, form.year));
    TRY(need_phase(call, form.year, Phase::vote));
    auto const what = "ballot/" + call.district.name() + "/" + std::to_string(form.year);
    auto const voter = TRY(voter_of(call, form.id_number, form.name, what));
    std::set<std::string> const chosen(form.items.begin(), form.items.end());
    if (chosen.empty()) return Refusal{Why::invalid, "ballot.empty", "", "items"};
    if (chosen.size() > static_cast<std::size_t>(programme.choices))
        return Refusal{Why::invalid,
                       "ballot.too_many",
                       "",
                       "items",
                       {{"most", std::to_string(programme.choices)}}};
    for (auto const& id : chosen) {
        auto const item = rows::find_item(call, id);
        if (!item || item->year != form.year || item->state != WorkState::shortlisted)
            return Refusal{Why::invalid, "ballot.unknown_item", id, "items"};
    }
    bool const replaced = rows::put_ballot(call, form.year, voter, {chosen.begin(), chosen.end()});
    return BallotCast{static_cast<int>(chosen.size()), replaced};
}

Result<WorksView> count_votes(Call& call, OfYear const& form) {
    TRY(people::may(call, run_works, people::node(call.district)));
    auto programme = TRY(find_programme(call, form.year));
    if (phase_on(programme, call.district.zone().day_of(call.now)) <= Phase::vote)
        return Refusal{Why::conflict, "works.vote_open", ""};
    if (programme.result == "counted") return Refusal{Why::conflict, "works.counted", ""};
    if (rows::ballots_of(call, form.year) < programme.ballots_least) {
        programme.result = "void";
        rows::put(call, programme);
        return all_of(call, form.year);
    }
    programme.result = "counted";
    rows::put(call, programme);
    for (auto& item : rows::items_of(call, form.year)) {
        if (item.state != WorkState::shortlisted) continue;
        item.votes = rows::votes_for(call, form.year, item.id);
        step(call, item, "count_votes", WorkState::ranked, "");
    }
    return all_of(call, form.year);
}

Result<ProgrammeView> extend_vote(Call& call, ExtendVote const& form) {
    TRY(people::may(call, run_works, people::node(call.district)));
    auto programme = TRY(find_programme(call, form.year));
    if (programme.result != "void" || programme.extended)
        return Refusal{Why::conflict, "works.no_extension", ""};
    auto phases = phases_of(programme);
    auto const today = call.district.zone().day_of(call.now);
    if (form.until <= today) return Refusal{Why::invalid, "works.phases", "", "until"};
    auto const shift = form.until - phases[static_cast<std::size_t>(Phase::congress)].from;
    for (auto& each : phases)
        if (each.phase > Phase::vote) each.from += shift;
    programme.phases = written_phases(phases);
    programme.extended = true;
    programme.result = "open";
    rows::put(call, programme);
    return shown(call, programme);
}

Result<WorksView> announce_works(Call& call, AnnounceWorks const& form) {
    TRY(people::may(call, run_works, people::node(call.district)));
    TRY(need_phase(call, form.year, Phase::announce));
    int announced = 0;
    for (auto& item : rows::items_of(call, form.year)) {
        if (item.state != WorkState::confirmed) continue;
        item.announced_at = call.now;
        step(call, item, "announce_works", WorkState::announced, "");
        ++announced;
    }
    if (announced == 0) return Refusal{Why::conflict, "works.none_confirmed", ""};
    return all_of(call, form.year);
}

}  // namespace banshi::supervision
