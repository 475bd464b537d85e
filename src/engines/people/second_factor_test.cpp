#include "engines/people/second_factor.h"

#include <gtest/gtest.h>

#include "engines/people/accounts.h"
#include "engines/people/totp.h"
#include "engines/people/world_for_test.h"

namespace banshi::people {
namespace {

using namespace std::chrono_literals;

// A clerk who is logged in, and the app on the clerk's phone.
class SecondFactorTest : public World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        use_password_cost(PasswordCost::least);
        id_ =
            write([](Call& call) {
                return create_account(
                    call,
                    {AccountKind::staff, "wang", "Wang", "a good password", {{"clerk", "/xinqu"}}});
            }).value();
        session_ = write([&](Call& call) { return log_in(call, "wang", "a good password"); })
                       .value()
                       .token;
        carry();
    }

    void carry() {
        auto const session =
            write([&](Call& call) { return actor_of(call.tx, district, session_, now); });
        actor = session ? session->actor : Actor{};
    }

    std::string code(Seconds later = 0s) const {
        return code_of_step(secret_, step_of(now + later));
    }

    // Reads the secret back from its letters, as the app does.
    void scan(std::string const& letters) {
        static constexpr std::string_view all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        secret_.clear();
        std::uint64_t held = 0;
        int bits = 0;
        for (char const letter : letters) {
            held = held << 5 | all.find(letter);
            if ((bits += 5) >= 8) secret_ += static_cast<char>(held >> (bits -= 8) & 255);
        }
    }

    std::vector<std::string> set_up() {
        auto const fresh =
            write([](Call& call) { return begin_second_factor(call, "a good password"); }).value();
        scan(fresh.secret);
        auto const codes =
            write([&](Call& call) { return confirm_second_factor(call, code()); }).value();
        now += 2min;
        return codes;
    }

    std::string log_in_with(std::optional<std::string_view> typed,
                            std::string_view password = "a good password") {
        return outcome([&](Call& call) { return log_in(call, "wang", password, typed); });
    }

    AccountId id_;
    std::string session_, secret_;
};

TEST_P(SecondFactorTest, ALogInTakesPasswordAndCode) {
    set_up();
    EXPECT_EQ(log_in_with({}), "account.code_needed");
    EXPECT_EQ(log_in_with("000000"), "account.wrong_code");
    EXPECT_EQ(log_in_with(code(), "another password"), "account.wrong_password");
    EXPECT_EQ(log_in_with(code()), "ok");
}

TEST_P(SecondFactorTest, ClocksMayDifferByOneStep) {
    set_up();
    EXPECT_EQ(log_in_with(code(-60s)), "account.wrong_code");
    EXPECT_EQ(log_in_with(code(60s)), "account.wrong_code");
    EXPECT_EQ(log_in_with(code(-30s)), "ok");
    EXPECT_EQ(log_in_with(code(30s)), "ok");
}

TEST_P(SecondFactorTest, NoCodeIsTakenTwice) {
    set_up();
    auto const first = code();
    EXPECT_EQ(log_in_with(first), "ok");
    EXPECT_EQ(log_in_with(first), "account.code_used");
    EXPECT_EQ(log_in_with(code(-30s)), "account.code_used");
    now += 30s;
    EXPECT_EQ(log_in_with(first), "account.code_used");
    EXPECT_EQ(log_in_with(code()), "ok");
}

TEST_P(SecondFactorTest, NorIsTheOneThatConfirmed) {
    auto const fresh =
        write([](Call& call) { return begin_second_factor(call, "a good password"); }).value();
    scan(fresh.secret);
    EXPECT_EQ(outcome([](Call& call) { return confirm_second_factor(call, "000000"); }),
              "account.wrong_code");
    EXPECT_EQ(log_in_with({}), "ok") << "not held yet";
    auto const first = code();
    write([&](Call& call) { return confirm_second_factor(call, first); }).value();
    EXPECT_EQ(log_in_with(first), "account.code_used");
}

TEST_P(SecondFactorTest, RightPasswordsDoNotForgiveWrongCodes) {
    set_up();
    for (int left = 4; left > 0; --left) {
        EXPECT_EQ(log_in_with({}), "account.code_needed");
        EXPECT_EQ(log_in_with("000000"), "account.wrong_code");
    }
    EXPECT_EQ(log_in_with("000000"), "account.locked");
    EXPECT_EQ(log_in_with(code()), "account.locked");
    now += 24h;
    EXPECT_EQ(log_in_with(code()), "ok");
}

TEST_P(SecondFactorTest, ARecoveryCodeIsGoodOnce) {
    auto const codes = set_up();
    ASSERT_EQ(codes.size(), 10u);
    EXPECT_EQ(log_in_with(codes[3]), "ok");
    EXPECT_EQ(log_in_with(codes[3]), "account.wrong_code");
    auto typed = codes[4];
    std::erase(typed, '-');
    for (auto& letter : typed) letter = static_cast<char>(std::tolower(letter));
    EXPECT_EQ(log_in_with(typed), "ok");
    EXPECT_EQ(write([](Call& call) { return second_factor_of(call).recovery_codes; }), 8);
}

TEST_P(SecondFactorTest, OtherSessionsEndWhenItBegins) {
    auto const other =
        write([](Call& call) { return log_in(call, "wang", "a good password"); }).value().token;
    set_up();
    EXPECT_TRUE(write([&](Call& call) { return actor_of(call.tx, district, session_, now); }));
    EXPECT_FALSE(write([&](Call& call) { return actor_of(call.tx, district, other, now); }));
}

TEST_P(SecondFactorTest, ARoleMayAskForIt) {
    district.set(SecondFactorRules{{"clerk"}});
    carry();
    EXPECT_TRUE(actor.grants.empty());
    set_up();
    carry();
    EXPECT_FALSE(actor.grants.empty());
    EXPECT_EQ(
        outcome([&](Call& call) { return end_second_factor(call, "a good password", code()); }),
        "account.factor_required");
}

TEST_P(SecondFactorTest, ItEndsWithPasswordAndCode) {
    set_up();
    EXPECT_EQ(outcome([&](Call& call) { return end_second_factor(call, "wrong one", code()); }),
              "account.wrong_password");
    EXPECT_EQ(
        outcome([](Call& call) { return end_second_factor(call, "a good password", "000000"); }),
        "account.wrong_code");
    EXPECT_EQ(
        outcome([&](Call& call) { return end_second_factor(call, "a good password", code()); }),
        "ok");
    EXPECT_EQ(log_in_with({}), "ok");
}

TEST_P(SecondFactorTest, AnotherTakesItAwayWhenThePhoneIsLost) {
    set_up();
    EXPECT_EQ(outcome([&](Call& call) { return remove_second_factor(call, id_); }), "account.own");
    actor = {};
    EXPECT_EQ(outcome([&](Call& call) { return remove_second_factor(call, id_); }), "ok");
    EXPECT_FALSE(write([&](Call& call) { return actor_of(call.tx, district, session_, now); }));
    EXPECT_EQ(log_in_with({}), "ok");
}

INSTANTIATE_TEST_SUITE_P(Both, SecondFactorTest, both_databases(), database_name);

}  // namespace
}  // namespace banshi::people
