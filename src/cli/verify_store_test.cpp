// `banshi verify` knows what the district has set: whoever alters the money by hand is named by it.

#include "cli/verify.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file_for_test.h"
#include "cli/commands.h"
#include "cli/demo/deeds.h"
#include "engines/record/record.h"
#include "engines/record/sequencer.h"
#include "store/database_for_test.h"

namespace banshi::cli {
namespace {

namespace fs = std::filesystem;

constexpr char const* statement =
    "account,booked_on,value_on,amount_fen,currency,balance_after_fen,counterparty_name,"
    "counterparty_account,bank_ref,remark\n"
    "6222-AID,2021-08-20,2021-08-20,300000,CNY,300000,王先生,6217000012345678,,P2021-000001\n";

// A city whose aid promised two families what two donors pledged. One of them has paid, and that
// day is closed.
class VerifyCommand : public testing::TestWithParam<char const*> {
protected:
    void SetUp() override {
        root_ = own_test_folder("banshi-verify");
        fs::remove_all(root_);
        here_.now = [] { return *read_instant("2021-08-25T09:30:00+08:00"); };
        here_.folders.districts = "test/districts";
        here_.log_origin = "log.example";
        here_.data = root_;
        here_.database = "sqlite:" + (root_ / "banshi.db").string();
        if (std::string(GetParam()) == "postgres") use_postgres();
        if (IsSkipped()) return;
        testing::internal::CaptureStderr();
        testing::internal::CaptureStdout();
        ASSERT_EQ(init(here_, {}), done);
        testing::internal::GetCapturedStdout();
        testing::internal::GetCapturedStderr();
        promise_two();
    }
    void TearDown() override { fs::remove_all(root_); }

    void use_postgres() {
        here_.database = bare_test_postgres();
        if (here_.database.empty()) GTEST_SKIP() << "BANSHI_POSTGRES is not set";
    }

