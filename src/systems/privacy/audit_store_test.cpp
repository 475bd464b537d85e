// Whoever changes a certificate by hand, or puts the person back, is found by verify.

#include "systems/privacy/audit.h"

#include "engines/people/people.h"
#include "engines/people/world_for_test.h"
#include "engines/record/sequencer.h"
#include "engines/record/verify.h"
#include "systems/privacy/certificate.h"

namespace banshi::privacy {

class ErasureAuditTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        write([&](Call& call) {
            auto const person =
                people::identify(call, {"赵甲", "11010519491231002X", "13812345678"}).value();
            people::identify(call, {"钱乙", "110105198001010016", "13900000000"}).value();
            rows::Erasure one{1, {"account"}, person, now - Minutes{5}, now, true};
            rows::insert(call, one);
            people::erase(call, person);
            one.trace = record::append(call, entry_of(call, one)).number;
            rows::decide(call, one);
            return 0;
        });
    }

    std::string found_after(Sql statement) {
        std::string found;
        store->write_now([&](Transaction& tx) {
            tx.run(statement);
            Call call{actor, now, district, tx, system_random(), texts};
            record::Audits audits;
            audits.push_back(std::make_unique<ErasureAudit>());
            for (auto const& breach :
                 record::verify(call, {"test/xinqu", {}}, audits, {}).first_breaches)
                found += breach.text.substr(7) + " " + breach.facts.at("number") + "; ";
            return false;
        });
        return found;
    }
};

TEST_P(ErasureAuditTest, NamesWhatWasChangedByHand) {
    for (int round = 0; round < 2; ++round) {  // on PostgreSQL the entry waits for its place first
        EXPECT_EQ(found_after("UPDATE privacy_erasures SET why = why"), "");
        EXPECT_EQ(found_after("UPDATE privacy_erasures SET account = 'other'"),
                  "erasure_differs E-1; ");
        EXPECT_EQ(found_after("UPDATE privacy_erasures SET decided_at = decided_at - 60000000"),
                  "erasure_differs E-1; ");
        EXPECT_EQ(found_after("UPDATE privacy_erasures SET person = "
                              "(SELECT id FROM sealed_persons WHERE name <> '')"),
                  "erasure_undone E-1; ");
        EXPECT_EQ(found_after("DELETE FROM privacy_erasures"), "leaf_without_row E-1; ");
        EXPECT_EQ(found_after("UPDATE privacy_erasures SET number = 2"),
                  "row_without_leaf E-2; leaf_without_row E-1; ");
        write([&](Call& call) { return record::sequence_outbox(call.tx, "xinqu", 1000); });
    }
}

INSTANTIATE_TEST_SUITE_P(Both, ErasureAuditTest, people::both_databases(), people::database_name);

}  // namespace banshi::privacy
