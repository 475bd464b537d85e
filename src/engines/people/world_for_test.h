#pragma once
// A small world for the tests of people and of what stands on them: one district, one store,
// fixed keys. Runs on SQLite always, on PostgreSQL where BANSHI_POSTGRES names one to be emptied.

#include <gtest/gtest.h>
#include <unistd.h>

#include "engines/people/keys.h"
#include "engines/people/policy.h"
#include "store/database_for_test.h"
#include "store/store.h"

namespace banshi::people {

inline Policy policy_for_test() {
    return {{10, 5, 15, 15},
            {30, 12, 30, 365},
            {5, 5, 60, 10},
            {{"clerk", "Clerk", "Clerk", {"hall.call_tickets", "hall.see_window"}},
             {"admin", "Admin", "Admin", {"accounts.manage", "accounts.see_log"}},
             {"kiosk", "Kiosk", "Kiosk", {"hall.check_in"}}}};
}

class World : public testing::TestWithParam<char const*> {
protected:
    void SetUp() override {
        if (!database_.find(GetParam())) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
        SeededRandom chance(7);
        use_keys(fresh_keys(chance));
        district.set(policy_for_test());
        store = open_emptied_store({database_.address(), 8, false});
        address = database_.address();
    }
    void TearDown() override { store.reset(); }

    // Does the deed as `actor` at `now`, keeping its rows as the server would.
    template <class Deed>
    auto write(Deed const& deed) {
        std::optional<std::invoke_result_t<Deed, Call&>> out;
        store->write_now([&](Transaction& tx) {
            Call call{actor, now, district, tx, system_random(), texts};
            out.emplace(deed(call));
            if constexpr (requires { out->refusal(); })
                return bool(*out) || out->refusal().keeps;
            else
                return true;
        });
        return std::move(*out);
    }
    // The code of the refusal, or "ok".
    template <class Deed>
    std::string outcome(Deed const& deed) {
        auto const result = write(deed);
        return result ? "ok" : result.refusal().text;
    }

    District district{"xinqu", Zone("Asia/Shanghai"), std::make_shared<WorkCalendar>()};
    Texts texts;
    Actor actor;
    Instant now = *read_instant("2026-11-25T09:00:00+08:00");
    std::unique_ptr<Store> store;
    std::string address;  // of its database

private:
    TestDatabase database_;
};

inline auto both_databases() { return testing::Values("sqlite", "postgres"); }
inline std::string database_name(testing::TestParamInfo<char const*> const& info) {
    return info.param;
}

}  // namespace banshi::people
