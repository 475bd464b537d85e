#include "engines/matters/lists.h"

#include "engines/matters/list_rows.h"
#include "engines/matters/matter_for_test.h"

namespace banshi::matters {

using std::chrono::hours;
using std::chrono::minutes;

class Lists : public World {
protected:
    Matter put(Sample const& sample) {
        return write([&](Call& call) { return insert_for_test(call, sample); });
    }
    void put_many(int n, Sample sample) {
        for (int at = 0; at < n; ++at) {
            sample.title = "第" + std::to_string(at) + "件";
            sample.at = now - hours(n - at);
            put(sample);
        }
    }
    Page page(Filter const& filter, Sight const& sight = {true}, Order order = Order::newest,
              std::optional<Place> after = {}, int limit = 20) {
        return write(
            [&](Call& call) { return list_page(call, filter, sight, order, after, limit); });
    }
    // All pages, in order.
    std::vector<std::string> titles(Filter const& filter, Sight const& sight = {true},
                                    Order order = Order::newest, int limit = 7) {
        std::vector<std::string> out;
        std::optional<Place> after;
        do {
            auto const got = page(filter, sight, order, after, limit);
            for (auto const& matter : got.matters) out.push_back(matter.title);
            EXPECT_LE(static_cast<int>(got.matters.size()), limit);
            after = got.next;
        } while (after);
        return out;
    }
    static Filter all() { return {"supervision"}; }
};

TEST_P(Lists, GiveEachMatterOnceNewestFirst) {
    put_many(30, {});
    auto const found = titles(all());
    ASSERT_EQ(found.size(), 30u);
    EXPECT_EQ(found.front(), "第29件");
    EXPECT_EQ(found.back(), "第0件");
    EXPECT_EQ(std::set(found.begin(), found.end()).size(), 30u);
}

TEST_P(Lists, OfOneMomentLoseNothingBetweenPages) {
    for (int at = 0; at < 15; ++at) put({.title = std::to_string(at)});
    auto const found = titles(all());
    EXPECT_EQ(std::set(found.begin(), found.end()).size(), 15u);
    EXPECT_EQ(found.size(), 15u);
}

TEST_P(Lists, WalkTheOpenStatesTogether) {
    State const states[] = {State::registered, State::working, State::cleared, State::waiting};
    for (int at = 0; at < 24; ++at)
        put({.title = std::to_string(at), .state = states[at % 4], .at = now - hours(24 - at)});
    auto filter = all();
    filter.type = StateType::open;
    auto const found = titles(filter, {true}, Order::newest, 4);
    ASSERT_EQ(found.size(), 18u);
    EXPECT_EQ(found[0], "23");
    EXPECT_EQ(found[1], "21");  // 22 is cleared
    EXPECT_EQ(found[2], "20");
    EXPECT_EQ(found.back(), "0");
}

TEST_P(Lists, FilterByEveryColumn) {
    put({.title = "a", .street = "s2"});
    put({.title = "b", .unit = "u2"});
    put({.title = "c", .kind = "petition"});
    put({.title = "d", .category = "road"});
    put({.title = "e", .state = State::cleared});
    put({.title = "f", .at = now - hours(50)});
    auto const with = [&](auto const& set) {
        auto filter = all();
        set(filter);
        return titles(filter);
    };
    using Titles = std::vector<std::string>;
    EXPECT_EQ(with([](Filter& f) { f.street = {"s2"}; }), Titles{"a"});
    EXPECT_EQ(with([](Filter& f) { f.unit = {"u2"}; }), Titles{"b"});
    EXPECT_EQ(with([](Filter& f) { f.kind = "petition"; }), Titles{"c"});
    EXPECT_EQ(with([](Filter& f) { f.category = "road"; }), Titles{"d"});
    EXPECT_EQ(with([](Filter& f) { f.states = {State::cleared}; }), Titles{"e"});
    EXPECT_EQ(with([](Filter& f) { f.type = StateType::closed; }), Titles{"e"});
    EXPECT_EQ(with([&](Filter& f) { f.to = now; }), Titles{"f"});
    EXPECT_EQ(with([&](Filter& f) { f.from = now; }).size(), 5u);
    EXPECT_EQ(with([](Filter& f) { f.book = "voices"; }), Titles{});
    EXPECT_EQ(with([](Filter& f) { f.level_least = 1; }), Titles{});
}

TEST_P(Lists, OfAUnitHaveItsJointTasksToo) {
    auto const lead = put({.title = "lead"});
    auto const joint = put({.title = "joint"});
    put({.title = "other"});
    write([&](Call& call) {
        for (auto const& [id, unit] : {std::pair{lead.id, "u1"}, {joint.id, "u9"}, {lead.id, "u9"}})
            rows::list_under(call, id, OrgId{unit});
        rows::list_under(call, joint.id, OrgId{"u9"});
        return 0;
    });
    auto filter = all();
    filter.unit = {"u9"};
    EXPECT_EQ(titles(filter).size(), 2u);
    filter.type = StateType::open;  // walks the states, and asks for the unit
    EXPECT_EQ(titles(filter).size(), 2u);
    filter.as_lead = true;
    EXPECT_EQ(titles(filter).size(), 0u);
    filter.as_lead = false;
    Sight const joint_unit{false, {OrgId{"u9"}}};
    EXPECT_EQ(titles(filter, joint_unit).size(), 2u);
}

TEST_P(Lists, ByDueBeginWithTheLatestAndEndTheOverdue) {
    for (int at = -3; at < 3; ++at) {
        auto const due = now + hours(24 * at);
        write([&](Call& call) {
            auto matter = matter_for_test(call, {.title = std::to_string(at)});
            matter.due = due;
            matter.yellow_at = due - hours(48);
            matter.red_at = due - hours(24);
            rows::insert(call, matter);
            return 0;
        });
    }
    put({.title = "no deadline"});
    using Titles = std::vector<std::string>;
    EXPECT_EQ(titles(all(), {true}, Order::due), (Titles{"-3", "-2", "-1", "0", "1", "2"}));
    auto filter = all();
    filter.overdue = true;
    EXPECT_EQ(titles(filter, {true}, Order::due), (Titles{"-3", "-2", "-1", "0"}));
    EXPECT_EQ(titles(filter).size(), 4u);
    filter = all();
    filter.colour = Colour::yellow;
    EXPECT_EQ(titles(filter, {true}, Order::due), Titles{"2"});
    filter.colour = Colour::red;
    EXPECT_EQ(titles(filter, {true}, Order::due).size(), 5u);
}

TEST_P(Lists, TellNobodyOfWhatTheyMayNotSee) {
    put({.title = "open"});
    put({.title = "anonymous", .visibility = Visibility::anonymous});
    put({.title = "closed", .visibility = Visibility::closed});
    put({.title = "sealed", .visibility = Visibility::sealed});
    put({.title = "draft", .state = State::draft});
    put({.title = "elsewhere", .street = "s2", .unit = "u2", .visibility = Visibility::closed});
    EXPECT_EQ(titles(all(), {}).size(), 2u);
    EXPECT_EQ(titles(all(), {true}).size(), 4u);
    EXPECT_EQ(titles(all(), {true, {}, true}).size(), 5u);
    EXPECT_EQ(titles(all(), {false, {OrgId{"s1"}}}).size(), 3u);
    EXPECT_EQ(titles(all(), {false, {OrgId{"u2"}}}).size(), 3u);
}

TEST_P(Lists, DoNotBetrayAnAnswerBeforeItIsPublished) {
    put({.title = "drafted", .state = State::answered});
    auto filter = all();
    filter.states = {State::answered};
    EXPECT_EQ(titles(filter).size(), 1u);
    EXPECT_EQ(titles(filter, {}).size(), 0u);
}

TEST_P(Lists, GoOnFromWhereALongSearchStopped) {
    write([&](Call& call) {
        for (int at = 0; at < 9000; ++at)
            insert_for_test(call, {.title = at == 0 ? "rare" : "common",
                                   .street = at == 0 ? "s2" : "s1",
                                   .at = now - minutes(9000 - at)});
        return 0;
    });
    auto filter = all();
    filter.street = {"s2"};
    filter.category = "street_lamp";  // leads the walk, and is no help
    auto const first = page(filter);
    EXPECT_TRUE(first.matters.empty());
    EXPECT_TRUE(first.next);
    EXPECT_EQ(titles(filter), std::vector<std::string>{"rare"});
}

INSTANTIATE_TEST_SUITE_P(Both, Lists, both_databases(), database_name);

}  // namespace banshi::matters
