// What goes of a donor who asks for removal, and what the books keep.

#include "systems/aid/kept.h"

#include "engines/people/world_for_test.h"
#include "systems/aid/bound_for_test.h"
#include "systems/aid/donor_rows.h"

namespace banshi::aid {

class KeptDonors : public people::World {
protected:
    std::string add(Call& call, DonorKind kind, std::string const& name, std::string const& phone) {
        return make_donor(call, {kind, name, phone, false}).value().donor;
    }
    static void insert(Call& call, Pledge const& pledge) {
        rows::insert(call, pledge);
        bind_row(call, Bound::pledge, pledge.number);
    }
    static std::string found(Call& call) {
        BoundSeen seen;
        return told(bound_breaches(call, seen));
    }
    static std::string shown(Call& call, std::string const& number) {
        auto const donor = rows::find_donor(call, number).value();
        return donor.name + (donor.phone.empty() ? " -" : " phone") +
               (donor.anonymous ? " hidden" : " public");
    }
};

TEST_P(KeptDonors, LoseTheirTelephoneAndAreNamedInTheBooksAlone) {
    write([&](Call& call) {
        auto const phone = std::string("13812345678");
        auto const idle = add(call, DonorKind::person, "赵甲", phone);
        auto const giver = add(call, DonorKind::person, "赵甲", phone);
        auto const given_up = add(call, DonorKind::person, "赵甲", phone);
        auto const collective = add(call, DonorKind::collective, "某某商会", phone);
        auto const other = add(call, DonorKind::person, "钱乙", "13900000000");
        Pledge pledge{"P1", "2026", giver, 100, now, {}, ""};
        insert(call, pledge);
        pledge.number = "P2", pledge.donor = given_up, pledge.cancelled_at = now;
        insert(call, pledge);

        people::Subject const me{{"me"}, people::lookup_hash("phone", phone)};
        EXPECT_EQ(kept_donors(call, me).at(0).things.size(), 4u);
        EXPECT_TRUE(kept_donors(call, {{"other"}, ""}).at(0).things.empty());
        erase_donors(call, me);
        EXPECT_EQ(shown(call, idle), " - hidden");
        EXPECT_EQ(shown(call, giver), "赵甲 - hidden");
        EXPECT_EQ(shown(call, given_up), " - hidden");
        EXPECT_EQ(shown(call, collective), "某某商会 - public");
        EXPECT_EQ(shown(call, other), "钱乙 phone public");
        EXPECT_TRUE(kept_donors(call, me).at(0).things.empty());
        EXPECT_EQ(found(call), "") << "a removal is no forgery";
        return 0;
    });
}

TEST_P(KeptDonors, AreStillNamedWhereARowIsAlteredAfterwards) {
    write([&](Call& call) {
        auto const phone = std::string("13812345678");
        auto const number = add(call, DonorKind::person, "赵甲", phone);
        auto const code = rows::find_donor(call, number).value().phone;
        erase_donors(call, {{"me"}, people::lookup_hash("phone", phone)});
        EXPECT_EQ(found(call), "");
        auto const named = "breach.bound_donor " + number + " ";
        call.tx.run("UPDATE aid_donors SET phone = ? WHERE number = ?", code, number);
        EXPECT_EQ(found(call), named) << "the telephone is put back";
        call.tx.run("UPDATE aid_donors SET phone = '' WHERE number = ?", number);
        EXPECT_EQ(found(call), "");
        call.tx.run("UPDATE aid_donors SET name = '赵甲' WHERE number = ?", number);
        EXPECT_EQ(found(call), named) << "the name";
        return 0;
    });
}

INSTANTIATE_TEST_SUITE_P(Both, KeptDonors, people::both_databases(), people::database_name);

}  // namespace banshi::aid
