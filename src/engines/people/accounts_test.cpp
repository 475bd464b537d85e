#include "engines/people/accounts.h"
#include "engines/people/own_phone.h"

#include <gtest/gtest.h>

#include <ctime>
#include <latch>

#include "engines/people/orgs.h"
#include "engines/people/people.h"
#include "engines/people/world_for_test.h"

namespace banshi::people {

using namespace std::chrono_literals;

class Accounts : public World {
protected:
    static constexpr char const* password = "long enough 口令";

    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        use_password_cost(PasswordCost::least);
        wang = create({AccountKind::staff, "wang", "王", password, {{"clerk", "/xinqu/hall-1"}}});
    }
    AccountId create(NewAccount const& form) {
        return write([&](Call& call) { return create_account(call, form); }).value();
    }
    std::string creating(NewAccount const& form) {
        return outcome([&](Call& call) { return create_account(call, form); });
    }
    Result<FreshSession> logging_in(std::string_view login, std::string_view with) {
        return write([&](Call& call) { return log_in(call, login, with); });
    }
    std::string trying(std::string_view with) {
        auto const result = logging_in("wang", with);
        return result ? "ok" : result.refusal().text;
    }
    std::optional<Session> seen(std::string_view token) {
        return write([&](Call& call) { return actor_of(call.tx, district, token, now); });
    }

    AccountId wang;
};

TEST_P(Accounts, LogInAndCarryTheRightsOfTheirRoles) {
    auto const fresh = logging_in("Wang", password).value();
    EXPECT_GE(fresh.token.size(), 43u) << "256 bits";
    auto const session = seen(fresh.token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->actor.kind, Actor::Kind::staff);
    EXPECT_EQ(session->actor.account, wang);
    EXPECT_EQ(session->actor.name, "王");
    EXPECT_EQ(session->csrf, fresh.csrf);
    actor = session->actor;
    auto const may_call = [&](std::string const& node) {
        return outcome([&](Call& call) { return may(call, "hall.call_tickets", node); });
    };
    EXPECT_EQ(may_call("/xinqu/hall-1/3"), "ok");
    EXPECT_EQ(may_call("/xinqu/hall-12"), "right.missing");
    EXPECT_EQ(may_call("/xinqu"), "right.missing");
    actor = {};
    EXPECT_EQ(may_call("/xinqu/hall-1"), "session.missing");
    EXPECT_FALSE(seen(""));
    EXPECT_FALSE(seen(fresh.token + "x"));
    EXPECT_NE(logging_in("wang", password).value().token, fresh.token);
}

TEST_P(Accounts, AreRefusedByTheFieldThatIsWrong) {
    NewAccount form{AccountKind::staff, "li", "李", password, {}};
    EXPECT_EQ(creating({AccountKind::staff, "wang", "王", password, {}}), "account.login_taken");
    for (auto const* login : {"", "L", "Li", "李四", "a b", "x'--"}) {
        form.login = login;
        EXPECT_EQ(creating(form), "account.bad_login") << login;
    }
    form.login = "li.si-2345";
    for (auto const* weak : {"", "short", "口令口令口令口令口", "aaaaaaaaaaaa", "LI.SI-2345"}) {
        form.password = weak;
        EXPECT_EQ(creating(form), "account.weak_password") << weak;
    }
    form.password = password;
    for (auto const& [role, node] :
         {RoleAt{"emperor", "/"}, RoleAt{"clerk", "/elsewhere"}, RoleAt{"clerk", "/xinquother"}}) {
        form.roles = {{role, node}};
        EXPECT_EQ(creating(form), "account.bad_role") << role << node;
    }
}

TEST_P(Accounts, LockAfterFiveWrongPasswordsEachTimeForLonger) {
    for (int tries = 1; tries < 5; ++tries) EXPECT_EQ(trying("wrong"), "account.wrong_password");
    auto const fifth = logging_in("wang", "wrong").refusal();
    EXPECT_EQ(fifth.text, "account.locked");
    EXPECT_EQ(fifth.facts.at("until"), "09:15");
    EXPECT_EQ(trying(password), "account.locked") << "the right one as well";
    now += 15min;
    for (int tries = 1; tries < 5; ++tries) EXPECT_EQ(trying("wrong"), "account.wrong_password");
    EXPECT_EQ(trying("wrong"), "account.locked");
    now += 29min;
    EXPECT_EQ(trying(password), "account.locked");
    now += 1min;
    EXPECT_EQ(trying(password), "ok");
    EXPECT_EQ(trying("wrong"), "account.wrong_password");
    EXPECT_EQ(trying(password), "ok");
}

