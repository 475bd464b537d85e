#include "engines/ledger/transfer.h"

#include <fmt/format.h>

#include <algorithm>

namespace banshi::ledger {

std::string number_text(std::int64_t number) { return fmt::format("T{:06}", number); }

bool grows_by_debit(Nature nature) { return nature == Nature::asset || nature == Nature::expense; }

Fen total(Nature nature, Balance const& balance) {
    auto const more = balance.debits - balance.credits;
    return grows_by_debit(nature) ? more : -more;
}

Fen free_of(Nature nature, Balance const& balance) {
    return total(nature, balance) -
           (grows_by_debit(nature) ? balance.credits_held : balance.debits_held);
}

Sides sides_of(Account const& debit, Account const& credit) {
    Sides sides;
    (grows_by_debit(debit.nature) ? sides.gives : sides.takes).push_back(&debit);
    (grows_by_debit(credit.nature) ? sides.takes : sides.gives).push_back(&credit);
    return sides;
}

std::optional<std::vector<Part>> oldest_first(std::vector<Part> const& free, Fen fen) {
    std::vector<Part> taken;
    for (auto const& part : free) {
        if (fen == 0) break;
        auto const some = std::min(part.fen, fen);
        if (some <= 0) continue;
        taken.push_back({part.lot, some});
        fen -= some;
    }
    if (fen != 0) return {};
    return taken;
}

void book(Transfer const& transfer, std::map<std::string, Balance>& balances) {
    auto& debit = balances[transfer.debit];
    auto& credit = balances[transfer.credit];
    bool const resolves = transfer.phase == Phase::settled || transfer.phase == Phase::released;
    if (transfer.phase == Phase::held || resolves) {
        auto const change = resolves ? -transfer.fen : transfer.fen;
        debit.debits_held += change;
        credit.credits_held += change;
    }
    if (!transfer.moves()) return;
    debit.debits += transfer.fen;
    credit.credits += transfer.fen;
}

}  // namespace banshi::ledger
