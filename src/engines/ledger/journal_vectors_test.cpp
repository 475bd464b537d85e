// Samples of journals that the three programs accept or refuse: what our export leans on, and the
// traps that it avoids. If a newer program judges otherwise, this says so first.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace banshi::ledger {

namespace {

struct Sample {
    char const* file;
    int strict, dates, pedantic;  // exit codes
};

int status_of(std::string const& command, std::string const& file) {
    auto const line = command + " test/data/journals/" + file + " >/dev/null 2>&1";
    return WEXITSTATUS(std::system(line.c_str()));
}

class Samples : public testing::Test {
protected:
    void SetUp() override {
        if (std::system("command -v hledger ledger bean-check >/dev/null 2>&1") != 0)
            GTEST_SKIP() << "hledger, ledger and beancount are not installed";
    }
};

TEST_F(Samples, OfJournalsAreJudgedAsExpected) {
    for (auto const& [file, strict, dates, pedantic] :
         {Sample{"export-good.journal", 0, 0, 0}, Sample{"bad-posting.journal", 1, 1, 2},
          Sample{"bad-assertion.journal", 1, 1, 2}, Sample{"chinese-accounts.journal", 0, 0, 0},
          Sample{"trap-tags-on-one-line.journal", 0, 0, 0},
          Sample{"trap-rounding.journal", 1, 0, 1},
          Sample{"trap-semicolon-in-text.journal", 0, 0, 0}}) {
        EXPECT_EQ(status_of("hledger check --strict -f", file), strict) << file;
        EXPECT_EQ(status_of("hledger check ordereddates -f", file), dates) << file;
        EXPECT_EQ(status_of("ledger --pedantic bal -f", file), pedantic) << file;
    }
}

TEST_F(Samples, OfBeancountAreJudgedAsExpected) {
    EXPECT_EQ(status_of("bean-check", "export-good.beancount"), 0);
    EXPECT_EQ(status_of("bean-check", "bad-assertion.beancount"), 1);
    EXPECT_EQ(status_of("bean-check", "trap-assertion-one-fen-passes.beancount"), 0);
    EXPECT_EQ(status_of("bean-check", "trap-chinese-accounts.beancount"), 1);
}

TEST_F(Samples, AreFoundByTheDonor) {
    auto const good = [](char const* command) {
        return status_of(std::string("f() { ") + command + "; }; f", "export-good.journal");
    };
    EXPECT_EQ(good("test $(hledger -f $1 reg 'tag:donor=^D017$' -O csv | grep -c T00) -ge 5"), 0);
    EXPECT_EQ(good("ledger -f $1 reg %donor=D017 | grep -q disburse"), 0);
}

}  // namespace

}  // namespace banshi::ledger
