// Scenario 12: a hall at random, with arrivals, transfers, returns and overrides. Whatever
// happens, dues never decrease, nobody starves, and every overtaking has its reason.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/random.h"
#include "engines/tickets/order.h"

namespace banshi::tickets {

namespace {

using namespace std::chrono_literals;

std::vector<ServiceId> const services{{"filing"}, {"cards"}, {"pension"}};

class RandomHall {
public:
    explicit RandomHall(std::uint64_t seed) : random_(seed) {
        Minutes const head_starts[] = {0min, 5min, 15min, 60min, 24h};
        rules_.head_start = head_starts[random_.below(5)];
        rules_.return_behind = 1 + static_cast<int>(random_.below(4));
        for (int window = 0; window < 6; ++window) {
            std::vector<ServiceId> skills;
            for (auto const& service : services)
                if (random_.below(2) == 0) skills.push_back(service);
            windows_.push_back(skills);
        }
        windows_[0] = services;  // so that everybody can be served in the end
    }

    void happen() {
        now_ += std::chrono::microseconds{random_.below(120'000'000)};
        switch (random_.below(10)) {
            case 0:
            case 1:
            case 2:
                issue();
                break;
            case 3:
            case 4:
                check_in();
                break;
            case 5:
                transfer();
                break;
            case 6:
                come_back();
                break;
            case 7:
                override_order();
                break;
            default:
                call_by_order(windows_[random_.below(windows_.size())]);
                break;
        }
    }

    void end() {
        while (!waiting_.empty() || !missed_.empty()) {
            come_back();
            call_by_order(services);
        }
        EXPECT_EQ(static_cast<std::int64_t>(called_.size()), sequence_);
    }

private:
    void enter(Place const& place) {
        EXPECT_GE(place.due, now_);
        ++sequence_;
        TicketId const id{std::to_string(sequence_)};
        issued_[id] = now_;
        waiting_.push_back({id, id.text, services[random_.below(services.size())], place.entry,
                            Key{place.due, sequence_, 0}});
    }

    void issue() {
        enter(
            place_on_issue(rules_, random_.below(8) == 0 ? Entry::priority : Entry::walkin, now_));
    }

    // From the moment that check-in opens to long after the grace.
    void check_in() {
        auto const booked_at = now_ + rules_.early - Minutes{random_.below(60)};
        auto const place = place_on_check_in(rules_, booked_at, now_);
        EXPECT_EQ(place.entry == Entry::late, now_ > booked_at + rules_.grace);
        enter(place);
    }

    Waiting taken(TicketId const& id) {
        auto const found = std::ranges::find(waiting_, id, &Waiting::id);
        auto const ticket = *found;
        waiting_.erase(found);
        return ticket;
    }

    void after_call(TicketId const& id) {
        auto const ticket = taken(id);
        called_.insert(id);
        auto const fate = random_.below(5);
        if (fate == 0) missed_.push_back(ticket);
        if (fate == 1) stops_.push_back(ticket);
    }

    // A second stop elsewhere: the same key, another service.
    void transfer() {
        if (stops_.empty()) return;
        auto ticket = stops_.back();
        stops_.pop_back();
        ticket.service = services[random_.below(services.size())];
        waiting_.push_back(ticket);
    }

    void come_back() {
        if (missed_.empty()) return;
        auto ticket = missed_.back();
        missed_.pop_back();
        std::vector<Key> queue;
        for (auto const& other : waiting_)
            if (other.service == ticket.service) queue.push_back(other.key);
        std::ranges::sort(queue);
        auto const own = ticket.key;
        ticket.key = key_on_return(rules_, own, queue, ++returns_);
        expect_behind(queue, own, ticket.key);
        waiting_.push_back(ticket);
    }

    void expect_behind(std::vector<Key> const& queue, Key const& own, Key const& back) {
        EXPECT_GE(back, own);
        EXPECT_GE(back.due, own.due);
        auto const before =
            std::ranges::count_if(queue, [&](Key const& key) { return key < back; });
        auto const wanted = std::min(queue.size(), static_cast<std::size_t>(rules_.return_behind));
        EXPECT_GE(static_cast<std::size_t>(before), wanted);
        if (back == own) return;
        // Whoever else stands before it returned to the same place earlier.
        for (auto at = wanted; at < static_cast<std::size_t>(before); ++at) {
            EXPECT_EQ(queue[at].due, queue[wanted - 1].due);
            EXPECT_EQ(queue[at].tie, queue[wanted - 1].tie);
            EXPECT_GT(queue[at].return_number, 0);
        }
    }

    static bool can_do(std::vector<ServiceId> const& skills, ServiceId const& service) {
        return std::ranges::count(skills, service) > 0;
    }

    void call_by_order(std::vector<ServiceId> const& skills) {
        auto const next = next_for(skills, waiting_);
        auto const fits = [&](Waiting const& other) { return can_do(skills, other.service); };
        ASSERT_EQ(next.has_value(), std::ranges::any_of(waiting_, fits));
        if (!next) return;
        auto const& ticket = next->ticket;
        ASSERT_TRUE(can_do(skills, ticket.service));
        std::size_t smaller = 0;
        for (auto const& other : waiting_) {
            if (other.key < ticket.key) ++smaller;
            if (other.id == ticket.id || !can_do(skills, other.service)) continue;
            EXPECT_LT(ticket.key, other.key);
            EXPECT_LE(issued_.at(ticket.id), other.key.due) << "came after the other's due";
        }
        EXPECT_EQ(next->passed.size(), smaller);
        for (auto const& passed : next->passed) {
            EXPECT_EQ(passed.because, PassedBecause::lacks_skill);
            EXPECT_FALSE(can_do(skills, passed.ticket.service));
            EXPECT_LT(passed.ticket.key, ticket.key);
        }
        after_call(ticket.id);
    }

    void override_order() {
        if (waiting_.empty() || random_.below(5) > 0) return;
        auto const& skills = windows_[random_.below(windows_.size())];
        auto const id = waiting_[random_.below(waiting_.size())].id;
        auto const chosen = choose(id, skills, waiting_).value();
        std::size_t smaller = 0;
        for (auto const& other : waiting_) smaller += other.key < chosen.ticket.key;
        EXPECT_EQ(chosen.passed.size(), smaller);
        for (auto const& passed : chosen.passed)
            EXPECT_EQ(passed.because == PassedBecause::overridden,
                      can_do(skills, passed.ticket.service));
        after_call(id);
    }

    SeededRandom random_;
    Rules rules_;
    Instant now_{};
    std::int64_t sequence_ = 0;
    std::int64_t returns_ = 0;
    std::vector<std::vector<ServiceId>> windows_;
    std::vector<Waiting> waiting_;
    std::vector<Waiting> missed_;
    std::vector<Waiting> stops_;
    std::map<TicketId, Instant> issued_;
    std::set<TicketId> called_;
};

}  // namespace

TEST(OrderProperty, NobodyStarvesAndEveryOvertakingHasItsReason) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        SCOPED_TRACE(seed);
        RandomHall hall{seed};
        for (int deed = 0; deed < 2'000; ++deed) hall.happen();
        hall.end();
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace banshi::tickets
