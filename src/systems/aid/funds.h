#pragma once
// Family funds 受助家庭专项: what was given for one family. Money is allocated to it for a year as
// a hold, which the approval of its payment settles; what is not paid in time goes back.

#include "systems/aid/books.h"
#include "systems/aid/campaign.h"

namespace banshi::aid {

struct FamilyFund {
    std::string family;  // F0042
    std::string campaign;
    std::string payee_name, payee_account;  // sealed; empty: not known yet
    std::string payee_bank;
    Instant opened_at;
    std::optional<Instant> ended_at;  // no further money is allocated

    bool payable() const { return !payee_account.empty(); }
};
struct PutPayee {  // 收款账户
    std::string family;
    std::string name, account, bank;
};
struct SetAside {  // 已分配、未拨付: can still be released
    std::string allocation;
    std::string donor;  // empty: of the oldest gifts
    Fen fen;
};
struct FundLine {
    std::string family;
    bool payable;  // its account is known
    bool ended;
    Fen in_fund;                      // posted
    Fen allocated;                    // set aside for it
    Fen paid;                         // of the year
    std::vector<SetAside> set_aside;  // what `allocated` is the sum of
};
struct FundList {
    int year;
    std::vector<FundLine> funds;
};
struct ListFunds {
    std::optional<int> year;
    std::optional<std::string> campaign = {};  // else the one of the year, or the current one
};
Result<FundList> list_funds(Call&, ListFunds const&);
Result<FundLine> put_payee(Call&, PutPayee const&);

// 延续: a family that was helped in an earlier campaign goes on, with a reason; one that nothing is
// known of here, by a decision too. Chosen families come in by their choice. Refuses
// fund.not_chosen, fund.undecided, fund.exists, fund.family_missing.
struct AdmitFamily {
    std::string family;
    std::string why;
    std::optional<std::string> campaign = {};
};
Result<FundLine> admit_family(Call&, AdmitFamily const&);

// 分配: sets the fen aside for the family, of the donor's lots where one is named, else of the
// oldest. Refuses fund.not_found, fund.ended, fund.year_limit, fund.year, balance.short, lot.short.
struct Allocate {
    std::string family;
    int year;
    Fen fen;
    std::optional<std::string> donor;
    std::optional<std::string> pairing;
};
struct AllocationView {
    std::string allocation;  // A2021-000042
    std::string family;
    int year;
    Fen fen;
    std::int64_t transfer;
};
Result<AllocationView> allocate_money(Call&, Allocate const&);
struct ReleaseAllocation {
    std::string allocation;
    std::string why;
};
Result<AllocationView> release_allocation(Call&, ReleaseAllocation const&);

// ---- for the other files of this system

struct Allocation {
    std::string number;
    std::string family;
    int year;
    std::string donor, pairing;  // empty: none
    Fen fen;
    std::int64_t hold;
    Instant at;
    std::optional<std::int64_t> settled;   // the transfer into the fund
    std::optional<std::int64_t> released;  // the transfer back
};

// 入选: the family takes part from now on. Safe to repeat.
void open_family_fund(Call&, std::string const& campaign, std::string const& family);
void end_family_fund(Call&, std::string const& family);  // 退出
Result<FamilyFund> find_fund(Call&, std::string const& family);
// Without the right to ask: a pairing that was agreed.
Result<Allocation> allocate(Call&, Allocate const&);

struct DonorFen {
    std::string donor;
    Fen fen;
};
// What each donor has given that is not allocated, by donor.
std::vector<DonorFen> unallocated_by_donor(Call&);

}  // namespace banshi::aid