TEST_P(Accounts, ForgetWrongPasswordsOfLongAgo) {
    for (int tries = 1; tries < 5; ++tries) EXPECT_EQ(trying("wrong"), "account.wrong_password");
    now += 15min;
    EXPECT_EQ(trying("wrong"), "account.wrong_password");
    EXPECT_EQ(trying(password), "ok");
}

TEST_P(Accounts, DoNotTellWhichLoginsExist) {
    auto const same = [&](int tries) {
        auto const unknown = logging_in("Nobody", "wrong").refusal();
        auto const wrong = logging_in("Wang", "wrong").refusal();
        EXPECT_EQ(unknown.text, wrong.text) << tries;
        EXPECT_EQ(unknown.why, wrong.why) << tries;
        EXPECT_EQ(unknown.field, wrong.field) << tries;
        EXPECT_EQ(unknown.facts, wrong.facts) << tries;
        EXPECT_EQ(unknown.keeps, wrong.keeps) << tries;
        return unknown.text;
    };
    for (auto const wait : {0min, 14min, 1min, 29min, 31min}) {
        now += wait;
        for (int tries = 0; tries < 6; ++tries) same(tries);
    }
    EXPECT_EQ(same(0), "account.locked");
    EXPECT_EQ(logging_in("somebody", "wrong").refusal().text, "account.wrong_password");
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(logging_in("somebody", "wrong"));
    EXPECT_EQ(logging_in("somebody", "wrong").refusal().text, "account.locked");
    EXPECT_EQ(logging_in("nobody else", "wrong").refusal().text, "account.wrong_password");
}

// The last answers are remembered, each for its own login.
TEST(Passwords, TakeAsLongForEachLoginThatNobodyHas) {
    use_password_cost(PasswordCost::least);
    auto const work_for = [](auto const& login_of) {
        auto const before = std::clock();
        for (int i = 0; i < 30; ++i) EXPECT_FALSE(password_fits("", login_of(i), "one password"));
        return std::clock() - before;
    };
    work_for([](int) { return "nobody"; });
    auto const again = work_for([](int) { return "nobody"; });
    static int made = 0;
    auto const other = work_for([](int) { return "nobody" + std::to_string(++made); });
    EXPECT_GT(other, 2 * again);
}

TEST_P(Accounts, AreJudgedTheSameWhenWeighedBefore) {
    auto const weigh = [&](std::string_view login, std::string_view with) {
        write([&](Call& call) { return weigh_password(call, login, with), 0; });
    };
    weigh("wang", "wrong");
    weigh("wang", password);
    weigh("nobody", "wrong");
    for (int tries = 0; tries < 4; ++tries) EXPECT_EQ(trying("wrong"), "account.wrong_password");
    EXPECT_EQ(trying(password), "ok");
    write([&](Call& call) { return set_password(call, wang, "another good one"); }).value();
    EXPECT_EQ(trying(password), "account.wrong_password") << "an old answer is not for a new hash";
}

TEST_P(Accounts, MayHaveALongPasswordButNoEndlessOne) {
    std::string const half(63, 'x');
    auto const sets = [&](std::string const& chosen) {
        auto const set = write([&](Call& call) { return set_password(call, wang, chosen); });
        return set ? "ok" : set.refusal().text;
    };
    EXPECT_EQ(sets(half + "yz" + half), "ok");
    EXPECT_EQ(trying(half + "yz" + half), "ok");
    EXPECT_EQ(sets(half + "yz" + half + "z"), "account.weak_password");
    std::string long_words;
    for (int at = 0; at < 64; ++at) long_words += at % 2 ? "口" : "令";
    EXPECT_EQ(sets(long_words), "ok") << "letters are counted, and not bytes";
}

TEST_P(Accounts, AreGivenTheHashThatWasMadeAhead) {
    hash_ahead("wang", "another good one");
    auto const made = password_hash("wang", "another good one");
    EXPECT_EQ(password_hash("wang", "another good one"), made);
    EXPECT_NE(password_hash("li", "another good one"), made) << "no two accounts share a salt";
    EXPECT_NE(password_hash("wang", "one more good one"), made);
    write([&](Call& call) { return set_password(call, wang, "another good one"); }).value();
    EXPECT_EQ(trying("another good one"), "ok");
    EXPECT_EQ(trying(password), "account.wrong_password");
}

