#include "systems/sign_on/sign_on.h"

#include <gtest/gtest.h>

#include "engines/notices/gateway_for_test.h"
#include "engines/notices/http_post.h"
#include "engines/people/accounts.h"
#include "engines/people/second_factor.h"
#include "engines/people/second_factor_rows.h"
#include "engines/people/totp.h"
#include "engines/people/world_for_test.h"
#include "systems/sign_on/attempt.h"

namespace banshi::sign_on {

using namespace std::chrono_literals;

namespace {

// A district with a CAS server that gives the answers it is told.
class SignOnTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        people::use_password_cost(people::PasswordCost::least);
        district.set(notices::Outside{});
        use("http://127.0.0.1:1/cas");
        wang = account("wang", "clerk");
        boss = account("boss", "admin");
        actor = {Actor::Kind::staff, boss, {}, "boss", {{manage, "/xinqu"}, {see_log, "/xinqu"}}};
    }
    void use(std::string const& url, Factor factor = Factor::ours) {
        district.set(Settings{{{"campus", Protocol::cas, "单位", "office", url, {}, {}, factor}}});
    }
    AccountId account(std::string const& login, std::string const& role) {
        return write([&](Call& call) {
                   return people::create_account(call, {people::AccountKind::staff,
                                                        login,
                                                        login,
                                                        "a good password",
                                                        {{role, "/xinqu"}}});
               })
            .value();
    }
    static notices::Reply says(std::string const& user) {
        return {200, "<serviceResponse><authenticationSuccess><user>" + user +
                         "</user></authenticationSuccess></serviceResponse>"};
    }
    FinishSignOn begun() {
        Attempt const attempt = write([](Call& call) { return fresh_attempt(call, "campus"); });
        return {write([&](Call& call) { return sealed(attempt, call.random); }), attempt.state,
                "ST-1"};
    }
    std::string finish(FinishSignOn const& form) {
        write([&](Call& call) {
            prepare_finish(call, form);
            return true;
        });
        return outcome([&](Call& call) { return finish_sign_on(call, form); });
    }
    std::string link(std::string const& subject, AccountId const& whose) {
        return outcome([&](Call& call) { return link_identity(call, {whose, "campus", subject}); });
    }

    // The secret that its app holds, from now on.
    std::string set_up_factor(AccountId const& whose) {
        auto const before = std::exchange(actor, {Actor::Kind::staff, whose, {}, "wang", {}});
        write([](Call& call) {
            return people::begin_second_factor(call, "a good password");
        }).value();
        auto const secret = write([&](Call& call) {
            return people::unseal(
                people::rows::find_factor(call.tx, district, whose).value().secret);
        });
        auto const code = people::code_of_step(secret, people::step_of(now));
        write([&](Call& call) { return people::confirm_second_factor(call, code); }).value();
        actor = before;
        return secret;
    }
    std::vector<Grant> rights_after(FinishSignOn const& form) {
        write([&](Call& call) {
            prepare_finish(call, form);
            return true;
        });
        auto const token =
            write([&](Call& call) { return finish_sign_on(call, form); }).value().token.value();
        return write([&](Call& call) { return people::actor_of(call.tx, district, token, now); })
            .value()
            .actor.grants;
    }

    AccountId wang, boss;
};

}  // namespace

TEST_P(SignOnTest, OpensOneSessionForWhoIsLinked) {
    notices::FakeGateway cas({says("0417"), says("0417")});
    use(cas.url);
    EXPECT_EQ(finish(begun()), "sign_on.unknown_identity");
    EXPECT_EQ(link("0417", wang), "ok");
    auto const form = begun();
    EXPECT_EQ(finish(form), "ok");
    EXPECT_EQ(finish(form), "sign_on.used");
}

