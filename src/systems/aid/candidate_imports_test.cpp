// A list that was wrong leaves nobody behind whom it alone named.

#include "systems/aid/candidate_imports.h"

#include "base/festivals.h"
#include "engines/people/world_for_test.h"
#include "systems/aid/campaign.h"
#include "systems/aid/candidates.h"

namespace banshi::aid {

namespace {

constexpr char const* head =
    "name,id_number,phone,street,category,members,income,disabled_or_ill,pupils,workers,housing,"
    "evidence\n";
constexpr char const* geng = "110105189001010097";
constexpr char const* yi = "11010518900101002X";

class CandidateImports : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        actor = {
            Actor::Kind::staff, {"sun"}, {}, "", {{"aid.run", "/"}, {"aid.keep_families", "/"}}};
        district.set(Settings{});
        district.set(Festivals{{{2026, Day{std::chrono::year{2026} / 9 / 25}}}});
        write([&](Call& call) {
            using enum people::OrgKind;
            people::put_org(call, {{"city"}, {}, city, "市", ""});
            people::put_org(call, {{"xinqu"}, {"city"}, people::OrgKind::district, "新区", ""});
            people::put_org(call, {{"street-1"}, {"xinqu"}, street, "一街", ""});
            prepare_campaign(call, {"三年行动", 2026, 3}).value();
            return true;
        });
    }

    void import(std::string const& rows) {
        now += Minutes{1};
        write([&](Call& call) {
            return import_candidates(call, {"2026", {"list.csv", "text/csv", head + rows}, {}});
        }).value();
    }
    void undo(std::string const& list) {
        now += Minutes{1};
        write([&](Call& call) {
            return undo_candidate_import(call, {list, "wrong list"});
        }).value();
    }
    bool knows(char const* id_number) {
        return write([&](Call& call) { return people::find(call, id_number); }).has_value();
    }

    static std::string row(char const* name, char const* id_number) {
        return std::string(name) + "," + id_number +
               ",13900000009,street-1,minimum_living,1,100,0,0,1,own,paper 907\n";
    }
};

TEST_P(CandidateImports, TakenBackLeaveNobodyWhomTheyAloneNamed) {
    import(row("庚七", geng) + row("乙二", yi));
    EXPECT_TRUE(knows(geng));
    undo("M2026-001");
    EXPECT_FALSE(knows(geng));
    EXPECT_FALSE(knows(yi));
}

TEST_P(CandidateImports, TakenBackKeepWhomAnotherDeedNamesToo) {
    write([&](Call& call) { return people::identify(call, {"乙二", yi, "13900000001"}); }).value();
    import(row("庚七", geng) + row("乙二", yi));
    now += Minutes{1};
    write([&](Call& call) { return people::identify(call, {"庚七", geng, ""}); }).value();
    undo("M2026-001");
    EXPECT_TRUE(knows(geng));
    EXPECT_TRUE(knows(yi));
}

INSTANTIATE_TEST_SUITE_P(Both, CandidateImports, people::both_databases(), people::database_name);

}  // namespace

}  // namespace banshi::aid