TEST_P(Accounts, AreUnlockedByAnAdministrator) {
    for (int tries = 0; tries < 5; ++tries) trying("wrong");
    EXPECT_EQ(trying(password), "account.locked");
    EXPECT_TRUE(write([&](Call& call) { return unlock(call, wang); }));
    EXPECT_EQ(trying(password), "ok");
}

TEST_P(Accounts, SwitchedOffAreOutAtOnce) {
    auto const token = logging_in("wang", password).value().token;
    EXPECT_TRUE(write([&](Call& call) { return set_active(call, wang, false); }));
    EXPECT_FALSE(seen(token));
    EXPECT_EQ(trying(password), "account.wrong_password");
    EXPECT_TRUE(write([&](Call& call) { return set_active(call, wang, true); }));
    EXPECT_EQ(trying(password), "ok");
    actor.account = wang;
    EXPECT_EQ(outcome([&](Call& call) { return set_active(call, wang, false); }), "account.own");
}

TEST_P(Accounts, ChangeTheirPasswordAndEndEveryOtherSession) {
    auto const before = logging_in("wang", password).value().token;
    actor = seen(before)->actor;
    auto const change = [&](std::string_view from, std::string_view to) {
        return write([&](Call& call) { return change_password(call, from, to); });
    };
    EXPECT_EQ(change("wrong", "another good one").refusal().field, "old_password");
    EXPECT_EQ(change(password, "short").refusal().text, "account.weak_password");
    EXPECT_EQ(change(password, password).refusal().text, "account.same_password");
    auto const after = change(password, "another good one").value().token;
    EXPECT_FALSE(seen(before));
    EXPECT_TRUE(seen(after));
    EXPECT_EQ(trying(password), "account.wrong_password");
    EXPECT_EQ(trying("another good one"), "ok");
}

TEST_P(Accounts, AreListedWithTheirRoles) {
    create({AccountKind::device, "kiosk-1", "Kiosk", "", {{"kiosk", "/xinqu/hall-1"}}});
    auto const all = write([](Call& call) { return list_accounts(call); });
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].login, "kiosk-1");
    EXPECT_EQ(all[1].roles.at(0).role, "clerk");
    EXPECT_TRUE(write([&](Call& call) {
        return set_roles(call, wang, {{"admin", "/xinqu"}, {"clerk", "/xinqu/hall-1"}});
    }));
    EXPECT_EQ(write([&](Call& call) { return find_account(call, wang); })->roles.size(), 2u);
}

TEST_P(Accounts, OfDevicesHoldOneTokenAndNoPassword) {
    auto const kiosk = create({AccountKind::device, "kiosk-1", "Kiosk", "", {{"kiosk", "/xinqu"}}});
    auto const issue = [&] {
        return write([&](Call& call) { return issue_device_token(call, kiosk); }).token;
    };
    auto const first = issue(), second = issue();
    EXPECT_FALSE(seen(first));
    now += 24h * 30;
    ASSERT_TRUE(seen(second));
    EXPECT_EQ(seen(second)->actor.kind, Actor::Kind::device);
    EXPECT_TRUE(seen(second)->actor.holds("hall.check_in", "/xinqu/hall-1"));
    EXPECT_FALSE(logging_in("kiosk-1", ""));
}

TEST_P(Accounts, SessionsEndWhenIdleAndAtTheEndOfTheDay) {
    auto const start = now;
    auto const token = logging_in("wang", password).value().token;
    auto const use = [&] {
        write([&](Call& call) { return keep_alive(call.tx, district, token, now), 0; });
    };
    now = start + 29min;
    EXPECT_TRUE(seen(token)->stale);
    use();
    EXPECT_FALSE(seen(token)->stale);
    now = start + 58min;
    EXPECT_TRUE(seen(token));
    now = start + 59min;
    EXPECT_FALSE(seen(token)) << "idle for half an hour";
    now = start + 58min;
    while (now < start + 11h + 50min) {
        use();
        now += 20min;
    }
    use();
    now = start + 12h;
    EXPECT_FALSE(seen(token)) << "twelve hours are the most";
    write([](Call& call) { return forget_ended(call, 10), 0; });
    now = start + 11h;
    EXPECT_TRUE(seen(token)) << "kept for a day after its end";
}

TEST_P(Accounts, SessionsCloseOnce) {
    auto const token = logging_in("wang", password).value().token;
    actor = seen(token)->actor;
    auto const other = logging_in("wang", password).value().token;
    for (int times = 0; times < 2; ++times) {
        write([](Call& call) { return close_session(call), 0; });
        EXPECT_FALSE(seen(token));
        EXPECT_TRUE(seen(other)) << "only the one it came with";
    }
}

