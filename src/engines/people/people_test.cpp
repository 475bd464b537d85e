#include "engines/people/people.h"

#include <gtest/gtest.h>

#include <latch>
#include <set>

#include "engines/people/people_rows.h"
#include "engines/people/world_for_test.h"

namespace banshi::people {

// Invented; born in a century nobody living was.
static Identity const zhang{"张三", "11010519491231002X", "13812345678"};

class Persons : public World {
protected:
    PersonId known(Identity const& identity) {
        return write([&](Call& call) { return identify(call, identity); }).value();
    }
};

TEST_P(Persons, AreOneHoweverTheirNumberIsTyped) {
    auto const id = known(zhang);
    EXPECT_EQ(known({"张三", "１１０１０５１９４９１２３１００２ｘ", "+86 13812345678"}), id);
    EXPECT_EQ(write([](Call& call) { return find(call, "110105 19491231 002x"); }), id);
    EXPECT_EQ(write([](Call& call) { return find(call, "E1"); }), std::nullopt);
    EXPECT_NE(known({"张三", "11010519491231002X", "", DocumentKind::residence_permit}), id);
}

TEST_P(Persons, AreRefusedByTheFieldThatIsWrong) {
    auto const refused = [&](Identity const& identity) {
        auto const result = write([&](Call& call) { return identify(call, identity); });
        return result ? "" : result.refusal().text + " " + result.refusal().field;
    };
    EXPECT_EQ(refused({"张三", "110105194912310021", "13812345678"}),
              "person.bad_id_number id_number");
    EXPECT_EQ(refused({"张三", "11010519491231002X", "123"}), "person.bad_phone phone");
    EXPECT_EQ(refused({" ", "11010519491231002X", "13812345678"}), "person.name_missing name");
}

TEST_P(Persons, AreShownMasked) {
    auto const id = known(zhang);
    auto const shown = write([&](Call& call) { return masked(call, id); });
    EXPECT_EQ(shown.name, "张*");
    EXPECT_EQ(shown.id_number, "110***********002X");
    EXPECT_EQ(shown.phone, "138****5678");
    EXPECT_EQ(write([](Call& call) { return masked(call, PersonId{}); }).name, "");
}

TEST_P(Persons, KeepTheirFirstNameAndRememberOthers) {
    auto const id = known(zhang);
    known({"张三丰", zhang.id_number, "13987654321"});
    known({"张三丰", zhang.id_number, ""});
    actor.account = AccountId{"wang"};
    auto const shown =
        write([&](Call& call) { return reveal(call, id, "asked at the desk"); }).value();
    EXPECT_EQ(shown.name, "张三");
    EXPECT_EQ(shown.id_number, zhang.id_number);
    EXPECT_EQ(shown.phone, "13987654321");
    EXPECT_EQ(shown.other_names, std::vector<std::string>{"张三丰"});

    EXPECT_TRUE(write([&](Call& call) { return rename(call, id, "张三丰"); }));
    EXPECT_EQ(write([&](Call& call) { return reveal(call, id, "again"); }).value().name, "张三丰");
}

TEST_P(Persons, AreSeenInFullOnlyWithAReasonThatIsKept) {
    auto const id = known(zhang);
    actor.account = AccountId{"wang"};
    auto const look = [&](std::string const& reason) {
        return outcome([&](Call& call) { return reveal(call, id, reason); });
    };
    EXPECT_EQ(look("  "), "person.reason_missing");
    EXPECT_EQ(look("compare with the card"), "ok");
    EXPECT_EQ(outcome([](Call& call) { return reveal(call, PersonId{"nobody"}, "why"); }),
              "person.not_found");
    auto const log = write([](Call& call) { return list_access(call, {}, 10); });
    ASSERT_EQ(log.size(), 1u);
    EXPECT_EQ(log[0].account.text, "wang");
    EXPECT_EQ(log[0].person, id);
    EXPECT_EQ(log[0].at, now);
    EXPECT_EQ(log[0].reason, "compare with the card");
}

TEST_P(Persons, AreSealedInTheirRow) {
    auto const id = known(zhang);
    auto const row = write([&](Call& call) { return rows::find_person(call, id); }).value();
    auto const all = row.number + row.name + row.phone + row.phone_lookup;
    for (auto const& secret : {zhang.id_number, zhang.name, zhang.phone})
        EXPECT_EQ(all.find(secret), all.npos) << secret;
}

TEST_P(Persons, AreOneWhenTwentyComeAtOnce) {
    constexpr int racers = 20;
    std::vector<std::string> seen(racers);
    std::latch all(racers);
    for (int at = 0; at < racers; ++at)
        store->write(
            [&, at](Transaction& tx) {
                Call call{actor, now, district, tx, system_random(), texts};
                auto const id = identify(call, zhang).value();
                lock(call, id);
                seen[static_cast<std::size_t>(at)] = id.text;
                return true;
            },
            [&](std::exception_ptr error) {
                EXPECT_FALSE(error);
                all.count_down();
            });
    all.wait();
    EXPECT_EQ(std::set(seen.begin(), seen.end()).size(), 1u);
    EXPECT_EQ(write([](Call& call) { return find_by_phone(call, "138 1234 5678"); }).size(), 1u);
}

TEST_P(Persons, AreGoneOnceErased) {
    auto const id = known(zhang);
    write([&](Call& call) { return erase(call, id), 0; });
    EXPECT_EQ(write([&](Call& call) { return masked(call, id); }).id_number, "");
    EXPECT_NE(known(zhang), id);
}

TEST_P(Persons, BelongToTheirDistrict) {
    auto const id = known(zhang);
    district = District{"elsewhere", Zone("Asia/Shanghai"), std::make_shared<WorkCalendar>()};
    EXPECT_EQ(write([](Call& call) { return find(call, zhang.id_number); }), std::nullopt);
    EXPECT_NE(known(zhang), id);
}

INSTANTIATE_TEST_SUITE_P(Both, Persons, both_databases(), database_name);

}  // namespace banshi::people
