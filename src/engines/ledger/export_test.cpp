// What other people's programs say of our books: they are run here, and must refuse one fen.

#include "engines/ledger/export.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace banshi::ledger {

namespace {

constexpr char const* book_bank = "Assets:Bank:Aid";
constexpr char const* book_unallocated = "Liabilities:Fund:Unallocated";
constexpr char const* book_family = "Liabilities:Fund:F0042";

Day day(int month, int of_month) { return Day{std::chrono::year{2021} / month / of_month}; }

Exported entry(std::int64_t number, Day on, char const* debit, char const* credit, Fen fen,
               std::string text, std::vector<Tag> tags) {
    Transfer transfer{};
    transfer.number = number;
    transfer.debit = debit;
    transfer.credit = credit;
    transfer.fen = fen;
    transfer.phase = Phase::posted;
    transfer.day = on;
    transfer.text = std::move(text);
    return {transfer, std::move(tags)};
}

Export sample() {
    Export sample{"aid/2021", 1043, {}, {}, {}};
    for (auto const& [code, name] :
         {std::pair{book_bank, "资产:银行:帮扶专户"}, {book_unallocated, "负债:专项:未分配"}})
        sample.accounts.push_back({code, name, Nature::asset, true, false});
    sample.entries = {
        entry(1, day(8, 20), book_bank, book_unallocated, 300'000,
              "donation; donor:EVIL | (T9) * \"x\"\n",
              {{"donor", "D017"}, {"receipt", "R2021-000001"}}),
        entry(2, day(8, 20), book_bank, book_unallocated, 50'000, "收到捐款", {{"donor", "D018"}}),
        entry(3, day(8, 21), book_unallocated, book_family, 300'000, "allocate",
              {{"donor", "D017"}}),
        entry(4, day(9, 10), book_family, book_bank, 300'000, "disburse",
              {{"voucher", "V2021-0042"}}),
        entry(5, day(9, 11), book_bank, book_family, 300'000, "refused", {{"donor", "D017"}}),
        entry(6, day(9, 13), book_family, book_bank, 300'000, "disburse",
              {{"replaces", "T000004"}})};
    sample.entries[4].transfer.reverses = 4;
    return sample;
}

// The exit code of the program on this text.
int told_by(std::string const& program, std::string const& text, char const* ending) {
    auto const file = std::filesystem::temp_directory_path() /
                      ("banshi_books_" + std::to_string(getpid()) + ending);
    std::ofstream(file) << text;
    auto const status = std::system((program + " " + file.string() + " >/dev/null 2>&1").c_str());
    std::filesystem::remove(file);
    return WEXITSTATUS(status);
}

constexpr char const* hledger = "hledger check --strict ordereddates -f";
constexpr char const* ledger_cli = "ledger --pedantic bal -f";
constexpr char const* bean = "bean-check";

class Books : public testing::Test {
protected:
    void SetUp() override {
        if (std::system("command -v hledger ledger bean-check >/dev/null 2>&1") != 0)
            GTEST_SKIP() << "hledger, ledger and beancount are not installed";
    }
};

std::string changed(std::string text, std::string const& from, std::string const& to) {
    auto const at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
}

TEST_F(Books, AreAcceptedStrictlyByAllThreePrograms) {
    EXPECT_EQ(told_by(hledger, journal(sample()), ".journal"), 0) << journal(sample());
    EXPECT_EQ(told_by(ledger_cli, journal(sample()), ".journal"), 0);
    EXPECT_EQ(told_by(bean, beancount(sample()), ".beancount"), 0) << beancount(sample());
}

TEST_F(Books, WithOneFenChangedAreRefusedByAllThree) {
    for (auto const& [from, to] :
         {std::pair{" 3000.00 CNY", " 3000.01 CNY"}, {"-3000.00 CNY", "-2999.99 CNY"}}) {
        EXPECT_NE(told_by(hledger, changed(journal(sample()), from, to), ".journal"), 0);
        EXPECT_NE(told_by(ledger_cli, changed(journal(sample()), from, to), ".journal"), 0);
        EXPECT_NE(told_by(bean, changed(beancount(sample()), from, to), ".beancount"), 0);
    }
    EXPECT_NE(
        told_by(bean, changed(beancount(sample()), "500.000 CNY", "500.010 CNY"), ".beancount"), 0);
    EXPECT_NE(told_by(hledger, changed(journal(sample()), "= 500.00", "= 500.01"), ".journal"), 0);
}

TEST_F(Books, OfALaterYearBeginWithWhatWasThere) {
    auto later = sample();
    later.from = day(9, 11);
    EXPECT_NE(journal(later).find("opening balances"), std::string::npos);
    EXPECT_TRUE(journal(later).starts_with(
        "; banshi aid export v1; ledger aid/2021; transfers 5..6; log size 1043\n"));
    EXPECT_EQ(told_by(hledger, journal(later), ".journal"), 0) << journal(later);
    EXPECT_EQ(told_by(ledger_cli, journal(later), ".journal"), 0);
    EXPECT_EQ(told_by(bean, beancount(later), ".beancount"), 0) << beancount(later);
}

TEST(Harmless, TextIsNeverTakenForSomethingElse) {
    EXPECT_EQ(harmless("donor ; donor:EVIL"), "donor donor:EVIL");
    EXPECT_EQ(harmless("  a|b*c!(d)\te\nf  "), "a b c d e f");
    EXPECT_EQ(harmless("张某"), "张某");
}

}  // namespace

}  // namespace banshi::ledger