    void promise_two() {
        must("prepare_campaign", {{"name", "帮扶"}, {"first_year", 2021}, {"families", 2}});
        must("move_campaign", {{"campaign", "2021"}, {"to", "open"}});
        for (auto const* name : {"王先生", "赵女士"})
            must("make_pledge",
                 {{"name", name}, {"kind", "person"}, {"fen", 300'000}, {"instalments", 1}});
        must("import_statement", {{"file", upload_value("bank.csv", "text/csv", statement)}});
        must("close_statement_day", {{"day", "2021-08-20"}});
        must("publish_promise", {{"year", 2021}, {"families", 2}});
    }

    void must(char const* verb, json::object const& request) {
        auto const city = open_city(here_);
        auto const& home = city.districts.front();
        auto const store = open_database(here_);
        demo::Deeds deeds(*store, home.district, home.systems, city.texts, ++deeds_);
        Actor const office{
            Actor::Kind::staff,
            {"office"},
            {},
            "",
            {{"aid.see", "/"}, {"aid.run", "/"}, {"aid.keep_money", "/"}, {"aid.choose", "/"}}};
        auto const made = deeds.perform(office, here_.now(), verb, request);
        EXPECT_TRUE(made) << verb << " " << made.refusal().text;
        if (sequences_)
            store->write_now([&](Transaction& tx) {
                record::sequence_outbox(tx, home.district.name(), 100);
                return true;
            });
    }

    template <class... Statements>
    void tamper(Statements... statements) {
        open_database(here_)->write_now([&](Transaction& tx) {
            (tx.run(statements), ...);
            return true;
        });
    }

    // What the command prints below its first line, and how it ends.
    std::pair<std::string, int> looked() {
        testing::internal::CaptureStdout();
        auto const end = verify(here_, {.district = "test"});
        auto const said = testing::internal::GetCapturedStdout();
        return {said.substr(said.find('\n') + 1), end};
    }
    // What `log audit` prints, and how it ends.
    std::pair<std::string, int> audited(std::pair<std::string, std::string> const& range) {
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        auto const end = log(here_, {"audit", "test", range.first, range.second});
        testing::internal::GetCapturedStderr();
        return {testing::internal::GetCapturedStdout(), end};
    }
    // The breaches as the command prints them.
    std::string found() {
        auto const [breaches, end] = looked();
        EXPECT_EQ(end, breaches.empty() ? done : broken_record);
        return breaches;
    }

    fs::path root_;
    Environment here_{};
    std::uint64_t deeds_ = 0;
    bool sequences_ = true;
};

TEST_P(VerifyCommand, IsSilentWhereBooksAndBankAgree) { EXPECT_EQ(found(), ""); }

// A016 and A018 stand in the record, and nobody ever entered A017.
TEST_P(VerifyCommand, NamesTheNumberThatIsMissing) {
    auto const city = open_city(here_);
    auto const& district = city.districts.front().district;
    open_database(here_)->write_now([&](Transaction& tx) {
        Actor const machine{Actor::Kind::machine, {"machine"}, {}, "", {}};
        Call call{machine, here_.now(), district, tx, system_random(), city.texts};
        for (int figure = 1; figure <= 18; ++figure)
            if (figure != 17)
                record::append(call,
                               record::Issued{fmt::format("A{:03}", figure), "hall-01/2021-08-25"});
        record::sequence_outbox(tx, district.name(), 100);
        return true;
    });
    auto const breaches = found();
    EXPECT_NE(breaches.find("hall-01，2021-08-25：缺 A017 号"), breaches.npos) << breaches;
    EXPECT_EQ(breaches.find("：缺 "), breaches.rfind("：缺 ")) << breaches;
    // A018 tells it, the last entry but none; the numbers before it are sound.
    auto const [all, broken] = audited({"", ""});
    EXPECT_EQ(broken, broken_record);
    auto const at = all.find("缺 A017 号（第 ");
    ASSERT_NE(at, all.npos) << all;
    auto const seq = std::stoi(all.substr(at + std::string("缺 A017 号（第 ").size()));
    EXPECT_EQ(audited({std::to_string(seq), std::to_string(seq)}).second, broken_record);
    EXPECT_EQ(
        audited({"0", std::to_string(seq - 1)}),
        (std::pair<std::string, int>{
            "test：重放第 0 至 " + std::to_string(seq - 1) + " 条记录，发现 0 处不符。\n", done}));
    EXPECT_EQ(audited({std::to_string(seq + 1), ""}).second, misused);
    EXPECT_EQ(audited({"first", ""}).second, misused);
    EXPECT_EQ(audited({"0", "99999999999999999999"}).second, misused) << "more than any log holds";
}

TEST_P(VerifyCommand, NamesAClosedDayOnWhichBooksAndBankDiffer) {
    tamper(Sql{"UPDATE aid_statement_lines SET balance_after = balance_after - 1"});
    EXPECT_EQ(found(),
              "  2021-08-20 已结账，账面与对账单却不一致。\n"
              "  对账单第 1 行与公开记录中的不符（第 8 条）。\n");
}

TEST_P(VerifyCommand, NamesAPromiseThatWasRaisedPastItsMoney) {
    tamper(Sql{"UPDATE aid_promises SET families = 3"});
    auto const breaches = found();
    EXPECT_NE(breaches.find("2021 年承诺帮扶 3 户，资金还差 3000.00 元。"), breaches.npos);
    EXPECT_NE(breaches.find("2021 年的承诺与公开记录中的不符"), breaches.npos);
}

TEST_P(VerifyCommand, NamesAPromiseWhoseMoneyOrDecisionIsGone) {
    std::string const lacks = "  2021 年承诺帮扶 2 户，资金还差 3000.00 元。\n";
    must("cancel_pledge", {{"pledge", "P2021-000002"}, {"why", "不再认捐"}});
    EXPECT_EQ(found(), lacks);
    must("decide_money", {{"about", "promise"},
                          {"year", 2021},
                          {"families", 1},
                          {"reason", "认捐撤回"},
                          {"voters", {"钱", "孙"}}});
    EXPECT_EQ(found(), "");
    tamper(Sql{"DELETE FROM aid_money_decisions"});
    auto const breaches = found();
    EXPECT_EQ(breaches.find(lacks), 0) << breaches;
    EXPECT_NE(breaches.find("J2021-001：数据库里的内容与公开记录中的不符"), breaches.npos);
}

TEST_P(VerifyCommand, NamesAPaperThatDoesNotSayWhatTheRecordSays) {
    auto const named = [&](char const* paper, std::string const& breaches) {
        EXPECT_NE(breaches.find(std::string(paper) + "：数据库里的内容与公开记录中的不符"),
                  breaches.npos)
            << breaches;
    };
    must("plan_selection", {{"campaign", "2021"}, {"by_street", false}});
    tamper(Sql{"UPDATE aid_receipts SET state = 'voided'"});
    named("R2021-000001", found());
    tamper(Sql{"UPDATE aid_receipts SET state = 'issued'"},
           Sql{"UPDATE aid_campaigns SET state = 'finished'"});
    named("2021", found());
    tamper(Sql{"UPDATE aid_campaigns SET state = 'open'"},
           Sql{"UPDATE aid_selections SET places = 3"});
    named("2021", found());
    tamper(Sql{"UPDATE aid_selections SET places = 2"});
    EXPECT_EQ(found(), "");
    tamper(Sql{"DELETE FROM aid_receipts"});
    named("R2021-000001", found());
}

TEST_P(VerifyCommand, NamesAPaperThatIsNotInTheRecord) {
    tamper(
        Sql{"INSERT INTO aid_confirmations (district, family, year, fen, in_full, at) "
            "VALUES ('test', 'F0001', 2021, 300000, 1, 0)"});
    EXPECT_EQ(found(),
              "  F0001/2021：数据库里有这一步，公开记录里却没有与之对应的一条。\n"
              "  F0001：数据库里有这一步，公开记录里却没有与之对应的一条。\n");
    tamper(Sql{"UPDATE aid_confirmations SET fen = 1"},
           Sql{"INSERT INTO aid_pairings (district, number, campaign, family, state, at, why, "
               "proposed_by) VALUES ('test', 'L2021-0001', '2021', 'F0001', 'active', 0, '', '')"});
    auto const breaches = found();
    EXPECT_NE(breaches.find("L2021-0001：数据库里有这一步"), breaches.npos) << breaches;
}

TEST_P(VerifyCommand, NamesAGiftThatIsGivenToAnotherDonor) {
    std::string const differs = "  R2021-000001：单据与账簿中的记账不一致。\n";
    tamper(Sql{"UPDATE aid_donations SET donor = 'D002'"});
    EXPECT_NE(found().find(differs), std::string::npos);
    tamper(Sql{"UPDATE aid_donations SET donor = 'D001', day = day - 365"});
    EXPECT_NE(found().find(differs), std::string::npos);
}

TEST_P(VerifyCommand, NamesAListThatOnePersonProposedAndApproved) {
    must("plan_selection", {{"campaign", "2021"}, {"by_street", false}});
    tamper(Sql{"UPDATE aid_selections SET proposed_by = 'wu', publicised_by = 'zheng'"});
    std::string const alone = "  2021 年遴选的名单由同一人提出和批准。\n";
    EXPECT_EQ(found().find(alone), std::string::npos);
    tamper(Sql{"UPDATE aid_selections SET decided_by = 'wu'"});
    EXPECT_NE(found().find(alone), std::string::npos);
}

// A gift given to another with all that is kept beside it: only the entry still says whose it is.
TEST_P(VerifyCommand, NamesAGiftThatWasMovedWithAllItsPapers) {
    bool const sqlite = here_.database.starts_with("sqlite");
    tamper(sqlite ? Sql{"DROP TRIGGER ledger_lots_update"}
                  : Sql{"DROP TRIGGER ledger_lots_stay ON ledger_lots"},
           sqlite ? Sql{"DROP TRIGGER ledger_tags_update"}
                  : Sql{"DROP TRIGGER ledger_tags_stay ON ledger_tags"},
           Sql{"UPDATE aid_donations SET donor = 'D002', pledge = 'P2021-000002'"},
           Sql{"UPDATE ledger_lots SET owner = 'D002'"},
           Sql{"UPDATE ledger_tags SET value = 'D002' WHERE name = 'donor'"});
    EXPECT_EQ(found().find("  捐款批次 1：捐款或其收据与公开记录中的不符"), 0);
}

TEST_P(VerifyCommand, NamesADonorAndATransferThatWereAltered) {
    tamper(Sql{"UPDATE aid_donors SET anonymous = 1 WHERE number = 'D001'"});
    EXPECT_EQ(found().find("  捐赠人 D001：姓名、匿名或电话与公开记录中的不符"), 0);
    bool const sqlite = here_.database.starts_with("sqlite");
    tamper(Sql{"UPDATE aid_donors SET anonymous = 0"},
           sqlite ? Sql{"DROP TRIGGER ledger_transfers_update"}
                  : Sql{"DROP TRIGGER ledger_transfers_stay ON ledger_transfers"},
           Sql{"UPDATE ledger_transfers SET by_whom = 'nobody'"});
    EXPECT_EQ(found(), "  流水 T000001 与公开记录中的内容不符。\n");
}

TEST_P(VerifyCommand, NamesAnAccountThatWasAlteredAddedOrTakenAway) {
    std::string const name = "  科目 Income:Interest 缺失、多余，或者性质被改动。\n";
    tamper(Sql{"UPDATE ledger_accounts SET nature = 'liability' WHERE code = 'Income:Interest'"});
    EXPECT_EQ(found(), name);
    tamper(Sql{"DELETE FROM ledger_accounts WHERE code = 'Income:Interest'"});
    EXPECT_EQ(found(), name);
    tamper(
        Sql{"INSERT INTO ledger_accounts (district, ledger, code, name, nature, floored, traced, "
            "debits, credits, debits_held, credits_held) VALUES ('test', 'aid', "
            "'Liabilities:Fund:F9999', '', 'liability', 1, 1, 0, 0, 0, 0)"});
    auto const breaches = found();
    EXPECT_NE(breaches.find("Liabilities:Fund:F9999"), breaches.npos) << breaches;
}

// Whatever date it bears: the rows of before were bound when the program first started.
TEST_P(VerifyCommand, NamesADonorWhomNoEntryBinds) {
    tamper(
        Sql{"INSERT INTO aid_donors (district, number, kind, name, phone, anonymous, at, "
            "code_hash) VALUES ('test', 'D003', 'person', '孙女士', '', 0, 0, '')"});
    EXPECT_EQ(found(), "  D003：数据库里有这一步，公开记录里却没有与之对应的一条。\n");
}

// Only PostgreSQL lets an entry wait for its place.
TEST_P(VerifyCommand, SaysHowManyEntriesWait) {
    sequences_ = false;
    must("register_donor", {{"kind", "person"}, {"name", "孙女士"}});
    auto const [said, end] = looked();
    bool const waits = std::string(GetParam()) == "postgres";
    EXPECT_EQ(said, waits ? "  1 条记录还在等待编入日志。\n" : "");
    EXPECT_EQ(end, done);
}

INSTANTIATE_TEST_SUITE_P(Both, VerifyCommand, testing::Values("sqlite", "postgres"),
                         [](auto const& info) { return std::string(info.param); });

}  // namespace
}  // namespace banshi::cli
