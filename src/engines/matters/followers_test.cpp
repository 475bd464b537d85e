#include "engines/matters/followers.h"

#include <algorithm>

#include "engines/matters/matter_for_test.h"
#include "engines/matters/matters.h"
#include "engines/matters/posts.h"
#include "engines/matters/retention.h"
#include "engines/notices/notices.h"

namespace banshi::matters {

class Followers : public World {
protected:
    void SetUp() override {
        World::SetUp();
        Rules rules{};
        rules.since = Day{std::chrono::days{18000}};
        put_book(district, {"supervision", "XQD", {}, {"livelihood"}, {"usual"}, {}, {}, {rules}});
        district.set(notices::Policy{Clock{Minutes{0}}, Clock{Minutes{0}}, 600, 600, 5});
        texts.add(Language::zh, "[matter.verb]\nprogress = \"进展\"\nreveal = \"查看\"\n", "zh");
    }
    Matter insert(Sample const& sample = {}) {
        return write([&](Call& call) { return insert_for_test(call, sample); });
    }
    void progress(Matter& matter) {
        EXPECT_EQ(outcome([&](Call& call) { return note_progress(call, matter, "材料已到"); }),
                  "ok");
    }
    std::ptrdiff_t told(Matter const& matter) {
        return write([&](Call& call) {
            return std::ranges::count(notices::list_outbox(call, 50), "matter/" + matter.id.text,
                                      &notices::Shown::about);
        });
    }
};

TEST_P(Followers, HearOfEachStepUntilTheySayStop) {
    auto matter = insert();
    AccountId const account{"a1"};
    write([&](Call& call) { return follow(call, matter.id, account, "13800000001"), 0; });
    write([&](Call& call) { return follow(call, matter.id, account, "13800000001"), 0; });
    progress(matter);
    EXPECT_EQ(told(matter), 1);
    progress(matter);
    EXPECT_EQ(told(matter), 2);
    write([&](Call& call) { return unfollow(call, matter.id, account), 0; });
    progress(matter);
    EXPECT_EQ(told(matter), 2);
}

TEST_P(Followers, HearNothingOfWhatIsTheOfficesAlone) {
    auto matter = insert();
    write([&](Call& call) { return follow(call, matter.id, {"a1"}, "13800000001"), 0; });
    outcome([&](Call& call) { return note(call, matter, Verb::reveal, "核对"); });
    EXPECT_EQ(told(matter), 0);
}

TEST_P(Followers, HearOfTheMergingAndThenOfTheOther) {
    auto kept = insert(), gone = insert(), deeper = insert();
    write([&](Call& call) {
        follow(call, deeper.id, {"a1"}, "13800000001");
        follow(call, gone.id, {"a2"}, "13800000002");
        follow(call, gone.id, {"a3"}, "13800000003");
        follow(call, kept.id, {"a3"}, "13800000003");
        return 0;
    });
    auto const merged = [&](Matter& into, Matter& from) {
        return outcome([&](Call& call) { return merge(call, into, from, "同一处"); });
    };
    ASSERT_EQ(merged(gone, deeper), "ok");
    EXPECT_EQ(told(deeper), 1);
    EXPECT_EQ(told(gone), 2);
    ASSERT_EQ(merged(kept, gone), "ok");
    EXPECT_EQ(told(gone), 5);  // its own two and the one through it
    EXPECT_EQ(told(kept), 1);  // before anybody came through the other
    progress(kept);
    EXPECT_EQ(told(kept), 4);  // one follows both and hears once
    ASSERT_EQ(outcome([&](Call& call) { return unmerge(call, gone, "不是一处"); }), "ok");
    kept = write([&](Call& call) { return find(call, kept.id).value(); });
    EXPECT_EQ(told(kept), 5);
    progress(kept);
    EXPECT_EQ(told(kept), 6);
}

TEST_P(Followers, FindWhatTheyFollow) {
    auto const one = insert(), two = insert();
    write([&](Call& call) { return follow(call, one.id, {"a1"}, "13800000001"), 0; });
    now += Seconds{1};
    write([&](Call& call) { return follow(call, two.id, {"a1"}, "13800000001"), 0; });
    auto const all = write([&](Call& call) { return followed_by(call, {"a1"}); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.front().id, two.id);
    EXPECT_TRUE(write([&](Call& call) { return followed_by(call, {"a2"}); }).empty());
    EXPECT_TRUE(write([&](Call& call) { return follows(call, one.id, {"a1"}); }));
}

TEST_P(Followers, GoWithThePersonalData) {
    auto matter = insert({.state = State::cleared});
    write([&](Call& call) {
        Reporter reporter{};
        reporter.matter = matter.id;
        reporter.serial = 1;
        reporter.name = "王小明";
        reporter.phone = "13800000002";
        rows::insert(call, reporter, "code");
        return follow(call, matter.id, {"a1"}, "13800000001"), 0;
    });
    auto const due = [&](Instant before) {
        return write([&](Call& call) {
            return forgettable(call, "supervision", "livelihood", before, 10).size();
        });
    };
    EXPECT_EQ(due(now), 0U);
    EXPECT_EQ(due(now + Seconds{1}), 1U);
    EXPECT_EQ(outcome([&](Call& call) { return forget(call, matter, " "); }),
              "matter.reason_missing");
    EXPECT_EQ(outcome([&](Call& call) { return forget(call, matter, "保存期满"); }), "ok");
    EXPECT_EQ(due(now + Seconds{1}), 0U);
    EXPECT_EQ(write([&](Call& call) { return reporters_of(call, matter.id); }).front().name, "");
    EXPECT_EQ(write([&](Call& call) { return followers_of(call, matter.id); }), 0);
}

TEST_P(Followers, OfAPostAreItsOpenMattersAndTheOldestStandsFirst) {
    write([&](Call& call) {
        auto open = matter_for_test(call),
             closed = matter_for_test(call, {.state = State::cleared});
        open.leader = closed.leader = "副区长";
        open.problem_since = Day{std::chrono::days{15000}};
        auto older = matter_for_test(call);
        older.problem_since = Day{std::chrono::days{14000}};
        for (auto const* each : {&open, &closed, &older}) rows::insert(call, *each);
        EXPECT_EQ(led_by(call, "supervision", "副区长").size(), 1U);
        EXPECT_TRUE(led_by(call, "supervision", "").empty());
        auto const debts = oldest(call, "supervision", 10);
        EXPECT_EQ(debts.size(), 2U);
        EXPECT_EQ(debts.front().id, older.id);
        return 0;
    });
}

INSTANTIATE_TEST_SUITE_P(Matters, Followers, both_databases(), database_name);

}  // namespace banshi::matters
