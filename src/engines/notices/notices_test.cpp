#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <thread>

#include "engines/notices/outbox_for_test.h"

namespace banshi::notices {

class Notices : public Outbox {};

TEST_P(Notices, AreSentOnceInTheLanguageOfTheCall) {
    put(confirmed());
    auto english = confirmed();
    english.language = Language::en;
    put(english);
    EXPECT_EQ(run().sent, 2);
    EXPECT_EQ(run().sent, 0);
    ASSERT_EQ(letters.size(), 2u);
    EXPECT_EQ(letters[0].words + letters[1].words, "已预约 09:30Booked for 09:30");
    EXPECT_EQ(letters[0].to, "13812345678");
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
    EXPECT_EQ(letters.at(0).to, "13900000000");
    notice.person = PersonId{"nobody"};
    put(notice);
    EXPECT_EQ(run().dropped, 1);
    EXPECT_EQ(outbox().at(0).trouble, "no_phone");
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
    EXPECT_EQ(outbox().at(0).trouble, "broken") << "what it threw may name a secret";
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

TEST_P(Notices, ThatWereGivenUpAreTriedAgainByHandAlone) {
    put(confirmed());
    answer = {Outcome::refused, "status 400"};
    run();
    auto const failed = outbox().at(0);
    EXPECT_TRUE(failed.retries);
    auto const again = [&](std::string const& id) {
        return outcome([&](Call& call) { return retry(call, id); });
    };
    EXPECT_EQ(again("nobody"), "notice.not_found");
    EXPECT_EQ(again(failed.id), "ok");
    EXPECT_EQ(again(failed.id), "notice.not_failed");
    answer = {Outcome::sent};
    EXPECT_EQ(run().sent, 1);
    EXPECT_EQ(letters.back().words, "已预约 09:30") << "what it says was kept for this";
    EXPECT_EQ(letters.back().to, "13812345678");
    EXPECT_EQ(again(failed.id), "notice.not_failed") << "never twice";
}

TEST_P(Notices, OfALineThatIsDownWaitForItUntried) {
    for (int at = 0; at < 5; ++at) put(confirmed());
    answer = {Outcome::later, "unreachable"};
    EXPECT_EQ(run().later, 1) << "one finds out for all";
    EXPECT_EQ(letters.size(), 1u);
    answer = {Outcome::sent};
    EXPECT_EQ(run().sent, 4);
    now += 1min;
    EXPECT_EQ(run().sent, 1);
    for (auto const& each : outbox()) EXPECT_LE(each.attempts, 2);
}

TEST_P(Notices, ShowHowEachWayOutFares) {
    auto const sms = [&] { return write([](Call& call) { return list_ways(call); }).at(0); };
    EXPECT_FALSE(sms().sent_at || sms().failed_at);
    put(confirmed());
    auto const queued = now - 1ms;
    answer = {Outcome::later, "timed_out"};
    run();
    EXPECT_EQ(sms().failed_at, now);
    EXPECT_EQ(sms().trouble, "timed_out");
    EXPECT_EQ(sms().waiting, 1);
    EXPECT_EQ(sms().waiting_since, queued);
    now += 1min;
    answer = {Outcome::sent};
    run();
    EXPECT_EQ(sms().sent_at, now);
    EXPECT_EQ(sms().failed_at, now - 1min) << "the last failure stays to be seen";
    EXPECT_EQ(sms().waiting, 0);
}

TEST_P(Notices, AreListedByStateAndPageByPage) {
    for (int at = 0; at < 3; ++at) put(confirmed());
    auto const list = [&](Look const& look, int limit) {
        return write([&](Call& call) { return list_outbox(call, limit, look); });
    };
    auto const first = list({}, 2);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(list({.state = {}, .before = first.back().id}, 2).size(), 1u);
    EXPECT_EQ(list({.state = State::queued}, 9).size(), 3u);
    EXPECT_EQ(list({.state = State::failed}, 9).size(), 0u);
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
    set({{0h}, {0h}, 6, 3, 3});
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
    set({{0h}, {0h}, 60, 1, 3});
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
