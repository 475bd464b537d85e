#include "engines/notices/notices.h"

#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <thread>

#include "engines/people/accounts.h"
#include "engines/people/contacts.h"
#include "engines/people/people.h"
#include "engines/people/world_for_test.h"

namespace banshi::notices {

using namespace std::chrono_literals;

class Notices : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        texts.add(Language::zh, "[notice.booking]\nconfirmed = \"已预约 {time}\"\n", "zh");
        texts.add(Language::en, "[notice.booking]\nconfirmed = \"Booked for {time}\"\n", "en");
        set({{22h}, {7h}, 60, 100, 3, true});
    }
    void set(Policy const& policy) { district.set(policy); }

    static Notice confirmed(std::string phone = "13812345678") {
        Notice notice;
        notice.text = "booking.confirmed";
        notice.phone = std::move(phone);
        notice.facts = {{"time", "09:30"}};
        return notice;
    }
    void put(Notice const& notice) {
        write([&](Call& call) { return queue(call, notice), 0; });
        now += 1ms;
    }
    // Sends through an adapter that keeps what it got and answers as told.
    Delivered run() {
        Adapters adapters{{Channel::sms,
                           {[this](Letter const& letter) {
                                letters.push_back(letter);
                                if (answer.trouble == "throw")
                                    throw std::runtime_error("broken line");
                                return answer;
                            },
                            true}}};
        return deliver(*store, district, texts, adapters, system_random(), now);
    }
    std::vector<Shown> outbox() {
        return write([](Call& call) { return list_outbox(call, 10); });
    }

    std::vector<Letter> letters;
    Answer answer{Outcome::sent};
};

TEST_P(Notices, AreSentOnceInTheLanguageOfTheCall) {
    put(confirmed());
    auto english = confirmed();
    english.language = Language::en;
    put(english);
    EXPECT_EQ(run().sent, 2);
    EXPECT_EQ(run().sent, 0);
    ASSERT_EQ(letters.size(), 2u);
    EXPECT_EQ(letters[0].words + letters[1].words, "已预约 09:30Booked for 09:30");
    EXPECT_EQ(letters[0].phone, "13812345678");
    EXPECT_NE(letters[0].id, letters[1].id);
    auto const shown = outbox().at(1);
    EXPECT_EQ(shown.words, "已预约 09:30");
    EXPECT_EQ(shown.phone, "138****5678");
    EXPECT_EQ(shown.state, State::sent);
}

TEST_P(Notices, AreNeverSentForADeedThatWasRolledBack) {
    store->write_now([&](Transaction& tx) {
        Call call{actor, now, district, tx, system_random(), texts};
        queue(call, confirmed());
        return false;
    });
    EXPECT_EQ(run().sent, 0);
}

TEST_P(Notices, FindThePhoneOfAPersonWhenTheyAreSent) {
    auto const id =
        write([](Call& call) {
            return people::identify(call, {"张三", "11010519491231002X", "13812345678"});
        }).value();
    auto notice = confirmed("");
    notice.person = id;
    put(notice);
    write([](Call& call) {
        return people::identify(call, {"张三", "11010519491231002X", "13900000000"});
    }).value();
    EXPECT_EQ(run().sent, 1);
    EXPECT_EQ(letters.at(0).phone, "13900000000");
    notice.person = PersonId{"nobody"};
    put(notice);
    EXPECT_EQ(run().dropped, 1);
    EXPECT_EQ(outbox().at(0).trouble, "no_phone");
}

TEST_P(Notices, ToAUnitReachEachOfItsPeopleOnce) {
    people::use_password_cost(people::PasswordCost::least);
    for (auto const* login : {"wang", "zhao"})
        write([&](Call& call) {
            auto const id = people::create_account(call, {people::AccountKind::staff,
                                                          login,
                                                          login,
                                                          "a good password",
                                                          {{"clerk", "/xinqu/hall-1"}}})
                                .value();
            return people::set_contact(call, id,
                                       {login[0] == 'w' ? "13812345678" : "13912345678", ""});
        }).value();
    auto notice = confirmed("");
    notice.unit = Unit{"hall.call_tickets", "/xinqu/hall-1"};
    notice.once = "soon/1";
    put(notice);
    put(notice);
    EXPECT_EQ(run().sent, 2);
    notice.unit = Unit{"accounts.manage", "/xinqu/hall-1"};
    put(notice);
    EXPECT_EQ(run().sent, 0);
    EXPECT_EQ(outbox().at(0).trouble, "nobody_holds_right");
    EXPECT_EQ(outbox().at(0).state, State::failed) << "told to nobody, and not lost";
}

TEST_P(Notices, WithOneKeyAreQueuedOnce) {
    auto notice = confirmed();
    notice.once = "booking.confirmed/1";
    put(notice);
    put(notice);
    EXPECT_EQ(run().sent, 1);
    put(notice);
    EXPECT_EQ(run().sent, 0);
}

