#include "engines/tickets/order.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banshi::tickets {

using namespace std::chrono_literals;

static Rules const rules{};
static Instant const midnight{};
static ServiceId const filing{"filing"};
static ServiceId const cards{"cards"};

static Instant at(std::chrono::seconds since_midnight) { return midnight + since_midnight; }

static Waiting ticket(std::string number, Place place, std::int64_t tie,
                      ServiceId const& service = filing) {
    return {TicketId{number}, number, service, place.entry, {place.due, tie, 0}};
}

static std::vector<std::string> numbers_of(std::vector<Passed> const& passed) {
    std::vector<std::string> found;
    for (auto const& each : passed) found.push_back(each.ticket.number);
    return found;
}

TEST(Order, EachEntryHasItsDue) {
    EXPECT_EQ(place_on_check_in(rules, at(10h), at(9h + 50min)), (Place{Entry::booked, at(10h)}));
    EXPECT_EQ(place_on_check_in(rules, at(10h), at(10h + 5min)),
              (Place{Entry::booked, at(10h + 5min)}));
    EXPECT_EQ(place_on_issue(rules, Entry::walkin, at(9h)), (Place{Entry::walkin, at(9h + 15min)}));
    EXPECT_EQ(place_on_issue(rules, Entry::priority, at(9h)), (Place{Entry::priority, at(9h)}));
}

TEST(Order, TheLastMomentOfTheGraceIsInTime) {
    EXPECT_EQ(check_in_ends(rules, at(10h)), at(10h + 10min));
    EXPECT_EQ(place_on_check_in(rules, at(10h), at(10h + 10min)).entry, Entry::booked);
    EXPECT_EQ(place_on_check_in(rules, at(10h), at(10h + 10min) + 1us),
              (Place{Entry::late, at(10h + 25min) + 1us}));
}

// Scenario 8: booked 10:00, a scan at 09:20 is too early and is told 09:30.
TEST(Order, CheckInOpensHalfAnHourBefore) {
    EXPECT_EQ(check_in_opens(rules, at(10h)), at(9h + 30min));
}

// Scenario 8: the walk-in of 09:20 goes before the booking of 10:00 checked in at 09:35; and a
// window that is free at 09:36 calls the booking long before its time when nobody else waits.
TEST(Order, NoWindowIdlesToAwaitABooking) {
    auto const booked = ticket("B", place_on_check_in(rules, at(10h), at(9h + 35min)), 2);
    auto const walkin = ticket("W", place_on_issue(rules, Entry::walkin, at(9h + 20min)), 1);
    EXPECT_EQ(next_for({{filing}}, {{booked, walkin}})->ticket.number, "W");
    EXPECT_EQ(next_for({{filing}}, {{booked}})->ticket.number, "B");
}

// Scenario 10.
TEST(Order, GoldenOrder) {
    auto const walkin = [](auto when) { return place_on_issue(rules, Entry::walkin, at(when)); };
    std::vector<Waiting> waiting{
        ticket("W1", walkin(9h + 40min), 1),
        ticket("W2", walkin(9h + 48min), 2),
        ticket("X", place_on_check_in(rules, at(10h), at(9h + 50min)), 3),
        ticket("Y", place_on_check_in(rules, at(10h + 5min), at(9h + 52min)), 4),
        ticket("W3", walkin(9h + 55min), 5),
        ticket("E", place_on_issue(rules, Entry::priority, at(9h + 58min)), 6),
    };
    std::vector<std::string> called;
    std::vector<Instant> dues;
    while (auto const next = next_for({{filing}}, waiting)) {
        EXPECT_TRUE(next->passed.empty());
        called.push_back(next->ticket.number);
        dues.push_back(next->ticket.key.due);
        std::erase_if(waiting, [&](Waiting const& each) { return each.id == next->ticket.id; });
    }
    EXPECT_EQ(called, (std::vector<std::string>{"W1", "E", "X", "W2", "Y", "W3"}));
    EXPECT_EQ(dues, (std::vector{at(9h + 55min), at(9h + 58min), at(10h), at(10h + 3min),
                                 at(10h + 5min), at(10h + 10min)}));
}

TEST(Order, WithoutHeadStartItIsFirstComeFirstServed) {
    auto fair = rules;
    fair.head_start = 0min;
    auto const walkin = ticket("W", place_on_issue(fair, Entry::walkin, at(9h)), 1);
    auto const booked = ticket("B", place_on_check_in(fair, at(9h), at(9h)), 2);
    EXPECT_EQ(next_for({{filing}}, {{booked, walkin}})->ticket.number, "W");
}

