#include "engines/people/contacts.h"

#include "engines/people/accounts.h"
#include "engines/people/passwords.h"
#include "engines/people/world_for_test.h"

namespace banshi::people {

TEST(Email, IsTakenAsMailServersTakeIt) {
    EXPECT_EQ(normalise_email("  wang.li+a@xinqu.gov.cn ").value(), "wang.li+a@xinqu.gov.cn");
    for (auto const* bad :
         {"", "wang", "@a.cn", "wang@", "wang@local", "a b@c.cn", "a@b..cn", ".a@b.cn", "a@b.cn>",
          "王@b.cn", "a@b.cn\r\nBcc: c@d.cn", "a@b@c.cn", "\"a\"@b.cn"})
        EXPECT_FALSE(normalise_email(bad)) << bad;
    EXPECT_FALSE(normalise_email(std::string(65, 'a') + "@b.cn"));
    EXPECT_EQ(masked_email("wang@b.cn"), "w***@b.cn");
    EXPECT_EQ(masked_email(""), "");
}

class Contacts : public World {
protected:
    void SetUp() override {
        World::SetUp();
        if (!IsSkipped()) use_password_cost(PasswordCost::least);
    }
    AccountId staff(std::string const& login, std::vector<RoleAt> const& roles) {
        return write([&](Call& call) {
                   return create_account(
                       call, {AccountKind::staff, login, login, "a good password", roles});
               })
            .value();
    }
    std::vector<AccountId> found(std::string const& node) {
        return write([&](Call& call) { return holders(call, "hall.call_tickets", node); });
    }
};

TEST_P(Contacts, AreKeptAtTheAccountAndChecked) {
    auto const wang = staff("wang", {});
    auto const set = [&](Contact const& contact) {
        return outcome([&](Call& call) { return set_contact(call, wang, contact); });
    };
    EXPECT_EQ(set({"138 1234 5678", "wang@b.cn"}), "ok");
    EXPECT_EQ(set({"12", ""}), "person.bad_phone");
    EXPECT_EQ(set({"", "wang"}), "account.bad_email");
    auto const kept = write([&](Call& call) { return contact_of(call, wang); });
    EXPECT_EQ(kept.phone + kept.email, "13812345678wang@b.cn");
    EXPECT_EQ(set({" ", ""}), "ok");
    EXPECT_EQ(write([&](Call& call) { return contact_of(call, wang); }).phone, "");
    EXPECT_EQ(outcome([](Call& call) { return set_contact(call, AccountId{"nobody"}, {}); }),
              "account.not_found");
}

TEST_P(Contacts, OfAUnitAreItsOwnPeopleAndElseThoseAboveIt) {
    auto const above = staff("above", {{"clerk", "/xinqu"}});
    auto const own = staff("own", {{"clerk", "/xinqu/hall-1"}, {"kiosk", "/xinqu/hall-1"}});
    staff("other", {{"admin", "/xinqu/hall-1"}});
    EXPECT_EQ(found("/xinqu/hall-1"), std::vector{own});
    EXPECT_EQ(found("/xinqu/hall-2/3"), std::vector{above});
    EXPECT_EQ(found("/xinqu"), std::vector{above});
    EXPECT_EQ(found("/"), std::vector<AccountId>{});
    write([&](Call& call) { return set_active(call, own, false); }).value();
    EXPECT_EQ(found("/xinqu/hall-1"), std::vector{above}) << "who has left is not told";
}

INSTANTIATE_TEST_SUITE_P(Both, Contacts, both_databases(), database_name);

}  // namespace banshi::people
