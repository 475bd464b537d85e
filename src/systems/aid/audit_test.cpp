// Whoever changes the books by hand, with all that is kept beside them, still meets the record.

#include "systems/aid/audit.h"

#include "engines/people/world_for_test.h"
#include "systems/aid/books.h"
#include "systems/aid/system.h"

namespace banshi::aid {

namespace {

class MoneyAuditTest : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        district.set(Settings{});
        write([&](Call& call) {
            open_books(call);
            return true;
        });
        booked_ = post("booked", leaf_of(MoneyKind::booked));
    }

    ledger::Transfer post(std::string const& kind, ledger::Leaf const& leaf) {
        return write([&](Call& call) {
            auto const today = district.zone().day_of(now);
            return ledger::post(
                       call, book,
                       {account::bank, account::interest, 400, kind, today, "", "", {}, {}, leaf})
                .value()
                .transfer;
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

    // The leaf of the first booking, as it would be had the booking been this one.
    std::string leaf(
        std::function<void(ledger::Transfer&)> const& change = [](auto&) {},
        std::vector<ledger::Part> const& parts = {}) {
        auto other = booked_;
        change(other);
        return write([&](Call& call) { return leaf_text(call, other, parts); });
    }

    ledger::Transfer booked_;
};

TEST_P(MoneyAuditTest, IsSilentWhereTheBooksSayWhatTheRecordSays) {
    EXPECT_EQ(found({leaf()}), "");
}

TEST_P(MoneyAuditTest, NamesTheTransferThatSaysSomethingElse) {
    auto const other = "breach.aid_leaf T000001 ";
    EXPECT_EQ(found({leaf([](auto& t) { t.fen = 401; })}), other);
    EXPECT_EQ(found({leaf([](auto& t) { t.credit = "Liabilities:Suspense"; })}), other);
    EXPECT_EQ(found({leaf([](auto& t) { t.phase = ledger::Phase::held; })}), other);
    EXPECT_EQ(found({leaf([](auto& t) { t.reference = "R2021-000009"; })}), other);
    EXPECT_EQ(found({leaf([](auto& t) { t.reverses = 7; })}), other);
    EXPECT_EQ(found({leaf([](auto& t) { t.at += Seconds{1}; })}), other);
    EXPECT_EQ(found({leaf([](auto& t) { t.by = "clerk"; })}), other);
    EXPECT_EQ(found({leaf([](auto& t) { t.text = "x"; })}), other);
    EXPECT_EQ(found({leaf([](auto& t) { t.day += std::chrono::days{1}; })}), other);
    EXPECT_EQ(found({leaf([](auto&) {}, {{3, 400}})}), other);
}

TEST_P(MoneyAuditTest, NamesTheYoungestTransferThatIsNoLongerThere) {
    EXPECT_EQ(found({leaf(), leaf([](auto& t) { t.number = 2; })}), "breach.aid_no_row T000002 ");
}

// Only PostgreSQL lets an entry wait for its place, and only a moment.
TEST_P(MoneyAuditTest, KnowsATransferThatWaitsForItsPlaceFromOneThatNobodyRecorded) {
    bool const waits = store->backend() == Backend::postgres;
    EXPECT_EQ(found({}), waits ? "" : "breach.aid_no_leaf T000001 ");
    post("booked", {});
    EXPECT_EQ(found({leaf()}), "breach.aid_no_leaf T000002 ");
}

TEST_P(MoneyAuditTest, NamesATransferThatPointsAtTheWaitingLeafOfAnother) {
    auto const trace = booked_.trace;
    post("booked", [trace](auto&&...) { return record::Trace{trace}; });
    EXPECT_EQ(found({leaf()}), "breach.aid_no_leaf T000002 ");
}

TEST_P(MoneyAuditTest, NamesATransferOfAKindThatTheOfficeDoesNotHave) {
    post("present", {});
    EXPECT_EQ(found({leaf()}), "breach.aid_no_leaf T000002 ");
}

// Edited after the places were fixed by it, or taken out of the settings.
TEST_P(MoneyAuditTest, NamesATableOfPointsThatWasEdited) {
    Settings settings{};
    settings.scoring = {{"2021-1", Day{}, "办法", {{0, 40}}, {{0, 0}}, {{0, 0}}, 10, {}}};
    auto const body = R"({"at":1,"c":"2021","h":")" +
                      hex(record::sha256({as_published(settings.scoring.front())})) +
                      R"(","k":"aid.selection_planned","weights":"2021-1"})";
    auto const named = [&] {
        district.set(settings);
        auto const look = audit();
        look->see({0, "aid.selection_planned", {}, body});
        auto const all = write([&](Call& call) { return look->compare(call); });
        return std::ranges::count(all, "breach.aid_weights", &record::Breach::text);
    };
    EXPECT_EQ(named(), 0);
    settings.scoring.front().income.front().points = 41;
    EXPECT_EQ(named(), 1);
    settings.scoring.clear();
    EXPECT_EQ(named(), 1);
}

INSTANTIATE_TEST_SUITE_P(Both, MoneyAuditTest, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::aid