TEST_P(SignOnTest, AnotherBrowsersAnswerOpensNothing) {
    auto const mine = begun(), theirs = begun();
    EXPECT_EQ(finish({mine.attempt, theirs.state, "ST-1"}), "sign_on.not_begun");
    EXPECT_EQ(finish({"", theirs.state, "ST-1"}), "sign_on.not_begun");
    EXPECT_EQ(finish({mine.attempt + "A", mine.state, "ST-1"}), "sign_on.not_begun");
    now += 10min;
    EXPECT_EQ(finish(mine), "sign_on.expired");
}

TEST_P(SignOnTest, WhatGoesWrongOverThereIsSaid) {
    notices::FakeGateway cas({{200,
                               "<serviceResponse><authenticationFailure code='X'/>"
                               "</serviceResponse>"},
                              {200, "<html>"},
                              {500, ""}});
    use(cas.url);
    EXPECT_EQ(finish(begun()), "sign_on.bad_ticket");
    EXPECT_EQ(finish(begun()), "sign_on.bad_token");
    EXPECT_EQ(finish(begun()), "sign_on.bad_provider");
    use("http://127.0.0.1:1/cas");
    EXPECT_EQ(finish(begun()), "sign_on.unreachable");
    auto declined = begun();
    declined.error = "access_denied";
    EXPECT_EQ(finish(declined), "sign_on.declined");
}

TEST_P(SignOnTest, WhoWasSwitchedOffStaysOut) {
    notices::FakeGateway cas({says("0417")});
    use(cas.url);
    EXPECT_EQ(link("0417", wang), "ok");
    write([&](Call& call) { return people::set_active(call, wang, false); }).value();
    EXPECT_EQ(finish(begun()), "account.inactive");
}

TEST_P(SignOnTest, AnIdentityIsOneAccountsAndNobodyLinksTheOwn) {
    EXPECT_EQ(link("0417", wang), "ok");
    EXPECT_EQ(link(" 0417 ", account("li", "clerk")), "sign_on.taken");
    EXPECT_EQ(link("0418", boss), "account.own");
    EXPECT_EQ(link(" ", wang), "sign_on.subject_missing");
    auto const unlink = [&](Call& call) { return unlink_identity(call, {wang, "campus", "0417"}); };
    EXPECT_EQ(outcome(unlink), "ok");
    EXPECT_EQ(outcome(unlink), "sign_on.no_link");
    auto const deeds = write([](Call& call) { return list_sign_ons(call, {}); }).value().deeds;
    ASSERT_EQ(deeds.size(), 2u);
    EXPECT_TRUE(std::ranges::all_of(deeds, [](auto const& each) { return each.by == "boss"; }));
    actor.grants = {{manage, "/xinqu/hall-1"}};
    EXPECT_NE(link("0419", wang), "ok");
}

TEST_P(SignOnTest, OurSecondFactorIsAskedForAfterTheirLogIn) {
    notices::FakeGateway cas({says("0417")});
    use(cas.url);
    EXPECT_EQ(link("0417", wang), "ok");
    auto const secret = set_up_factor(wang);
    now += 1min;
    auto form = begun();
    EXPECT_EQ(finish(form), "account.code_needed");
    form.second_factor = "000000";
    EXPECT_EQ(finish(form), "account.wrong_code");
    form.second_factor = people::code_of_step(secret, people::step_of(now));
    EXPECT_EQ(finish(form), "ok");
    EXPECT_EQ(finish(form), "sign_on.used");
}

TEST_P(SignOnTest, TheirSecondFactorIsEnoughWhereTheDistrictSaysSo) {
    notices::FakeGateway cas({says("0417"), says("0417")});
    district.set(people::SecondFactorRules{{"clerk"}});
    use(cas.url, Factor::theirs);
    EXPECT_EQ(link("0417", wang), "ok");
    EXPECT_FALSE(rights_after(begun()).empty());
    use(cas.url, Factor::ours);
    EXPECT_TRUE(rights_after(begun()).empty());  // until it is set up
}

INSTANTIATE_TEST_SUITE_P(Both, SignOnTest, people::both_databases(), people::database_name);

}  // namespace banshi::sign_on