class Codes : public Accounts {
protected:
    std::string code(std::string_view phone = "13812345678") {
        return write([&](Call& call) { return request_code(call, phone); }).value();
    }
    std::string requesting() {
        return outcome([](Call& call) { return request_code(call, "13812345678"); });
    }
    std::string entering(std::string_view with) {
        return outcome([&](Call& call) { return log_in_by_code(call, "138 1234 5678", with); });
    }
    static std::string other_than(std::string code) {
        code[0] = code[0] == '9' ? '0' : static_cast<char>(code[0] + 1);
        return code;
    }
};

TEST_P(Codes, LetACitizenIn) {
    auto const sent = code();
    EXPECT_EQ(sent.size(), 6u);
    EXPECT_EQ(entering(other_than(sent)), "code.wrong");
    auto const fresh =
        write([&](Call& call) { return log_in_by_code(call, "+8613812345678", sent); }).value();
    auto const session = seen(fresh.token).value();
    EXPECT_EQ(session.actor.kind, Actor::Kind::citizen);
    EXPECT_EQ(session.actor.name, "138****5678");
    EXPECT_EQ(write([&](Call& call) { return phone_lookup_of(call, session.actor.account); }),
              lookup_hash("phone", "13812345678"));
    actor = session.actor;
    EXPECT_TRUE(write([](Call& call) {
        return is_own_phone(call, "13812345678") && !is_own_phone(call, "13812345679");
    }));
    actor = {};
    EXPECT_TRUE(session.actor.person.empty() && session.actor.grants.empty());
    EXPECT_EQ(entering(sent), "code.expired") << "a code works once";
    now += 24h * 29;
    EXPECT_TRUE(seen(fresh.token));
    now += 24h;
    EXPECT_FALSE(seen(fresh.token));
}

TEST_P(Codes, LetInOnlyOneOfTwentyAtOnce) {
    auto const sent = code();
    constexpr int racers = 20;
    std::latch all(racers);
    std::array<bool, racers> in{};
    for (std::size_t at = 0; at < racers; ++at)
        store->write(
            [&, at](Transaction& tx) {
                Call call{actor, now, district, tx, system_random(), texts};
                auto const result = log_in_by_code(call, "13812345678", sent);
                in[at] = bool(result);
                return in[at] || result.refusal().keeps;
            },
            [&](std::exception_ptr error) {
                EXPECT_FALSE(error);
                all.count_down();
            });
    all.wait();
    EXPECT_EQ(std::ranges::count(in, true), 1);
}

TEST_P(Codes, EndAfterFiveMinutesOrFiveTries) {
    auto const late = code();
    now += 5min;
    EXPECT_EQ(entering(late), "code.expired");
    auto const guessed = code();
    for (int tries = 0; tries < 5; ++tries) EXPECT_EQ(entering(other_than(guessed)), "code.wrong");
    EXPECT_EQ(entering(guessed), "code.expired");
    EXPECT_EQ(entering(""), "code.expired");
}

TEST_P(Codes, AreSentOnceAMinuteAndTenTimesADay) {
    for (int sent = 0; sent < 10; ++sent) {
        EXPECT_EQ(requesting(), "ok");
        now += 59s;
        EXPECT_EQ(requesting(), "code.too_soon");
        now += 1s;
    }
    EXPECT_EQ(requesting(), "code.too_many");
    now += 15h;
    EXPECT_EQ(requesting(), "ok") << "the next day";
    EXPECT_EQ(outcome([](Call& call) { return request_code(call, "123"); }), "person.bad_phone");
}

TEST_P(Codes, BindThePersonBookedForWhenThePhoneIsTheirs) {
    auto const sent = code();
    auto const token =
        write([&](Call& call) { return log_in_by_code(call, "13812345678", sent); }).value().token;
    actor = seen(token)->actor;
    auto const book = [&](char const* phone) {
        return write([&](Call& call) {
            auto id = identify(call, {"张三", "11010519491231002X", phone}).value();
            bind_person(call, id);
            return id;
        });
    };
    book("13900000000");
    EXPECT_TRUE(seen(token)->actor.person.empty()) << "booked for somebody else";
    auto const id = book("13812345678");
    EXPECT_EQ(seen(token)->actor.person, id);
}

INSTANTIATE_TEST_SUITE_P(Both, Accounts, both_databases(), database_name);
INSTANTIATE_TEST_SUITE_P(Both, Codes, both_databases(), database_name);

}  // namespace banshi::people
