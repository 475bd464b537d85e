#pragma once
// Where each fen is 善款去向: of a receipt, for everybody who knows its number; of a donor, by
// number and code. Families stand here by their number alone.

#include "systems/aid/donations.h"

namespace banshi::aid {

struct FamilyShare {
    std::string family;
    Fen set_aside;   // 已分配, not in the fund yet
    Fen in_fund;     // 在家庭专项
    Fen on_the_way;  // 已送银行
    Fen paid;        // 已到家庭
    std::optional<Day> paid_on;
    std::string voucher;
};
struct Whereabouts {
    std::vector<FamilyShare> families;
    Fen unallocated;
    Fen given_back;
};
struct SeeReceipt {
    std::string receipt;
};
struct ReceiptPage {
    std::string receipt;
    ReceiptState state;
    std::string why;          // it is void
    std::string replaced_by;  // another receipt of the same donation
    Day day;
    Fen fen;
    Way way;
    std::string donor;  // as everybody may see it
    std::string account_holder;
    std::vector<FamilyShare> families;
    Fen unallocated, given_back;
    std::optional<std::int64_t> seq;  // its place in the public record
};
Result<ReceiptPage> see_receipt(Call&, SeeReceipt const&);

struct SeeGiving {
    std::string donor, code;
};
struct GivingTotals {
    Fen pledged, received, unallocated, set_aside, in_funds, on_the_way, paid, given_back;
};
struct GivingPage {
    std::string donor, name;
    DonorKind kind;
    bool anonymous;
    GivingTotals totals;
    std::vector<PledgeView> pledges;
    std::vector<ReceiptPage> receipts;
};
// By a POST, so that the code stands in no address.
Result<GivingPage> see_giving(Call&, SeeGiving const&);

// Who gave to a family, as the family may see it.
struct GiftLine {
    std::string donor;  // "爱心人士" where the donor stays unnamed
    Fen fen;
};
std::vector<GiftLine> gifts_to(Call&, std::string const& family);

// For the other files of this system.
Whereabouts whereabouts_of(Call&, std::int64_t lot);

}  // namespace banshi::aid
