#include "systems/aid/visits.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/letters.h"
#include "engines/draws/protocol.h"
#include "engines/people/accounts.h"
#include "engines/record/record.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/selection_rows.h"

namespace banshi::aid {

struct SpotChecksDrawn {  // 抽查
    static constexpr auto kind = "aid.spot_checks";
    record::Mark c;
    int year;
    std::int64_t n, log;
    record::Hash seed;
};
BOOST_DESCRIBE_STRUCT(SpotChecksDrawn, (), (c, year, n, log, seed))

struct VisitRecorded {  // 走访
    static constexpr auto kind = "aid.visit";
    record::Mark v, f, s;
};
BOOST_DESCRIBE_STRUCT(VisitRecorded, (), (v, f, s))

struct ReceiptSaid {  // 受助家庭确认
    static constexpr auto kind = "aid.confirmed";
    record::Mark f, w;
    int year;
    std::int64_t fen;
};
BOOST_DESCRIBE_STRUCT(ReceiptSaid, (), (f, w, year, fen))

namespace {

bool is_chosen(FamilyState state) {
    using enum FamilyState;
    return state == selected || state == active || state == suspended || state == graduated;
}

VisitView shown(Call& call, Visit const& v) {
    auto const family = rows::find_family(call, v.family);
    return {v.number,     v.family,  family ? street_name(call, family->street) : "",
            v.kind,       v.state,   v.year,
            v.planned_on, v.done_on, v.received,
            v.rightly,    v.note,    photos_of(call, v.number)};
}

std::string next_number(Call& call) { return fmt::format("Z{:04}", rows::count_visits(call) + 1); }

std::size_t share_of(std::size_t families, int percent) {
    return (families * static_cast<std::size_t>(percent) + 99) / 100;
}

// The families by number, those who are helped and those who were scored and are not.
std::pair<std::vector<std::string>, std::vector<std::string>> groups(Call& call,
                                                                     std::string const& campaign) {
    std::vector<std::string> chosen, others;
    for (auto const& row : rows::scores(call, campaign)) {
        auto const family = rows::find_family(call, row.family);
        if (family) (is_chosen(family->state) ? chosen : others).push_back(row.family);
    }
    return {chosen, others};
}

void pick(Call& call, DrawSpotChecks const& form, record::Hash const& seed,
          std::vector<std::string> const& families, bool chosen) {
    auto const percent = call.district.policy<Settings>().selection.spot_percent;
    auto picked = draws::winners_of(seed, families, share_of(families.size(), percent));
    std::ranges::sort(picked);
    for (auto const& family : picked) {
        Visit const visit{next_number(call),   form.campaign, family,  VisitKind::spot_check,
                          VisitState::planned, form.year,     form.on, chosen};
        rows::insert(call, visit);
    }
}

SpotGroup group_of(std::vector<Visit> const& visits, bool chosen, std::int64_t families) {
    SpotGroup group{chosen, families, 0, 0, 0};
    for (auto const& visit : visits) {
        if (visit.kind != VisitKind::spot_check || visit.chosen != chosen) continue;
        ++group.picked;
        group.done += visit.state == VisitState::done;
        group.wrong += visit.rightly == false;
    }
    return group;
}

VisitList list_of(Call& call, std::string const& campaign, int year) {
    VisitList list;
    auto const visits = rows::visits(call, campaign, year);
    for (auto const& visit : visits) list.visits.push_back(shown(call, visit));
    if (auto const sample = rows::find_sample(call, campaign, year))
        list.spot_checks = SpotReport{
            year,
            sample->log_size,
            sample->seed,
            {group_of(visits, true, sample->chosen), group_of(visits, false, sample->others)}};
    list.confirmed = rows::confirmed(call, campaign, year);
    return list;
}

Result<void> check_finding(Call& call, Visit const& visit, ReportVisit const& form) {
    if (visit.state != VisitState::planned) return Refusal{Why::conflict, "callback.closed"};
    if (form.on > today(call)) return Refusal{Why::invalid, "callback.day", "", "on"};
    if (!form.done && is_blank(form.note))
        return Refusal{Why::invalid, "callback.note", "", "note"};
    if (!form.done) return {};
    if (visit.kind == VisitKind::follow_up && form.received.value_or(-1) < 0)
        return Refusal{Why::invalid, "callback.received", "", "received"};
    if (visit.kind == VisitKind::spot_check && (!form.rightly || is_blank(form.note)))
        return Refusal{Why::invalid, "callback.finding", "", "note"};
    return {};
}

}  // namespace

Result<VisitView> plan_visit(Call& call, PlanVisit const& form) {
    auto const family = TRY(find_family(call, form.family));
    TRY(may(call, keep_families));
    if (!is_chosen(family.state)) return Refusal{Why::conflict, "callback.not_helped", form.family};
    if (form.on < today(call)) return Refusal{Why::invalid, "callback.day", "", "on"};
    Visit const visit{next_number(call),   family.campaign,  family.number, VisitKind::follow_up,
                      VisitState::planned, year_of(form.on), form.on,       true};
    rows::insert(call, visit);
    return shown(call, visit);
}

Result<VisitView> report_visit(Call& call, ReportVisit const& form) {
    auto visit = rows::find_visit(call, form.visit);
    if (!visit) return Refusal{Why::not_found, "callback.not_found", form.visit};
    TRY(may(call, keep_families));
    TRY(check_finding(call, *visit, form));
    visit->state = form.done ? VisitState::done : VisitState::missed;
    visit->done_on = form.on;
    visit->received = form.received;
    visit->rightly = form.rightly;
    visit->note = form.note;
    rows::update(call, *visit);
    record::append(call, VisitRecorded{visit->number, visit->family,
                                       boost::describe::enum_to_string(visit->state, "")});
    return shown(call, *visit);
}

Result<VisitList> draw_spot_checks(Call& call, DrawSpotChecks const& form) {
    auto const campaign = TRY(find_campaign(call, form.campaign));
    TRY(may(call, choose_families));
    if (rows::find_sample(call, campaign.number, form.year))
        return Refusal{Why::conflict, "callback.drawn", form.campaign};
    auto const [chosen, others] = groups(call, campaign.number);
    if (chosen.empty()) return Refusal{Why::conflict, "callback.nobody"};
    // Everybody can look the root up, and nobody could choose it.
    auto const tip = record::tip(call.tx, call.district.name());
    auto const seed = record::sha256({"banshi-spot-v1", std::string_view("\0", 1), campaign.number,
                                      std::string_view("\0", 1), std::to_string(form.year),
                                      std::string_view("\0", 1), record::text_of(tip.root)});
    pick(call, form, seed, chosen, true);
    pick(call, form, seed, others, false);
    rows::insert(call, campaign.number,
                 {form.year, static_cast<std::int64_t>(tip.size), record::hex(seed),
                  std::ssize(chosen), std::ssize(others)});
    auto const list = list_of(call, campaign.number, form.year);
    record::append(call, SpotChecksDrawn{campaign.number, form.year, std::ssize(list.visits),
                                         static_cast<std::int64_t>(tip.size), seed});
    return list;
}

Result<VisitList> list_visits(Call& call, ListVisits const& form) {
    TRY(may(call, see_families));
    return list_of(call, form.campaign, form.year);
}

Result<ReceiptConfirmed> confirm_receipt(Call& call, ConfirmReceipt const& form) {
    auto const family = TRY(open_family(call, {form.family, form.id_last4}));
    if (!is_chosen(family.state)) return Refusal{Why::conflict, "callback.not_helped", form.family};
    if (form.fen < 0 || form.fen > most_fen)
        return Refusal{Why::invalid, "callback.received", "", "fen"};
    ReceiptConfirmed const said{family.number, form.year, form.fen, form.in_full, call.now};
    rows::put(call, said);
    record::append(
        call, ReceiptSaid{said.family, said.in_full ? "in_full" : "short", said.year, said.fen});
    return said;
}

std::string photos_about(std::string const& visit) { return "aid_visit/" + visit; }

std::vector<PhotoView> photos_of(Call& call, std::string const& visit) {
    std::vector<PhotoView> photos;
    for (auto const& photo : files::list_about(call, photos_about(visit))) {
        auto const account = people::find_account(call, AccountId{photo.uploader});
        photos.push_back(
            {photo.id, photo.at, account ? account->name : "", photo.uploader == call.actor.id()});
    }
    return photos;
}

}  // namespace banshi::aid
