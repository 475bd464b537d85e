#pragma once
// Pledges 认捐: what somebody means to give, in yearly instalments. No money moves by a pledge; a
// part that is paid leaves the rest open, and a rest that will not come is written off as such.

#include "base/money.h"
#include "systems/aid/donors.h"

namespace banshi::aid {

enum class InstalmentState {
    pending,    // 未到期
    overdue,    // 逾期
    paid,       // 已付清
    cancelled,  // 已取消
};
BOOST_DESCRIBE_ENUM(InstalmentState, pending, overdue, paid, cancelled)

enum class PledgeState {
    active,     // 进行中
    completed,  // 已完成
    cancelled,  // 已取消: the rest is written off
};
BOOST_DESCRIBE_ENUM(PledgeState, active, completed, cancelled)

struct Pledge {
    std::string number;  // P2021-000017
    std::string campaign;
    std::string donor;
    Fen fen;
    Instant at;
    std::optional<Instant> cancelled_at;
    std::string why;
};

struct Instalment {
    std::string pledge;
    int serial;  // from 1
    Fen fen;
    Day due;
    Fen paid;
    Fen cancelled;  // written off

    Fen open() const { return fen - paid - cancelled; }
};
InstalmentState state_of(Instalment const&, Day today);
PledgeState state_of(Pledge const&, std::vector<Instalment> const&);

struct MakePledge {
    // Who: a known donor (whose code a citizen gives too), or a new one.
    std::optional<std::string> donor, code;
    std::optional<DonorKind> kind;
    std::optional<std::string> name, phone;
    std::optional<bool> anonymous;
    Fen fen;
    std::optional<int> instalments;  // one a year; else one for each year of the campaign
    std::optional<Day> first_due;    // else the day that the district set
    // 捐赠意愿: without any of them an earlier wish of the donor stands.
    std::optional<std::string> street = {};
    std::optional<bool> pupil = {};
    std::optional<int> families = {};          // at most
    std::optional<std::string> campaign = {};  // else the one that is open, or the current one
};
struct InstalmentView {
    int serial;
    Fen fen;
    Day due;
    Fen paid, open, cancelled;
    InstalmentState state;
};
struct PledgeView {
    std::string pledge;
    std::string campaign;
    std::string donor;
    Fen fen, paid, open, cancelled;
    PledgeState state;
    std::vector<InstalmentView> instalments;
};
struct WishSaid {             // 捐赠意愿
    std::string street_name;  // empty: any street
    bool pupil;
    std::optional<int> families;  // at most
};
struct PledgeMade {
    PledgeView pledge;
    std::string code;              // of a new donor, told once
    std::optional<WishSaid> wish;  // as it stands now, also from an earlier pledge
    // Where the money goes, with the pledge's number in the remark.
    std::string account_holder, account, bank;
};
Result<PledgeMade> make_pledge(Call&, MakePledge const&);

struct CancelPledge {
    std::string pledge;
    std::string why;
};
struct SeePledge {
    std::string pledge;
};
Result<PledgeView> cancel_pledge(Call&, CancelPledge const&);
Result<PledgeView> see_pledge(Call&, SeePledge const&);

// 到期未付: for those who ask the donors.
struct ListOverdue {};
struct OverdueLine {
    std::string pledge, donor, name;
    int serial;
    Fen open;
    Day due;
};
struct OverdueList {
    std::vector<OverdueLine> instalments;
    Fen open;
};
Result<OverdueList> list_overdue(Call&, ListOverdue const&);

// For the other files of this system.
Result<Pledge> find_pledge(Call&, std::string const& number);  // refuses pledge.not_found
PledgeView view_of(Call&, Pledge const&);
// What came in goes to the oldest open instalments; gives what was more than all of them.
Fen credit(Call&, Pledge const&, Fen);
// What came in goes out again: off the youngest first.
void uncredit(Call&, Pledge const&, Fen);

// The decision alone: what each instalment takes of a sum.
std::vector<Fen> spread(std::vector<Instalment> const&, Fen);

}  // namespace banshi::aid
