#include <iostream>
#include <sstream>

#include "cli/new_city_for_test.h"
#include "engines/people/accounts.h"
#include "engines/people/keys.h"
#include "engines/people/second_factor.h"
#include "engines/people/second_factor_rows.h"
#include "engines/people/totp.h"

namespace banshi::cli {
namespace {

constexpr auto password = "a good password";

// A new city with one administrator.
class UserCommand : public NewCity {
protected:
    UserCommand() : NewCity("banshi-user") {
        std::istringstream typed(std::string(password) + "\n");
        auto* const keyboard = std::cin.rdbuf(typed.rdbuf());
        EXPECT_EQ(user(here, {"add", "test", "boss", "", "admin", "", "", "", false, false}), done);
        std::cin.rdbuf(keyboard);
    }

    int act(std::string const& action, std::string const& login) {
        return user(here, {action, "test", login, "", "", "", "", "", false, false});
    }

    // What the deed yields in the district's database.
    template <class Deed>
    auto ask(Deed const& deed) {
        auto const city = open_city(here);
        auto const store = open_database(here);
        std::optional<decltype(deed(std::declval<Call&>()))> out;
        store->write_now([&](Transaction& tx) {
            Call call{actor, here.now(),      city.districts.front().district,
                      tx,    system_random(), city.texts};
            out = deed(call);
            return true;
        });
        return *std::move(out);
    }

    void set_up_factor() {
        actor = {Actor::Kind::staff, {}, {}, "", {}};
        actor.account = ask([](Call& call) { return people::find_account(call, "boss")->id; });
        auto const codes = ask([&](Call& call) -> Result<std::vector<std::string>> {
            auto const begun = people::begin_second_factor(call, password);
            EXPECT_TRUE(begun);
            auto const factor = people::rows::find_factor(call.tx, call.district, actor.account);
            auto const secret = people::unseal(factor->secret);
            return people::confirm_second_factor(
                call, people::code_of_step(secret, people::step_of(call.now)));
        });
        ASSERT_TRUE(codes);
    }

    std::string log_in() {
        return ask([](Call& call) {
            auto const session = people::log_in(call, "boss", password);
            return session ? std::string("ok") : session.refusal().text;
        });
    }

    Actor actor{};
};

TEST_F(UserCommand, HelpsTheOnlyAdministratorWhoLostThePhone) {
    EXPECT_EQ(log_in(), "ok");
    set_up_factor();
    EXPECT_EQ(log_in(), "account.code_needed");
    EXPECT_EQ(act("factor-off", "boss"), done);
    EXPECT_EQ(log_in(), "ok");
}

TEST_F(UserCommand, TakesNothingFromWhoIsNotThere) {
    set_up_factor();
    EXPECT_EQ(act("factor-off", "nobody"), failed);
    EXPECT_EQ(log_in(), "account.code_needed");
}

}  // namespace
}  // namespace banshi::cli
