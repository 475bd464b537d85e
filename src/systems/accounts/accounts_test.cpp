#include "systems/accounts/accounts.h"

#include <gtest/gtest.h>

#include "engines/people/people.h"
#include "engines/people/second_factor.h"
#include "engines/people/world_for_test.h"
#include "systems/accounts/settings.h"
#include "systems/accounts/system.h"

namespace banshi::accounts {

using namespace std::chrono_literals;

// Plays the deeds through the routes, so that shape, right and rule are all in play.
class AccountsTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        people::use_password_cost(people::PasswordCost::least);
        district.set(notices::Policy{{22h}, {7h}, 600, 100, 3});
        district.set(notices::ShortMessages::demo_outbox);
        texts.add(Language::zh, "[notice.session]\ncode = \"{code}\"\n", "zh");
        write([&](Call& call) { return people_.establish(call); }).value();
        admin_ = write([](Call& call) {
                     return people::create_account(call, {people::AccountKind::staff,
                                                          "admin",
                                                          "Admin",
                                                          "admin's password",
                                                          {{"admin", "/xinqu"}}});
                 }).value();
    }
    Result<Answer> play(std::string const& verb, json::object const& request) {
        for (auto const& route : people_.routes)
            if (route.deed.verb == verb)
                return write([&](Call& call) {
                    return route.deed.serve(call, request, shape::Source::json);
                });
        throw std::logic_error("no deed " + verb);
    }
    std::string outcome(std::string const& verb, json::object const& request) {
        auto const result = play(verb, request);
        return result ? "ok" : result.refusal().text;
    }
    json::object answer(std::string const& verb, json::object const& request) {
        auto const result = play(verb, request);
        EXPECT_TRUE(result) << verb << ": " << (result ? "" : result.refusal().text);
        return result ? result.value().body.as_object() : json::object{};
    }
    // From now on the actor is who holds this token.
    void carry(json::value const& token) {
        auto const session = write([&](Call& call) {
            return people::actor_of(call.tx, district, std::string(token.as_string()), now);
        });
        actor = session ? session->actor : Actor{};
    }
    void as_admin() {
        actor = {};
        carry(answer("log_in", {{"login", "admin"}, {"password", "admin's password"}})["token"]);
    }
    static json::object clerk(std::string const& login, std::string const& node) {
        return {{"kind", "staff"},
                {"login", login},
                {"name", "王"},
                {"password", "a good password"},
                {"roles", json::array{json::object{{"role", "clerk"}, {"node", node}}}}};
    }

    System people_ = system();
    AccountId admin_;
};

TEST_P(AccountsTest, AClerkLogsInWorksAndLogsOut) {
    as_admin();
    auto const made = answer("create_account", clerk("wang", "/xinqu/hall-1"));
    EXPECT_EQ(made.at("login"), "wang");
    EXPECT_FALSE(made.contains("password"));
    EXPECT_EQ(answer("list_accounts", {}).at("accounts").as_array().size(), 2u);

    actor = {};
    EXPECT_EQ(answer("see_session", {}).at("kind"), "visitor");
    EXPECT_EQ(outcome("list_accounts", {}), "session.missing");
    auto const wang = answer("log_in", {{"login", "wang"}, {"password", "a good password"}});
    carry(wang.at("token"));
    auto const seen = answer("see_session", {});
    EXPECT_EQ(seen.at("kind"), "staff");
    EXPECT_EQ(seen.at("rights").as_array().at(0).at("node"), "/xinqu/hall-1");
    EXPECT_EQ(outcome("list_accounts", {}), "right.missing");

    auto const changed = answer("change_password", {{"old_password", "a good password"},
                                                    {"new_password", "a better password"}});
    carry(wang.at("token"));
    EXPECT_EQ(actor.kind, Actor::Kind::visitor);
    EXPECT_EQ(outcome("change_password", {{"old_password", "x"}, {"new_password", "y"}}),
              "session.missing");
    carry(changed.at("token"));
    EXPECT_EQ(outcome("log_out", {}), "ok");
    carry(changed.at("token"));
    EXPECT_EQ(actor.kind, Actor::Kind::visitor);
}

