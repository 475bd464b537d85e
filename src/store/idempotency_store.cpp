#include "store/idempotency.h"
#include "store/store.h"

namespace banshi::idempotency {

using namespace std::chrono_literals;

std::optional<Kept> find(Call& call, std::string const& key) {
    return call.tx.one<Kept>(
        "SELECT request, answer FROM idempotency "
        "WHERE district = ? AND actor = ? AND key = ? AND at > ?",
        call.district.name(), call.actor.id(), key, call.now - 24h);
}

void keep(Call& call, std::string const& key, Kept const& kept) {
    call.tx.run(
        "INSERT INTO idempotency (district, actor, key, request, answer, at) "
        "VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, actor, key) DO UPDATE SET request = excluded.request, "
        "answer = excluded.answer, at = excluded.at",
        call.district.name(), call.actor.id(), key, kept.request, kept.answer, call.now);
}

void forget_old(Call& call, int limit) {
    call.tx.run(
        "DELETE FROM idempotency WHERE district = ? AND key IN "
        "(SELECT key FROM idempotency WHERE district = ? AND at <= ? LIMIT ?) AND at <= ?",
        call.district.name(), call.district.name(), call.now - 24h, limit, call.now - 24h);
}

}  // namespace banshi::idempotency