TEST_P(Notices, AreTriedAgainAfterLongerPausesAndThenGivenUp) {
    put(confirmed());
    answer = {Outcome::later, "busy"};
    EXPECT_EQ(run().later, 1);
    now += 59s;
    EXPECT_EQ(run().later, 0);
    now += 1s;
    answer.trouble = "throw";
    EXPECT_EQ(run().later, 1);
    EXPECT_EQ(outbox().at(0).trouble, "broken line");
    now += 1min;
    EXPECT_EQ(run().failed, 0) << "now a pause of two minutes";
    now += 1min;
    EXPECT_EQ(run().failed, 1);
    EXPECT_EQ(outbox().at(0).state, State::failed);
    ASSERT_EQ(letters.size(), 3u);
    EXPECT_EQ(letters[0].id, letters[2].id) << "the gateway must know it again";
}

TEST_P(Notices, ThatTheGatewayRefusesAreNotTriedAgain) {
    put(confirmed());
    answer = {Outcome::refused, "status 400"};
    EXPECT_EQ(run().failed, 1);
    now += 1h;
    EXPECT_EQ(run().failed, 0);
}

// The process dies between sending and noting: the claim runs out, the id stays the same.
TEST_P(Notices, OfADeadSenderGoOutAgainUnderTheSameId) {
    put(confirmed());
    Adapters dying{{Channel::sms, {[this](Letter const& letter) -> Answer {
                        letters.push_back(letter);
                        throw 1;
                    }}}};
    EXPECT_THROW(deliver(*store, district, texts, dying, system_random(), now), int);
    now += 1min;
    EXPECT_EQ(run().sent, 0) << "claimed";
    now += 1min;
    EXPECT_EQ(run().sent, 1);
    ASSERT_EQ(letters.size(), 2u);
    EXPECT_EQ(letters[0].id, letters[1].id);
}

TEST_P(Notices, AreSentOnceByManySenders) {
    for (int at = 0; at < 60; ++at) put(confirmed());
    std::mutex mutex;
    std::set<std::string> ids;
    int sent = 0;
    Adapters const adapters{{Channel::sms, {[&](Letter const& letter) {
                                 std::lock_guard lock(mutex);
                                 ids.insert(letter.id);
                                 ++sent;
                                 return Answer{Outcome::sent};
                             }}}};
    std::vector<std::jthread> senders;
    for (int at = 0; at < 4; ++at)
        senders.emplace_back([&] {
            for (int round = 0; round < 3; ++round)
                deliver(*store, district, texts, adapters, system_random(), now);
        });
    senders.clear();
    EXPECT_EQ(ids.size(), 60u);
    EXPECT_EQ(sent, 60);
}

TEST_P(Notices, WaitForTheEndOfQuietHoursUnlessUrgent) {
    now = *read_instant("2026-11-25T22:00:00+08:00");
    put(confirmed());
    auto code = confirmed();
    code.urgent = true;
    put(code);
    EXPECT_EQ(run().sent, 1);
    now = *read_instant("2026-11-26T06:59:00+08:00");
    EXPECT_EQ(run().sent, 0);
    now += 1min;
    EXPECT_EQ(run().sent, 1);
}

TEST_P(Notices, KeepToTheirRate) {
    set({{0h}, {0h}, 6, 3, 3, false});
    for (int at = 0; at < 6; ++at) put(confirmed());
    EXPECT_EQ(run().sent, 3) << "the burst";
    EXPECT_EQ(run().sent, 0);
    now += 9s;
    EXPECT_EQ(run().sent, 0);
    now += 1s;
    EXPECT_EQ(run().sent, 1);
    now += 25s;
    EXPECT_EQ(run().sent, 2);
}

TEST_P(Notices, WaitForTheirTimeAndAreDroppedAfterIt) {
    auto reminder = confirmed();
    reminder.not_before = now + 1h;
    reminder.until = now + 2h;
    put(reminder);
    put(reminder);
    EXPECT_EQ(run().sent, 0);
    now += 1h;
    set({{0h}, {0h}, 60, 1, 3, false});
    EXPECT_EQ(run().sent, 1);
    now += 1h;
    EXPECT_EQ(run().dropped, 1);
    int too_late = 0;
    for (auto const& each : outbox()) too_late += each.trouble == "too_late";
    EXPECT_EQ(too_late, 1);
}

TEST_P(Notices, AboutOneThingAreWithdrawnTogether) {
    auto notice = confirmed();
    notice.about = "closure-1";
    put(notice);
    put(notice);
    put(confirmed());
    auto const sent = [&] { return write([](Call& call) { return any_sent(call, "closure-1"); }); };
    EXPECT_FALSE(sent());
    write([](Call& call) { return withdraw(call, "closure-1"), 0; });
    EXPECT_EQ(run().sent, 1);
    EXPECT_FALSE(sent());
    put(notice);
    run();
    EXPECT_TRUE(sent());
}

TEST_P(Notices, AreForgottenOnceSettledLongAgo) {
    put(confirmed());
    run();
    put(confirmed());
    write([&](Call& call) { return forget_old(call, now + 1s, 10), 0; });
    EXPECT_EQ(outbox().size(), 1u) << "what is queued stays";
}

INSTANTIATE_TEST_SUITE_P(Both, Notices, people::both_databases(), people::database_name);

}  // namespace banshi::notices
