#pragma once
// Decisions 集体决定: what departs from the plan is decided by named voters, with a reason and a
// leaf: fewer families than planned, more money for one of them, or one that goes on.

#include "base/money.h"
#include "systems/aid/campaign.h"

namespace banshi::aid {

enum class MoneyQuestion {
    promise,       // 承诺户数
    family_limit,  // 每户上限
    admission,     // 延续帮扶: of a family that was helped before there were books here
};
BOOST_DESCRIBE_ENUM(MoneyQuestion, promise, family_limit, admission)

struct DecideMoney {
    MoneyQuestion about;
    int year;
    std::optional<int> families;        // of a promise
    std::optional<std::string> family;  // of a limit, with its fen, or of an admission
    std::optional<Fen> fen;
    std::string reason;
    std::vector<std::string> voters;  // by name
};
struct MoneyDecision {
    std::string number;  // J2021-001
    MoneyQuestion about;
    int year;
    std::optional<int> families;
    std::string family;
    std::optional<Fen> fen;
    std::string reason;
    std::string voters;
    Instant at;
};
struct MoneyDecisionList {
    std::vector<MoneyDecision> decisions;
};
struct ListMoneyDecisions {};
Result<MoneyDecision> decide_money(Call&, DecideMoney const&);
Result<MoneyDecisionList> list_money_decisions(Call&, ListMoneyDecisions const&);

// The fen that a family may get in a year by decision; 0: none.
Fen limit_decided(Call&, std::string const& family, int year);
bool admission_decided(Call&, std::string const& family, Campaign const&);
// The number of families that was decided last for the year.
std::optional<int> families_decided(Call&, int year);

namespace rows {
void insert(Call&, MoneyDecision const&);
std::vector<MoneyDecision> all_decisions(Call&);  // by number
}  // namespace rows

}  // namespace banshi::aid
