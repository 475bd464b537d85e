#include "systems/aid/pairing_money.h"

#include <algorithm>

#include "systems/aid/fund_rows.h"
#include "systems/aid/pairing.h"

namespace banshi::aid {

namespace {

// What the share still needs for the year.
Fen open_for(Call& call, Pairing const& pairing, PairingShare const& share, int year) {
    Fen open = share.fen_per_year;
    for (auto const& each : rows::allocations_for(call, pairing.family, year))
        if (each.pairing == pairing.number && each.donor == share.donor) open -= each.fen;
    return open;
}

Fen free_of_donor(Call& call, std::string const& donor) {
    auto const all = unallocated_by_donor(call);
    auto const found = std::ranges::find(all, donor, &DonorFen::donor);
    return found == all.end() ? 0 : found->fen;
}

}  // namespace

Result<PairingsAllocated> allocate_pairings(Call& call, AllocatePairings const& form) {
    TRY(may(call, keep_money));
    auto const campaign = TRY(campaign_in(call, {}, form.year));
    PairingsAllocated done;
    for (auto const& pairing : rows::pairings(call, campaign.number)) {
        if (pairing.state != PairingState::active) continue;
        for (auto const& share : rows::shares(call, pairing.number)) {
            auto const fen = open_for(call, pairing, share, form.year);
            if (fen <= 0) continue;
            if (free_of_donor(call, share.donor) < fen) {
                done.lacking.push_back(pairing.number);
                continue;
            }
            auto const made =
                TRY(allocate(call, {pairing.family, form.year, fen, share.donor, pairing.number}));
            done.allocations.push_back({made.number, made.family, made.year, made.fen, made.hold});
        }
    }
    return done;
}

}  // namespace banshi::aid