TEST_P(AccountsTest, AnAdministratorReachesTheOwnPartOfTheTreeOnly) {
    as_admin();
    EXPECT_EQ(outcome("create_account", clerk("li", "/")), "right.missing");
    auto const wang = answer("create_account", clerk("wang", "/xinqu/hall-1")).at("account");
    json::array const city{json::object{{"role", "admin"}, {"node", "/"}}};
    EXPECT_EQ(outcome("set_grants", {{"account", wang}, {"roles", city}}), "right.missing");
    EXPECT_EQ(outcome("set_grants", {{"account", admin_.text}, {"roles", json::array{}}}),
              "account.own");
    EXPECT_EQ(outcome("deactivate_account", {{"account", admin_.text}}), "account.own");

    write([&](Call& call) {
        return people::set_roles(call, AccountId{std::string(wang.as_string())},
                                 {{"admin", "/xinqu/hall-1"}});
    }).value();
    actor = {};
    carry(answer("log_in", {{"login", "wang"}, {"password", "a good password"}})["token"]);
    EXPECT_EQ(outcome("create_account", clerk("li", "/xinqu/hall-2")), "right.missing");
    EXPECT_EQ(outcome("create_account", clerk("li", "/xinqu/hall-1/3")), "ok");
    EXPECT_EQ(outcome("set_password", {{"account", admin_.text}, {"password", "taken over now"}}),
              "right.missing");
    EXPECT_EQ(answer("list_accounts", {}).at("accounts").as_array().size(), 2u);
}

TEST_P(AccountsTest, AnAdministratorSwitchesAccountsOffAndOnAndUnlocksThem) {
    as_admin();
    auto const wang = answer("create_account", clerk("wang", "/xinqu")).at("account");
    json::object const good{{"login", "wang"}, {"password", "a good password"}};
    json::object const wrong{{"login", "wang"}, {"password", "a wrong password"}};
    EXPECT_EQ(answer("deactivate_account", {{"account", wang}}).at("active"), false);
    EXPECT_EQ(outcome("log_in", good), "account.wrong_password");
    EXPECT_EQ(answer("activate_account", {{"account", wang}}).at("active"), true);
    for (int tries = 0; tries < 4; ++tries)
        EXPECT_EQ(outcome("log_in", wrong), "account.wrong_password");
    EXPECT_EQ(outcome("log_in", wrong), "account.locked");
    EXPECT_EQ(outcome("log_in", good), "account.locked");
    EXPECT_EQ(outcome("unlock_account", {{"account", wang}}), "ok");
    EXPECT_EQ(outcome("log_in", good), "ok");
    EXPECT_EQ(outcome("set_password", {{"account", wang}, {"password", "short"}}),
              "account.weak_password");
    EXPECT_EQ(outcome("set_password", {{"account", wang}, {"password", "quite another"}}), "ok");
    EXPECT_EQ(outcome("log_in", good), "account.wrong_password");
    EXPECT_EQ(outcome("unlock_account", {{"account", "nobody"}}), "account.not_found");
}

TEST_P(AccountsTest, ADeviceGetsATokenAndNothingElse) {
    as_admin();
    json::object const kiosk{
        {"kind", "device"},
        {"login", "kiosk-1"},
        {"name", "Kiosk"},
        {"roles", json::array{json::object{{"role", "kiosk"}, {"node", "/xinqu/hall-1"}}}}};
    auto const id = answer("create_account", kiosk).at("account");
    auto const token = answer("issue_device_token", {{"account", id}}).at("device_token");
    EXPECT_EQ(outcome("issue_device_token", {{"account", admin_.text}}), "account.no_device");
    EXPECT_EQ(outcome("set_password", {{"account", id}, {"password", "a good password"}}),
              "account.not_found");
    carry(token);
    EXPECT_EQ(answer("see_session", {}).at("kind"), "device");
    EXPECT_TRUE(actor.holds("hall.check_in", "/xinqu/hall-1"));
    auto citizen = kiosk;
    citizen["kind"] = "citizen";
    as_admin();
    EXPECT_EQ(outcome("create_account", citizen), "account.not_by_hand");
}

TEST_P(AccountsTest, ACitizenLogsInByACodeThatTheOutboxShows) {
    json::object const phone{{"phone", "138 1234 5678"}};
    EXPECT_EQ(answer("request_code", phone).at("minutes"), 5);
    EXPECT_EQ(outcome("request_code", phone), "code.too_soon");
    EXPECT_EQ(outcome("request_code", {{"phone", "12"}}), "person.bad_phone");
    notices::Adapters const demo{
        {notices::Channel::sms,
         {[](notices::Letter const&) { return notices::Answer{notices::Outcome::sent}; }, true}}};
    notices::deliver(*store, district, texts, demo, system_random(), now);
    auto const message = answer("list_outbox", {}).at("messages").as_array().at(0).as_object();
    EXPECT_EQ(message.at("phone"), "138****5678");
    auto const code = message.at("words");

    auto in = phone;
    in["code"] = code;
    carry(answer("log_in_by_code", in).at("token"));
    auto const seen = answer("see_session", {});
    EXPECT_EQ(seen.at("kind"), "citizen");
    EXPECT_EQ(seen.at("name"), "138****5678");
    EXPECT_FALSE(seen.contains("person"));
    EXPECT_EQ(outcome("log_in_by_code", in), "code.expired");

    district.set(notices::ShortMessages::gateway);
    EXPECT_EQ(outcome("list_outbox", {}), "right.missing");
    actor = {};
    EXPECT_EQ(outcome("list_outbox", {}), "session.missing");
}

