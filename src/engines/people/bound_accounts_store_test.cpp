// Whoever gives a right, a password or a whole account by hand is named by the verification.

#include "engines/people/bound_accounts.h"

#include "engines/people/account_rows.h"
#include "engines/people/world_for_test.h"
#include "engines/record/record.h"
#include "engines/record/sequencer.h"
#include "engines/record/verify.h"

namespace banshi::people {

class BoundAccounts : public World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        use_password_cost(PasswordCost::least);
        wang = create({AccountKind::staff, "wang", "王", "a good password", at_hall_1});
        create({AccountKind::device, "kiosk-1", "取号机", "", {{"kiosk", "/xinqu/hall-1"}}});
    }
    AccountId create(NewAccount const& form) {
        return write([&](Call& call) { return create_account(call, form); }).value();
    }
    void settle() {
        write([&](Call& call) { return record::sequence_outbox(call.tx, "xinqu", 1000); });
    }
    // What is found with these changes, which are undone again.
    template <class... Statements>
    std::string found(Statements... statements) {
        std::string text;
        store->write_now([&](Transaction& tx) {
            (tx.run(statements), ...);
            Call call{actor, now, district, tx, system_random(), texts};
            text = verdict_of(call);
            return false;
        });
        return text;
    }
    std::string verdict_of(Call& call) {
        record::Audits audits;
        audits.push_back(std::make_unique<AccountAudit>());
        auto const verdict = record::verify(call, {"test/xinqu", {}}, audits, {});
        std::string text;
        for (auto const* all : {&verdict.first_breaches, &verdict.unchecked})
            for (auto const& each : *all) {
                auto const account = each.facts.find("account");
                text += each.text.substr(each.text.find('.') + 1);
                if (account != each.facts.end()) text += " " + account->second;
                text += "; ";
            }
        return text;
    }

    std::vector<RoleAt> const at_hall_1{{"clerk", "/xinqu/hall-1"}};
    AccountId wang;
};

TEST_P(BoundAccounts, NameWhatWasChangedByHand) {
    std::string const differs = "account_differs wang; ";
    for (int round = 0; round < 2; ++round) {  // on PostgreSQL entries wait for their places first
        EXPECT_EQ(found(), "");
        EXPECT_EQ(found(Sql{"INSERT INTO account_roles (district, account, role, node) "
                            "SELECT district, id, 'admin', '/' FROM accounts "
                            "WHERE login = 'wang'"}),
                  differs);
        EXPECT_EQ(found(Sql{"UPDATE account_roles SET node = '/' WHERE role = 'clerk'"}), differs);
        EXPECT_EQ(found(Sql{"DELETE FROM account_roles WHERE role = 'clerk'"}), differs);
        EXPECT_EQ(found(Sql{"UPDATE accounts SET password = 'x' WHERE login = 'wang'"}), differs);
        EXPECT_EQ(found(Sql{"UPDATE accounts SET active = 0 WHERE login = 'wang'"}), differs);
        EXPECT_EQ(found(Sql{"UPDATE accounts SET name = '李' WHERE login = 'wang'"}), differs);
        EXPECT_EQ(found(Sql{"UPDATE accounts SET failures = 3, last_log_in = 0"}), "");
        EXPECT_EQ(found(Sql{"UPDATE accounts SET kind = 'citizen' WHERE login = 'wang'"}),
                  "account_gone; account_without_leaf " + wang.text + "; ");
        EXPECT_EQ(found(Sql{"DELETE FROM account_roles WHERE role = 'kiosk'"},
                        Sql{"DELETE FROM accounts WHERE kind = 'device'"}),
                  "account_gone; ");
        settle();
    }
}

TEST_P(BoundAccounts, FollowEachDeed) {
    write([&](Call& call) {
        return set_roles(call, wang, {{"admin", "/xinqu"}, {"clerk", "/xinqu/hall-2"}});
    }).value();
    EXPECT_EQ(found(), "");
    write([&](Call& call) { return set_password(call, wang, "another password"); }).value();
    EXPECT_EQ(found(), "");
    write([&](Call& call) { return set_active(call, wang, false); }).value();
    EXPECT_EQ(found(), "");
    write([&](Call& call) { return set_active(call, wang, true); }).value();
    actor.account = wang;
    write([&](Call& call) {
        return change_password(call, "another password", "a third password");
    }).value();
    EXPECT_EQ(found(), "");
}

constexpr Sql forged{
    "INSERT INTO accounts (district, id, kind, login, name, password, active, failures, locks, "
    "person, created_at, bound) SELECT district, 'forged', kind, 'zhao', name, password, active, "
    "failures, locks, person, created_at, 0 FROM accounts WHERE login = 'wang'"};

TEST_P(BoundAccounts, NameOneThatNobodyOpened) {
    EXPECT_EQ(found(forged), "account_without_leaf zhao; ");
    // It is bound when the program next starts, and that shows.
    write([](Call& call) {
        call.tx.run(forged);
        bind_accounts_of_before(call);
        return true;
    });
    settle();
    EXPECT_EQ(found(), "account_bound_late; ");
}

// A city of before: its accounts stand as they are when the program first starts.
class AccountsOfBefore : public BoundAccounts {
protected:
    void SetUp() override { World::SetUp(); }
};

TEST_P(AccountsOfBefore, AreBoundOnce) {
    wang = AccountId{"wang's"};
    write([&](Call& call) {
        rows::insert_account(call, {wang, AccountKind::staff, "wang", "王", "hash"});
        rows::replace_roles(call, wang, at_hall_1);
        return true;
    });
    EXPECT_EQ(found(), "accounts_unbound; ");
    auto const bind = [](Call& call) { return bind_accounts_of_before(call), true; };
    write(bind);
    settle();
    EXPECT_EQ(found(), "");
    EXPECT_EQ(found(Sql{"UPDATE accounts SET password = 'x'"}), "account_differs wang; ");
    write(bind);
    write([&](Call& call) { return set_roles(call, wang, {{"admin", "/xinqu"}}); }).value();
    settle();
    EXPECT_EQ(found(), "");
    EXPECT_EQ(write([](Call& call) { return record::tip(call.tx, "xinqu").size; }), 2u);
}

INSTANTIATE_TEST_SUITE_P(Both, BoundAccounts, both_databases(), database_name);
INSTANTIATE_TEST_SUITE_P(Both, AccountsOfBefore, both_databases(), database_name);

}  // namespace banshi::people