TEST(Order, EqualDuesGoBySequence) {
    auto const first = ticket("1", {Entry::priority, at(9h)}, 1);
    auto const second = ticket("2", {Entry::priority, at(9h)}, 2);
    EXPECT_EQ(next_for({{filing}}, {{second, first}})->ticket.number, "1");
}

TEST(Order, ACallSaysWhomItPassedOverAndWhy) {
    std::vector<Waiting> const waiting{
        ticket("C2", {Entry::walkin, at(9h + 2min)}, 2, cards),
        ticket("F4", {Entry::walkin, at(9h + 4min)}, 4),
        ticket("C1", {Entry::walkin, at(9h + 1min)}, 1, cards),
        ticket("F3", {Entry::walkin, at(9h + 3min)}, 3),
    };
    auto const next = next_for({{filing}}, waiting).value();
    EXPECT_EQ(next.ticket.number, "F3");
    EXPECT_EQ(numbers_of(next.passed), (std::vector<std::string>{"C1", "C2"}));
    EXPECT_EQ(next.passed[0].because, PassedBecause::lacks_skill);

    auto const chosen = choose(TicketId{"F4"}, {{filing}}, waiting).value();
    EXPECT_EQ(numbers_of(chosen.passed), (std::vector<std::string>{"C1", "C2", "F3"}));
    EXPECT_EQ(chosen.passed[1].because, PassedBecause::lacks_skill);
    EXPECT_EQ(chosen.passed[2].because, PassedBecause::overridden);
}

TEST(Order, NobodyIsNextWhereNobodyFits) {
    std::vector<Waiting> const waiting{ticket("C", {Entry::walkin, at(9h)}, 1, cards)};
    EXPECT_FALSE(next_for({{filing}}, waiting));
    EXPECT_FALSE(next_for({}, waiting));
    EXPECT_FALSE(next_for({{filing, cards}}, {}));
    EXPECT_EQ(next_for({{filing, cards}}, waiting)->ticket.number, "C");
    EXPECT_FALSE(choose(TicketId{"gone"}, {{cards}}, waiting));
}

// 过号顺延, section 3.5: four wait; the missed ticket was due long ago.
TEST(Return, IsDirectlyBehindTheThird) {
    Key const own{at(9h), 1};
    std::vector<Key> queue{{at(10h), 2}, {at(10h), 3}, {at(10h + 5min), 4}, {at(10h + 5min), 5}};
    auto const back = key_on_return(rules, own, queue, 70);
    EXPECT_EQ(back, (Key{at(10h + 5min), 4, 70}));
    EXPECT_LT(queue[2], back);
    EXPECT_LT(back, queue[3]);

    // The next one to return there stands behind it.
    queue.insert(queue.begin() + 3, back);
    auto const later = key_on_return(rules, {at(9h), 0}, queue, 71);
    EXPECT_LT(back, later);
    EXPECT_LT(later, queue[4]);

    // When the first three have gone on by one, it may itself be the third to stand behind.
    queue.erase(queue.begin());
    auto const last = key_on_return(rules, {at(9h), 0}, queue, 72);
    EXPECT_LT(later, last);
    EXPECT_LT(last, queue[3]);
}

TEST(Return, IsBehindTheLastWhenFewerWait) {
    std::vector<Key> const two{{at(10h), 2}, {at(10h + 1min), 3}};
    EXPECT_EQ(key_on_return(rules, {at(9h), 1}, two, 70), (Key{at(10h + 1min), 3, 70}));
    Key const own{at(9h), 1};
    EXPECT_EQ(key_on_return(rules, own, {}, 70), own);
}

TEST(Return, NeverImprovesAPlace) {
    std::vector<Key> const three{{at(9h), 2}, {at(9h), 3}, {at(9h), 4}};
    Key const own{at(11h), 1};
    EXPECT_EQ(key_on_return(rules, own, three, 70), own);
    // The same due as the third, but issued later: its own place is the later one.
    Key const same_due{at(9h), 5};
    EXPECT_EQ(key_on_return(rules, same_due, three, 70), same_due);
}

TEST(Return, BehindHowManyIsASetting) {
    auto strict = rules;
    strict.return_behind = 1;
    std::vector<Key> const two{{at(10h), 2}, {at(10h + 1min), 3}};
    EXPECT_EQ(key_on_return(strict, {at(9h), 1}, two, 70), (Key{at(10h), 2, 70}));
}

}  // namespace banshi::tickets