TEST_P(AccountsTest, WithoutAWayForShortMessagesThereIsNoCodeAndNobodyReadsTheOutbox) {
    district.set(notices::ShortMessages::none);
    EXPECT_EQ(outcome("request_code", {{"phone", "13812345678"}}), "code.not_connected");
    EXPECT_EQ(outcome("list_outbox", {}), "session.missing");
    actor.kind = Actor::Kind::citizen;
    EXPECT_EQ(outcome("list_outbox", {}), "right.missing");
}

TEST_P(AccountsTest, AStaffMemberSetsTheOwnContactAndTheAdministratorThatOfOthers) {
    as_admin();
    json::object const contact{{"phone", "138 1234 5678"}, {"email", "admin@xinqu.example"}};
    EXPECT_EQ(answer("set_contact", contact).at("phone"), "13812345678");
    EXPECT_EQ(answer("see_contact", {}).at("email"), "admin@xinqu.example");
    json::object const wrong{{"phone", ""}, {"email", "admin"}};
    EXPECT_EQ(outcome("set_contact", wrong), "account.bad_email");

    auto const wang = write([](Call& call) {
                          return people::create_account(call, {people::AccountKind::staff,
                                                               "wang",
                                                               "Wang",
                                                               "a good password",
                                                               {{"clerk", "/xinqu/hall-1"}}});
                      }).value();
    json::object const of_wang{{"account", wang.text}, {"phone", "13912345678"}, {"email", ""}};
    EXPECT_EQ(outcome("set_account_contact", of_wang), "ok");
    EXPECT_EQ(answer("see_account_contact", {{"account", wang.text}}).at("phone"), "13912345678");
    actor = {};
    EXPECT_EQ(outcome("see_contact", {}), "session.missing");
    EXPECT_EQ(outcome("see_account_contact", {{"account", wang.text}}), "session.missing");
    EXPECT_EQ(outcome("set_account_contact", of_wang), "session.missing");
}

TEST_P(AccountsTest, TheOwnerHearsOfAPasswordThatWasChanged) {
    as_admin();
    auto const wang = answer("create_account", clerk("wang", "/xinqu/hall-1")).at("account");
    json::object const change{{"account", wang}, {"password", "another good one"}};
    answer("set_password", change);  // nobody knows an address yet
    answer("set_account_contact", {{"account", wang}, {"phone", "13912345678"}, {"email", ""}});
    answer("set_password", change);
    auto const told = answer("list_outbox", {}).at("messages").as_array();
    EXPECT_EQ(told.size(), 1u);
}

TEST_P(AccountsTest, TheAdministratorSeesWhatFailedAndSendsItAgain) {
    district.set(notices::ShortMessages::gateway);
    answer("request_code", {{"phone", "13812345678"}});
    notices::Outcome outcome_now = notices::Outcome::refused;
    notices::Adapters const gateway{{notices::Channel::sms, {[&](notices::Letter const&) {
                                         return notices::Answer{outcome_now, "status 400"};
                                     }}}};
    auto const deliver = [&] {
        return notices::deliver(*store, district, texts, gateway, system_random(), now);
    };
    EXPECT_EQ(deliver().failed, 1);
    as_admin();
    EXPECT_EQ(outcome("list_outbox", {}), "right.missing") << "a right of its own";
    auto const way = answer("list_ways", {}).at("ways").as_array().at(0).as_object();
    EXPECT_EQ(way.at("channel"), "sms");
    EXPECT_EQ(way.at("trouble"), "status 400");
    EXPECT_FALSE(way.contains("sent_at"));

    actor.grants.push_back({"accounts.see_demo_outbox", "/xinqu"});
    auto const failed = answer("list_outbox", {{"state", "failed"}}).at("messages").as_array();
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_EQ(failed[0].at("words"), "…") << "the code itself is nobody's to read";
    EXPECT_EQ(failed[0].at("retries"), true);
    json::object const message{{"message", failed[0].at("id")}};
    EXPECT_EQ(outcome("retry_message", message), "ok");
    EXPECT_EQ(outcome("retry_message", message), "notice.not_failed");
    outcome_now = notices::Outcome::sent;
    EXPECT_EQ(deliver().sent, 1);
    EXPECT_TRUE(answer("list_outbox", {{"state", "failed"}}).at("messages").as_array().empty());
    actor = {};
    EXPECT_EQ(outcome("retry_message", message), "session.missing");
    EXPECT_EQ(outcome("list_ways", {}), "session.missing");
}

