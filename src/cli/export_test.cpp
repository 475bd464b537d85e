// The books as a command writes them, read by the programs that they are for.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/file_for_test.h"
#include "cli/by_machine.h"
#include "cli/commands.h"

namespace banshi::cli {
namespace {

// The district that keeps books of the aid.
CityDistrict const* home_of(City const& city) {
    for (auto const& each : city.districts)
        if (deed_of(each, "export_books")) return &each;
    return nullptr;
}

class ExportTest : public testing::Test {
protected:
    void SetUp() override {
        here.now = [this] { return now; };
        here.log_origin = "log.example";
        here.data = own_test_folder("banshi-export");
        here.database = "sqlite:" + (here.data / "banshi.db").string();
        std::filesystem::remove_all(here.data);
        city_ = open_city(here);
        ASSERT_EQ(init(here, {}), done);
        store_ = open_database(here);
        does("prepare_campaign", {{"name", "三年行动"}, {"first_year", 2021}});
        does("move_campaign", {{"campaign", "2021"}, {"to", "open"}});
        does("make_pledge",
             {{"kind", "person"}, {"name", "王先生"}, {"fen", 900'000}, {"instalments", 3}});
        for (int year : {2021, 2022}) brings(year);
        store_.reset();
    }
    void TearDown() override { std::filesystem::remove_all(here.data); }

    void does(std::string const& verb, json::object const& form) {
        auto const& home = *home_of(*city_);
        store_->write_now([&](Transaction& tx) {
            auto const did =
                done_by_machine(*deed_of(home, verb), here, *city_, home.district, tx, form);
            EXPECT_TRUE(did) << verb << " " << (did ? "" : did.refusal().text);
            return bool(did);
        });
    }
    // The instalment of a year comes in.
    void brings(int year) {
        now = *read_instant(std::to_string(year) + "-08-21T10:00:00+08:00");
        auto const day = std::to_string(year) + "-08-20";
        does("import_statement",
             {{"file", upload_value("s.csv", "text/csv",
                                    "account,booked_on,value_on,amount_fen,currency,"
                                    "balance_after_fen,counterparty_name,counterparty_account,"
                                    "bank_ref,remark\n"
                                    "6222-AID," +
                                        day + "," + day + ",300000,CNY," +
                                        std::to_string((year - 2020) * 300'000) + ",王先生,,B" +
                                        std::to_string(year) + ",P2021-000001\n")}});
    }
    std::filesystem::path path_of(std::string const& name) const {
        return here.data / "books" / (home_of(*city_)->district.name() + "-" + name);
    }
    std::string file(std::string const& name) const {
        std::ifstream in(path_of(name), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
    int told_by(std::string const& program, std::string const& name) const {
        return std::system((program + " " + path_of(name).string() + " >/dev/null 2>&1").c_str());
    }

    Instant now = *read_instant("2021-03-01T10:00:00+08:00");
    Environment here{};
    std::optional<City> city_;
    std::unique_ptr<Store> store_;
};

TEST_F(ExportTest, AYearIsAcceptedByThreeProgramsAndNamesItselfAlone) {
    auto const to = (here.data / "books").string();
    ASSERT_EQ(export_books(here, {"", 2022, "all", to}), done);
    EXPECT_TRUE(file("aid-2022.journal")
                    .starts_with("; banshi aid export v1; ledger aid/2022; transfers 2..2; "));
    EXPECT_TRUE(file("aid-2022.pdf").starts_with("%PDF"));
    EXPECT_TRUE(file("aid-2022.xlsx").starts_with("PK"));
    if (std::system("command -v hledger ledger bean-check >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "hledger, ledger and beancount are not installed";
    EXPECT_EQ(told_by("hledger check --strict ordereddates -f", "aid-2022.journal"), 0);
    EXPECT_EQ(told_by("ledger --strict --pedantic bal -f", "aid-2022.journal"), 0);
    EXPECT_EQ(told_by("bean-check", "aid-2022.beancount"), 0);
}

TEST_F(ExportTest, WhatCannotBeWrittenIsSaid) {
    EXPECT_EQ(export_books(here, {"nowhere", 0, "journal", ""}), misused);
    EXPECT_EQ(export_books(here, {"", 0, "all", ""}), misused) << "four files to one output";
}

}  // namespace
}  // namespace banshi::cli
