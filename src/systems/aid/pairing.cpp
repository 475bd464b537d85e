#include "systems/aid/pairing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "base/letters.h"
#include "engines/record/record.h"
#include "systems/aid/family_rows.h"
#include "systems/aid/relatives.h"

namespace banshi::aid {

struct PairingPlanned {  // 结对方案
    static constexpr auto kind = "aid.pairings_planned";
    record::Mark c, how;
    std::int64_t n, shares, unallocated, missing;
};
BOOST_DESCRIBE_STRUCT(PairingPlanned, (), (c, how, n, shares, unallocated, missing))

struct PairingMoved {  // 结对
    static constexpr auto kind = "aid.pairing";
    record::Mark l, f, s;
};
BOOST_DESCRIBE_STRUCT(PairingMoved, (), (l, f, s))

namespace {

bool lives(Pairing const& pairing) {
    return pairing.state == PairingState::proposed || pairing.state == PairingState::agreed ||
           pairing.state == PairingState::active;
}

void record_state(Call& call, Pairing const& pairing) {
    record::append(call, PairingMoved{pairing.number, pairing.family,
                                      boost::describe::enum_to_string(pairing.state, "")});
}

Fen sum(std::vector<PairingShare> const& shares) {
    Fen fen = 0;
    for (auto const& share : shares) fen += share.fen_per_year;
    return fen;
}

Result<PairingView> view_of(Call& call, Pairing const& pairing) {
    auto const family = TRY(find_family(call, pairing.family));
    auto const campaign = TRY(find_campaign(call, pairing.campaign));
    auto shares = rows::shares(call, pairing.number);
    auto const fen = sum(shares);
    return PairingView{pairing.number,
                       pairing.family,
                       street_name(call, family.street),
                       pairing.state,
                       pairing.family_agreed_at.has_value(),
                       std::move(shares),
                       fen,
                       campaign.fen_a_family,
                       pairing.why};
}

std::pair<Day, Day> first_year(Campaign const& campaign) {
    auto const year = std::to_string(campaign.first_year);
    return {*read_day(year + "-01-01"), *read_day(year + "-12-31")};
}

// What each donor means to give in a year and is not bound by a pairing that people agreed to.
std::vector<Supply> supplies(Call& call, Campaign const& campaign) {
    auto const [from, to] = first_year(campaign);
    auto const bound = rows::shared(call, campaign.number);
    auto const wishes = rows::wishes(call);
    std::vector<Supply> out;
    for (auto supply : rows::pledged(call, campaign.number, from, to)) {
        if (auto const taken = bound.find(supply.donor); taken != bound.end())
            supply.fen -= taken->second;
        auto const wish = std::ranges::find(wishes, supply.donor, &Supply::donor);
        if (wish != wishes.end()) {
            supply.street = wish->street;
            supply.pupil = wish->pupil;
            supply.most = wish->most;
        }
        if (supply.fen > 0) out.push_back(std::move(supply));
    }
    return out;
}

bool has_pairing(Call& call, std::string const& family) {
    return std::ranges::any_of(rows::pairings_of_family(call, family), lives);
}

std::vector<Demand> demands(Call& call, Campaign const& campaign) {
    std::vector<Demand> out;
    for (auto const state : {FamilyState::selected, FamilyState::active})
        for (auto const& family : rows::families_in(call, campaign.number, state))
            if (!has_pairing(call, family.number))
                out.push_back({family.number, campaign.fen_a_family, family.street.text,
                               facts_of(family).pupils > 0});
    std::ranges::sort(out, {}, &Demand::family);
    return out;
}

// By hand, and those of relatives.
std::set<Pair> forbidden_pairs(Call& call, std::vector<Supply> const& donors) {
    std::set<Pair> pairs;
    for (auto const& pair : rows::forbidden(call)) pairs.insert({pair.donor, pair.family});
    for (auto const& supply : donors)
        for (auto const& family : families_related_to(call, supply.donor))
            pairs.insert({supply.donor, family});
    return pairs;
}

Result<Pairing> find_pairing(Call& call, std::string const& number) {
    auto pairing = rows::find_pairing(call, number);
    if (!pairing) return Refusal{Why::not_found, "pairing.not_found", number};
    return std::move(*pairing);
}

Result<Pairing> find_open(Call& call, std::string const& number) {
    auto pairing = TRY(find_pairing(call, number));
    if (pairing.state == PairingState::proposed || pairing.state == PairingState::agreed)
        return pairing;
    return Refusal{Why::conflict, "pairing.wrong_state", number};
}

Result<PairingList> list_of(Call& call, Campaign const& campaign) {
    PairingList list{{}, 0, 0};
    for (auto const& pairing : rows::pairings(call, campaign.number)) {
        list.pairings.push_back(TRY(view_of(call, pairing)));
        if (lives(pairing)) list.missing += list.pairings.back().needed - list.pairings.back().fen;
    }
    for (auto const& supply : supplies(call, campaign)) list.unallocated += supply.fen;
    list.missing += static_cast<Fen>(demands(call, campaign).size()) * campaign.fen_a_family;
    for (auto const& wish : rows::wishes(call)) {
        auto const street = wish.street.empty() ? "" : street_name(call, {wish.street});
        list.wishes.push_back({wish.donor, street, wish.pupil, wish.most});
    }
    list.forbidden = rows::forbidden(call);
    return list;
}

void keep_plan(Call& call, Campaign const& campaign, PairingPlan const& plan) {
    auto serial = rows::last_pairing(call, campaign.number);
    std::map<std::string, std::string> numbers;
    for (auto const& share : plan.shares) {
        auto& number = numbers[share.family];
        if (number.empty()) {
            number = fmt::format("L{}-{:04}", campaign.number, ++serial);
            rows::insert(
                call,
                {number, campaign.number, share.family, PairingState::proposed, call.now, {}, ""});
        }
        rows::put_share(call, number, {share.donor, share.fen, {}});
    }
}

// Each donor's other pairings stand; what is left of the pledge must cover the new share.
Result<void> may_share(Call& call, Campaign const& campaign, Pairing const& pairing,
                       std::vector<ShareForm> const& shares) {
    auto const [from, to] = first_year(campaign);
    auto bound = rows::shared(call, campaign.number);
    for (auto const& own : rows::shares(call, pairing.number)) bound[own.donor] -= own.fen_per_year;
    auto const pledged = rows::pledged(call, campaign.number, from, to);
    auto const forbidden = forbidden_pairs(call, pledged);
    Fen fen = 0;
    for (auto const& share : shares) {
        if (share.fen_per_year <= 0) return Refusal{Why::invalid, "pairing.share", share.donor};
        if (forbidden.contains({share.donor, pairing.family}))
            return Refusal{Why::forbidden,
                           "pairing.forbidden",
                           share.donor,
                           "shares",
                           {{"donor", share.donor}}};
        auto const supply = std::ranges::find(pledged, share.donor, &Supply::donor);
        auto const left = (supply == pledged.end() ? 0 : supply->fen) - bound[share.donor];
        if (share.fen_per_year > left)
            return Refusal{
                Why::conflict,
                "pairing.donor_short",
                share.donor,
                "shares",
                {{"donor", share.donor}, {"yuan", written_yuan(share.fen_per_year - left)}}};
        bound[share.donor] += share.fen_per_year;
        fen += share.fen_per_year;
    }
    if (fen > campaign.fen_a_family)
        return Refusal{Why::conflict, "pairing.too_much", pairing.family, "shares"};
    return {};
}

}  // namespace

Result<void> check_wish(Call& call, PutWish const& form) {
    if (form.families && *form.families < 1)
        return Refusal{Why::invalid, "pairing.families", form.donor, "families"};
    auto const street = form.street.value_or("");
    if (street.empty()) return {};
    auto const org = people::find_org(call, {street});
    if (org && org->kind == people::OrgKind::street) return {};
    return Refusal{Why::invalid, "pairing.street", street, "street"};
}

Result<PairingList> put_wish(Call& call, PutWish const& form) {
    TRY(may(call, keep_families));
    auto const donor = TRY(find_donor(call, form.donor));
    TRY(check_wish(call, form));
    rows::put_wish(call, {donor.number, form.street, form.pupil, form.families});
    return list_of(call, TRY(find_campaign(call, {})));
}

Result<PairingList> forbid_pair(Call& call, ForbidPair const& form) {
    TRY(may(call, keep_families));
    auto const donor = TRY(find_donor(call, form.donor));
    auto const family = TRY(find_family(call, form.family));
    if (is_blank(form.why)) return Refusal{Why::invalid, "pairing.reason_missing", "", "why"};
    rows::forbid(call, {donor.number, family.number, form.why});
    return list_of(call, TRY(find_campaign(call, family.campaign)));
}

Result<PairingsPlanned> propose_pairings(Call& call, OfCampaign const& form) {
    auto const campaign = TRY(find_campaign(call, form.campaign));
    TRY(may(call, keep_families));
    rows::remove_proposals(call, campaign.number);
    auto const money = supplies(call, campaign);
    auto const families = demands(call, campaign);
    if (families.empty()) return Refusal{Why::conflict, "pairing.nobody", campaign.number};
    auto const forbidden = forbidden_pairs(call, money);
    auto const plan = plan_pairs(money, families, forbidden);
    CHECK(wrong_with(plan, money, families, forbidden).empty());
    keep_plan(call, campaign, plan);
    PairingsPlanned out{0, std::ssize(plan.shares), plan.unallocated, plan.missing, plan.by_flow,
                        {}};
    for (auto const& pairing : rows::pairings(call, campaign.number))
        if (pairing.state == PairingState::proposed)
            out.pairings.push_back(TRY(view_of(call, pairing)));
    out.families = std::ssize(out.pairings);
    record::append(call, PairingPlanned{campaign.number, plan.by_flow ? "flow" : "order",
                                        out.families, out.shares, plan.unallocated, plan.missing});
    return out;
}

Result<PairingView> change_pairing(Call& call, ChangePairing const& form) {
    auto pairing = TRY(find_open(call, form.pairing));
    TRY(may(call, keep_families));
    if (is_blank(form.why)) return Refusal{Why::invalid, "pairing.reason_missing", "", "why"};
    auto const campaign = TRY(find_campaign(call, pairing.campaign));
    TRY(may_share(call, campaign, pairing, form.shares));
    rows::remove_shares(call, pairing.number);
    for (auto const& share : form.shares)
        rows::put_share(call, pairing.number, {share.donor, share.fen_per_year, {}});
    pairing.state = PairingState::proposed;
    pairing.family_agreed_at.reset();
    pairing.why = form.why;
    rows::update(call, pairing);
    record::append(call, PairingMoved{pairing.number, pairing.family, "changed"});
    return view_of(call, pairing);
}

Result<PairingView> agree_pairing(Call& call, AgreePairing const& form) {
    auto pairing = TRY(find_open(call, form.pairing));
    TRY(may(call, keep_families));
    auto shares = rows::shares(call, pairing.number);
    if (!form.donor) {
        pairing.family_agreed_at = call.now;
    } else {
        auto const share = std::ranges::find(shares, *form.donor, &PairingShare::donor);
        if (share == shares.end()) return Refusal{Why::not_found, "donor.not_found", *form.donor};
        share->agreed_at = call.now;
        rows::put_share(call, pairing.number, *share);
    }
    auto const all = std::ranges::all_of(shares, [](auto const& it) { return bool(it.agreed_at); });
    if (all && pairing.family_agreed_at) pairing.state = PairingState::agreed;
    rows::update(call, pairing);
    if (pairing.state == PairingState::agreed) record_state(call, pairing);
    return view_of(call, pairing);
}

Result<PairingView> begin_pairing(Call& call, OfPairing const& form) {
    auto pairing = TRY(find_pairing(call, form.pairing));
    TRY(may(call, keep_families));
    if (pairing.state != PairingState::agreed)
        return Refusal{Why::conflict, "pairing.not_agreed", form.pairing};
    // All that a donor promised to living pairings must have come in: nothing is called done on a
    // promise.
    auto const bound = rows::shared(call, pairing.campaign);
    for (auto const& share : rows::shares(call, pairing.number)) {
        auto const lacks =
            std::min(share.fen_per_year,
                     bound.at(share.donor) - rows::received(call, pairing.campaign, share.donor));
        if (lacks > 0)
            return Refusal{Why::conflict,
                           "pairing.no_money",
                           share.donor,
                           "",
                           {{"donor", share.donor}, {"yuan", written_yuan(lacks)}}};
    }
    pairing.state = PairingState::active;
    rows::update(call, pairing);
    record_state(call, pairing);
    return view_of(call, pairing);
}

Result<PairingView> end_pairing(Call& call, EndPairing const& form) {
    auto pairing = TRY(find_pairing(call, form.pairing));
    TRY(may(call, keep_families));
    if (!lives(pairing)) return Refusal{Why::conflict, "pairing.wrong_state", form.pairing};
    if (is_blank(form.why)) return Refusal{Why::invalid, "pairing.reason_missing", "", "why"};
    pairing.state = form.replace ? PairingState::replaced : PairingState::ended;
    pairing.why = form.why;
    rows::update(call, pairing);
    record_state(call, pairing);
    return view_of(call, pairing);
}

Result<PairingList> list_pairings(Call& call, OfCampaign const& form) {
    TRY(may(call, see_families));
    return list_of(call, TRY(find_campaign(call, form.campaign)));
}

Result<PairingList> see_my_pairings(Call& call, OpenPairings const& form) {
    auto const donor = TRY(open_donor(call, form.donor, form.code));
    auto const campaign = TRY(find_campaign(call, {}));
    PairingList list{{}, 0, 0};
    for (auto const& pairing : rows::pairings(call, campaign.number)) {
        auto view = TRY(view_of(call, pairing));
        // The other donors of the family are not this donor's business.
        std::erase_if(view.shares, [&](auto const& share) { return share.donor != donor.number; });
        if (view.shares.empty()) continue;
        view.fen = sum(view.shares);
        list.pairings.push_back(std::move(view));
    }
    return list;
}

FamilyDonors donors_of(Call& call, std::string const& family) {
    FamilyDonors out;
    for (auto const& pairing : rows::pairings_of_family(call, family)) {
        if (pairing.state != PairingState::active) continue;
        for (auto const& share : rows::shares(call, pairing.number)) {
            auto const donor = find_donor(call, share.donor);
            if (!donor || donor.value().anonymous)
                ++out.anonymous;
            else
                out.names.push_back(donor.value().name);
        }
    }
    return out;
}

}  // namespace banshi::aid
