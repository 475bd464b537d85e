#include "store/store.h"
#include "systems/privacy/erasure_rows.h"

namespace banshi::privacy::rows {

namespace {

constexpr Words columns{"number, account, person, asked_at, decided_at, granted, why, trace"};

template <Words Where>
constexpr auto select =
    join<Words{"SELECT "}, columns, Words{" FROM privacy_erasures WHERE district = ? AND "}, Where>;

}  // namespace

std::int64_t last_number(Call& call) {
    return call.tx
        .one<std::int64_t>(
            "SELECT number FROM privacy_erasures WHERE district = ? ORDER BY number DESC LIMIT 1",
            call.district.name())
        .value_or(0);
}

void insert(Call& call, Erasure const& one) {
    call.tx.run(
        "INSERT INTO privacy_erasures (district, number, account, person, asked_at, decided_by, "
        "granted, why) VALUES (?, ?, ?, ?, ?, '', 0, '')",
        call.district.name(), one.number, one.account, one.person, one.asked_at);
}

void decide(Call& call, Erasure const& one) {
    call.tx.run(
        "UPDATE privacy_erasures SET decided_at = ?, decided_by = ?, granted = ?, why = ?, "
        "trace = ? WHERE district = ? AND number = ?",
        one.decided_at, call.actor.account, one.granted, one.why, one.trace, call.district.name(),
        one.number);
}

std::optional<Erasure> find(Call& call, std::int64_t number) {
    return call.tx.one<Erasure>(select<"number = ?">, call.district.name(), number);
}

std::optional<Erasure> newest_of(Call& call, AccountId const& account) {
    return call.tx.one<Erasure>(select<"account = ? ORDER BY number DESC LIMIT 1">,
                                call.district.name(), account);
}

std::vector<Erasure> undecided(Call& call, int limit) {
    return call.tx.all<Erasure>(select<"decided_at IS NULL ORDER BY number LIMIT ?">,
                                call.district.name(), limit);
}

std::vector<Erasure> granted(Call& call) {
    return call.tx.all<Erasure>(select<"granted = 1 AND trace IS NOT NULL ORDER BY number">,
                                call.district.name());
}

}  // namespace banshi::privacy::rows
