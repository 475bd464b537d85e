// What goes of a turn at a reception day when its person asks for removal, and what stays.

#include "systems/supervision/kept.h"

#include "engines/matters/matter_for_test.h"
#include "engines/people/keys.h"
#include "systems/supervision/reception_rows.h"

namespace banshi::supervision {

class KeptTurns : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        write([&](Call& call) {
            add_day(call, "past", -2);
            add_day(call, "next", 2);
            return 0;
        });
    }

    void add_day(Call& call, std::string const& id, int days) {
        rows::ReceptionDay day{};
        day.id = id;
        day.day = district.zone().day_of(now) + std::chrono::days{days};
        day.from = now + Minutes{days * 1440};
        day.to = day.from + Minutes{120};
        rows::insert(call, day);
    }

    void add_turn(Call& call, std::string const& id, std::string const& day,
                  std::string const& state, std::string const& phone = "13812345678",
                  std::optional<MatterId> matter = {}) {
        rows::Visit turn{};
        turn.id = turn.turn = id;
        turn.reception = day;
        turn.name = people::seal("赵甲", call.random);
        turn.phone = people::seal(phone, call.random);
        turn.state = state;
        turn.matter = matter;
        rows::insert(call, turn);
    }

    std::string still_named(Call& call) {
        std::string named;
        for (auto const& turn : rows::visits_with_phone(call))
            if (!turn.name.empty()) named = turn.id + " " + named;
        return named;
    }

    people::Subject me() const { return {{"me"}, people::lookup_hash("phone", "13812345678")}; }
};

TEST_P(KeptTurns, ArePartOfTheListAndGoOnceTheyAreOver) {
    write([&](Call& call) {
        auto const of_matter = [&](matters::State state) {
            auto const matter = matters::matter_for_test(call, {.state = state});
            matters::rows::insert(call, matter);
            return matter.id;
        };
        add_turn(call, "J1", "past", "absent");
        add_turn(call, "J2", "past", "received", "13812345678", of_matter(matters::State::working));
        add_turn(call, "J3", "past", "booked");
        add_turn(call, "J0", "past", "received", "13812345678", of_matter(matters::State::cleared));
        add_turn(call, "J4", "past", "absent", "13900000000");
        add_turn(call, "J5", "next", "booked");
        add_turn(call, "J6", "next", "cancelled");
        auto const kept = kept_turns(call, me()).at(0).things;
        EXPECT_EQ(kept.size(), 6u);
        EXPECT_EQ(kept.back().number, "J0");
        EXPECT_TRUE(kept_turns(call, {{"other"}, ""}).at(0).things.empty());
        erase_turns(call, me());
        EXPECT_EQ(still_named(call), "J2 J4 J5 ");
        return 0;
    });
}

INSTANTIATE_TEST_SUITE_P(Both, KeptTurns, people::both_databases(), people::database_name);

}  // namespace banshi::supervision
