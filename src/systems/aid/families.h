#pragma once
// Families 困难家庭: who they are is sealed with the people of the district; here they have a
// number (F0042), a street, a category and facts. The public sees the number, street and category
// alone.

#include <optional>
#include <string>
#include <vector>

#include "base/shape.h"
#include "engines/people/people.h"
#include "systems/aid/campaign.h"
#include "systems/aid/scoring.h"

namespace banshi::aid {

inline Right const see_families{"aid.see_families"};    // masked, with their facts
inline Right const keep_families{"aid.keep_families"};  // 经办人: lists, visits, checks
inline Right const choose_families{"aid.choose"};       // 评审: plan, scores, notice, decisions

enum class FamilyState {
    candidate,    // 候选
    checked,      // 材料已核
    scored,       // 已评分
    shortlisted,  // 入围
    publicised,   // 公示中
    objected,     // 有异议
    selected,     // 确定帮扶
    active,       // 帮扶中
    suspended,    // 暂停
    graduated,    // 已脱困
    died,         // 户主身故
    moved,        // 迁出
    finished,     // 期满
};
BOOST_DESCRIBE_ENUM(FamilyState, candidate, checked, scored, shortlisted, publicised, objected,
                    selected, active, suspended, graduated, died, moved, finished)

struct Family {
    std::string number;  // F0042
    std::string campaign;
    PersonId person;
    OrgId street;
    Category category;
    FamilyState state;
    std::string facts;  // sealed; empty: erased
    std::string payee;  // sealed: account, bank
    std::string salt;   // hex; without it nobody can tie a published hash to the facts
    Instant at;
    std::optional<Day> visited_on;
};

struct StateStep {
    Instant at;
    FamilyState state;
    std::string why;
};
struct FactsView {
    int members;
    std::int64_t income_fen;
    int disabled_or_ill, pupils, workers;
    Housing housing;
    std::string evidence;
};
struct FamilyView {
    std::string family, campaign;
    OrgId street;
    std::string street_name;
    Category category;
    FamilyState state;
    std::string name, id_number, phone;  // masked
    std::optional<FactsView> facts;      // none once erased
    std::optional<Day> visited_on;
    std::optional<int> points;
    std::vector<LinePoints> lines;
    std::vector<StateStep> steps;
};
struct SeeFamily {
    std::string family;
};
Result<FamilyView> see_family(Call&, SeeFamily const&);

struct ListFamilies {
    std::optional<std::string> campaign;
    std::optional<FamilyState> state;
    std::optional<std::string> street;
    std::optional<std::string> after;  // the last number of the page before
};
struct FamilyLine {
    std::string family;
    std::string street_name;
    Category category;
    FamilyState state;
    std::string name;  // masked
    std::optional<int> points;
};
struct StateCount {
    FamilyState state;
    std::int64_t families;
};
struct FamilyList {
    std::vector<FamilyLine> families;
    std::vector<StateCount> counts;
    bool more;
};
Result<FamilyList> list_families(Call&, ListFamilies const&);

// The full data of the person, with a reason, kept in the access log.
struct RevealFamily {
    std::string family, reason;
};
struct FamilyRevealed {
    std::string name, id_number, phone;
};
Result<FamilyRevealed> reveal_family(Call&, RevealFamily const&);

struct RecordHomeVisit {  // 入户核查
    std::string family;
    Day on;
    int members;
    std::int64_t income_fen;
    int disabled_or_ill, pupils, workers;
    Housing housing;
    std::string evidence;
};
Result<FamilyView> record_home_visit(Call&, RecordHomeVisit const&);

// Those whose papers are there become CHECKED; the others stay, and are named.
struct CheckFamilies {
    std::string campaign;
    std::optional<std::vector<std::string>> families;  // all candidates, when absent
};
struct FamiliesChecked {
    std::int64_t checked;
    std::vector<std::string> without_evidence;
};
Result<FamiliesChecked> check_families(Call&, CheckFamilies const&);

// Of who takes part: suspended, back, or the end. Refuses family.wrong_step.
struct MoveFamily {
    std::string family;
    FamilyState to;
    std::string why;
};
Result<FamilyView> move_family(Call&, MoveFamily const&);

// 删除个人信息: what is left is a number; every proof of the record still holds.
struct EraseFamily {
    std::string family;
    std::string why;
};
Result<FamilyView> erase_family(Call&, EraseFamily const&);

// For the other files of this system. Refuses family.not_found.
Result<Family> find_family(Call&, std::string const& number);
FamilyFacts facts_of(Family const&);
void put_state(Call&, Family&, FamilyState, std::string const& why);
std::string street_name(Call&, OrgId const&);

struct FamilyAccount {  // 收款人
    std::string name, account, bank;
};
// To pay, and for nothing else. Refuses family.no_account.
Result<FamilyAccount> account_of(Call&, Family const&);

}  // namespace banshi::aid
