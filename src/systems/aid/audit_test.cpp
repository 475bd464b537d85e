// Whoever changes the books by hand, with all that is kept beside them, still meets the record.

#include "systems/aid/audit.h"

#include "engines/people/world_for_test.h"
#include "systems/aid/system.h"

namespace banshi::aid {

namespace {

constexpr char const* bank = "Assets:Bank:Aid";
constexpr char const* interest = "Income:Interest";

class MoneyAuditTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        district.set(Settings{});
        write([&](Call& call) {
            ledger::open_account(call, book, {bank, bank, ledger::Nature::asset, true, false});
            ledger::open_account(call, book,
                                 {interest, interest, ledger::Nature::income, false, false});
            auto const today = district.zone().day_of(now);
            ledger::post(call, book, {bank, interest, 400, "interest", today, "", ""}).value();
            return true;
        });
    }

    // What is wrong when these are the leaves of the record.
    std::string found(std::vector<std::string> const& bodies) {
        auto const look = audit();
        std::uint64_t seq = 0;
        for (auto const& body : bodies) look->see({seq++, "aid.booked", {}, body});
        std::string text;
        for (auto const& breach : look->finish(now)) text += breach.text + " ";
        write([&](Call& call) {
            for (auto const& breach : look->compare(call))
                text += breach.text + " " + breach.facts.at("transfer") + " ";
            return true;
        });
        return text;
    }
};

std::string leaf(std::string const& number, int fen) {
    return R"({"at":1,"c":"Income:Interest","d":"Assets:Bank:Aid","f":)" + std::to_string(fen) +
           R"(,"k":"aid.booked","n":")" + number + R"("})";
}

TEST_P(MoneyAuditTest, IsSilentWhereTheBooksSayWhatTheRecordSays) {
    EXPECT_EQ(found({leaf("T000001", 400)}), "");
}

TEST_P(MoneyAuditTest, NamesTheTransferThatSaysSomethingElse) {
    EXPECT_EQ(found({leaf("T000001", 401)}), "breach.aid_leaf T000001 ");
}

TEST_P(MoneyAuditTest, NamesTheYoungestTransferThatIsNoLongerThere) {
    EXPECT_EQ(found({leaf("T000001", 400), leaf("T000002", 50)}), "breach.aid_no_row T000002 ");
}

INSTANTIATE_TEST_SUITE_P(Both, MoneyAuditTest, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::aid
