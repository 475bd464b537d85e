#include "engines/matters/follower_rows.h"
#include "engines/people/keys.h"
#include "store/store.h"

namespace banshi::matters::rows {

void put(Call& call, MatterId const& matter, Follower const& follower) {
    call.tx.run(
        "INSERT INTO matter_followers (district, matter, account, phone, language, since) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (district, matter, account) DO UPDATE SET "
        "phone = excluded.phone, language = excluded.language",
        call.district.name(), matter, follower.account, people::seal(follower.phone, call.random),
        follower.language, call.now);
}

void drop_follower(Call& call, MatterId const& matter, AccountId const& account) {
    call.tx.run("DELETE FROM matter_followers WHERE district = ? AND matter = ? AND account = ?",
                call.district.name(), matter, account);
}

void drop_followers(Call& call, MatterId const& matter) {
    call.tx.run("DELETE FROM matter_followers WHERE district = ? AND matter = ?",
                call.district.name(), matter);
}

std::vector<Follower> followers_of(Call& call, MatterId const& matter) {
    auto all = call.tx.all<Follower>(
        "SELECT account, phone, language FROM matter_followers "
        "WHERE district = ? AND matter = ? ORDER BY account",
        call.district.name(), matter);
    for (auto& each : all) each.phone = people::unseal(each.phone);
    return all;
}

std::vector<MatterId> followed_by(Call& call, AccountId const& account) {
    return call.tx.all<MatterId>(
        "SELECT matter FROM matter_followers WHERE district = ? AND account = ? "
        "ORDER BY since DESC, matter LIMIT 200",
        call.district.name(), account);
}

}  // namespace banshi::matters::rows