TEST_P(AccountsTest, TheAccessLogShowsWhoLookedAtWhomPageByPage) {
    as_admin();
    auto const id =
        write([](Call& call) {
            return people::identify(call, {"张三", "11010519491231002X", "13812345678"});
        }).value();
    for (int look = 0; look < 51; ++look) {
        now += 1s;
        write([&](Call& call) { return people::reveal(call, id, "why"); }).value();
    }
    auto const first = answer("list_access_log", {});
    auto const looks = first.at("looks").as_array();
    ASSERT_EQ(looks.size(), 50u);
    EXPECT_EQ(looks[0].at("by"), "Admin");
    EXPECT_EQ(looks[0].at("person"), "张*");
    EXPECT_EQ(looks[0].at("id_number"), "110***********002X");
    auto const second = answer("list_access_log", {{"before", first.at("next")}});
    EXPECT_EQ(second.at("looks").as_array().size(), 1u);
    EXPECT_FALSE(second.contains("next"));
}

TEST_P(AccountsTest, TheTreeAndTheRolesCanBeSeen) {
    auto const orgs = answer("see_org_tree", {}).at("orgs").as_array();
    ASSERT_EQ(orgs.size(), 1u);
    EXPECT_EQ(orgs[0].at("node"), "/xinqu");
    EXPECT_EQ(orgs[0].at("kind"), "district");
    as_admin();
    EXPECT_EQ(answer("list_roles", {}).at("roles").as_array().size(), 3u);
    EXPECT_TRUE(write([&](Call& call) { return forget_old(call, {}); }));
}

TEST_P(AccountsTest, TheTreeIsReadInEnglishAsWell) {
    district.set(people::Place{"某市", "新区", "230199", {}, {}, {{"1", "First Town"}}});
    people::add_english_names(district, {{"housing", "Housing Bureau"}});
    write([&](Call& call) {
        people::put_org(
            call, {{"housing"}, {"xinqu"}, people::OrgKind::office, "住建局", "/xinqu/housing"});
        return 0;
    });
    auto const read = [&](Language language) {
        return write([&](Call& call) {
            call.language = language;
            return see_org_tree(call, {"/xinqu/housing"}).value().orgs.at(0).name;
        });
    };
    EXPECT_EQ(read(Language::zh), "住建局");
    EXPECT_EQ(read(Language::en), "Housing Bureau");
    EXPECT_EQ(people::english_name(district, {"1"}), "First Town");
}

TEST_P(AccountsTest, StreetsHaveTheirCommunitiesAndThePlaceItsMap) {
    EXPECT_TRUE(answer("list_streets", {}).at("streets").as_array().empty());  // a bare district
    auto const street = people::OrgKind::street, community = people::OrgKind::community;
    people::Place place{"", "", "23", {}, {}};
    place.below = {{"231", "East", street, "23"},
                   {"232", "West", street, "23"},
                   {"2321", "Mill", community, "232"},
                   {"9991", "Lost", community, "999"}};
    district.set(place);
    EXPECT_EQ(json::serialize(answer("list_streets", {})),
              R"({"streets":[{"street":"231","name":"East","communities":[]},)"
              R"({"street":"232","name":"West","communities":)"
              R"([{"community":"2321","name":"Mill"}]}]})");
    place.map = people::Map{people::Coordinates::gcj02, "GS 1"};
    district.set(place);
    EXPECT_EQ(json::serialize(answer("list_streets", {}).at("map")),
              R"({"coordinates":"gcj02","review_number":"GS 1"})");
}

TEST_P(AccountsTest, ARoleThatAsksForASecondFactorOpensNothingWithoutIt) {
    district.set(people::SecondFactorRules{{"admin"}});
    as_admin();
    EXPECT_EQ(outcome("list_accounts", {}), "right.missing");
    EXPECT_TRUE(answer("see_session", {}).at("needs_second_factor").as_bool());
    EXPECT_TRUE(answer("see_second_factor", {}).at("required").as_bool());
    EXPECT_EQ(outcome("begin_second_factor", {{"password", "another"}}), "account.wrong_password");
    auto const begun = answer("begin_second_factor", {{"password", "admin's password"}});
    EXPECT_EQ(begun.at("secret").as_string().size(), 32u);
    EXPECT_TRUE(begun.at("uri").as_string().starts_with("otpauth://totp/Banshi%20xinqu:admin?"));
    EXPECT_EQ(outcome("confirm_second_factor", {{"code", "12345"}}), "account.wrong_code");
    actor = {};
    EXPECT_EQ(outcome("see_second_factor", {}), "session.missing");
    EXPECT_EQ(outcome("confirm_second_factor", {{"code", "12345"}}), "session.missing");
}

INSTANTIATE_TEST_SUITE_P(Both, AccountsTest, people::both_databases(), people::database_name);

}  // namespace banshi::accounts
