#include "engines/matters/counts.h"

#include <map>

#include "engines/matters/matter_for_test.h"

namespace banshi::matters {

class Counts : public World {
protected:
    std::vector<Tally> read(Split split, Days days = Days::all(), std::string const& value = "") {
        return write([&](Call& call) { return tallies(call, "supervision", split, days, value); });
    }
    void expect_sound() {
        auto const wrong = write([](Call& call) { return check_counts(call, "supervision"); });
        for (auto const& [split, from, surplus] : wrong)
            ADD_FAILURE() << boost::describe::enum_to_string(split, "") << " "
                          << banshi::written(from) << " " << surplus.value << " " << surplus.detail
                          << " " << surplus.n;
    }
    int fold(int limit) {
        return write([&](Call& call) { return fold_counts(call, limit); });
    }
};

TEST_P(Counts, FollowAMatterFromStateToState) {
    auto matter = write([](Call& call) { return insert_for_test(call); });
    Tally wanted{"", "", What::matter, "working", 0, 1};
    EXPECT_EQ(read(Split::total), std::vector{wanted});
    write([&](Call& call) {
        matter.state = State::cleared;
        matter.outcome = Outcome::solved;
        matter.level = 2;
        rows::update(call, matter);
        return 0;
    });
    wanted = {"s1", "livelihood", What::matter, "cleared solved", 2, 1};
    EXPECT_EQ(read(Split::street_kind), std::vector{wanted});
    EXPECT_EQ(fold(100), 3);
    EXPECT_EQ(fold(100), 0);
    EXPECT_EQ(read(Split::street_kind), std::vector{wanted});
    EXPECT_EQ(read(Split::street_kind, Days::all(), "s2"), std::vector<Tally>{});
    expect_sound();
}

TEST_P(Counts, LeaveDraftsOut) {
    auto matter = write([](Call& call) { return insert_for_test(call, {.state = State::draft}); });
    EXPECT_TRUE(read(Split::total).empty());
    write([&](Call& call) {
        matter.state = State::registered;
        return rows::update(call, matter), 0;
    });
    EXPECT_EQ(read(Split::total).size(), 1u);
    expect_sound();
}

TEST_P(Counts, SumWhatWasBuiltWhileItIsCleared) {
    auto matter = write([](Call& call) {
        auto made = insert_for_test(call);
        rows::put_quantities(call, made.id, 1, {{"road", 7}, {"step", 2000}});
        return made;
    });
    auto const go = [&](State state) {
        write([&](Call& call) {
            matter.state = state;
            return rows::update(call, matter), 0;
        });
        std::map<std::string, std::int64_t> built;
        for (auto const& tally : read(Split::street))
            if (tally.what == What::built) built[tally.detail] = tally.n;
        return built;
    };
    EXPECT_EQ(go(State::cleared),
              (std::map<std::string, std::int64_t>{{"road", 7}, {"step", 2000}}));
    fold(100);
    expect_sound();
    EXPECT_TRUE(go(State::reopened).empty());
    expect_sound();
}

// Random deeds over some years; folded now and then; any period and any split must agree with a
// count of the matters one by one.
class RandomDeeds : public Counts {
protected:
    std::size_t pick(std::size_t n) { return chance_.below(n); }
    Day day() { return Day{std::chrono::days{20000 + static_cast<int>(pick(1200))}}; }

    void deed(Call& call) {
        if (all_.size() < 40 || pick(4) == 0) {
            auto const at = call.district.zone().midnight(day());
            all_.push_back(insert_for_test(call, {.street = "s" + std::to_string(pick(3)),
                                                  .unit = "u1",
                                                  .kind = pick(2) ? "petition" : "livelihood",
                                                  .at = at}));
            return;
        }
        auto& matter = all_[pick(all_.size())];
        constexpr State states[] = {State::working, State::cleared, State::declined, State::listed};
        matter.state = states[pick(4)];
        matter.outcome.reset();
        if (matter.state == State::cleared)
            matter.outcome = pick(2) ? Outcome::solved : Outcome::explained;
        matter.level = static_cast<int>(pick(4));
        matter.unit = {"u" + std::to_string(pick(3))};
        rows::update(call, matter);
    }

    std::int64_t cleared_in(Days days, std::string const& street) const {
        return std::ranges::count_if(all_, [&](Matter const& each) {
            return each.day >= days.from && each.day < days.to && each.state == State::cleared &&
                   each.street.text == street;
        });
    }

    std::vector<Matter> all_;
    SeededRandom chance_{11};
};

TEST_P(RandomDeeds, AgreeWithARecountInAnyPeriod) {
    for (int round = 0; round < 12; ++round) {
        write([&](Call& call) {
            for (int at = 0; at < 40; ++at) deed(call);
            return 0;
        });
        if (round % 3 == 1) fold(70);
        for (int at = 0; at < 10; ++at) {
            Days const days{day(), day()};
            std::int64_t found = 0;
            for (auto const& tally : read(Split::street, days, "s1"))
                if (tally.detail.starts_with("cleared")) found += tally.n;
            EXPECT_EQ(found, cleared_in(days, "s1"));
        }
    }
    while (fold(70) > 0) continue;
    expect_sound();
}

INSTANTIATE_TEST_SUITE_P(Both, Counts, both_databases(), database_name);
INSTANTIATE_TEST_SUITE_P(Both, RandomDeeds, both_databases(), database_name);

}  // namespace banshi::matters
