#pragma once
// Pairing 结对: which donors stand by which family, one to one or several together. A plan proposes
// it, people agree to it, and it begins when the money is there. What a hand changes has a reason.

#include "systems/aid/donors.h"
#include "systems/aid/pairing_plan.h"
#include "systems/aid/selection.h"

namespace banshi::aid {

enum class PairingState {
    proposed,  // 拟结对
    agreed,    // 双方同意
    active,    // 结对帮扶中
    replaced,  // 已更换
    ended,     // 已结束
};
BOOST_DESCRIBE_ENUM(PairingState, proposed, agreed, active, replaced, ended)

struct Pairing {
    std::string number;  // L2021-0001
    std::string campaign;
    std::string family;
    PairingState state;
    Instant at;
    std::optional<Instant> family_agreed_at;
    std::string why;  // of the last change by hand
};
struct PairingShare {  // 结对份额
    std::string donor;
    Fen fen_per_year;
    std::optional<Instant> agreed_at;
};
struct PairingView {
    std::string pairing, family, street_name;
    PairingState state;
    bool family_agreed;
    std::vector<PairingShare> shares;
    Fen fen, needed;
    std::string why;
};
// 分配意愿: a family of a street, one with a child at school, so many families at most.
struct PutWish {
    std::string donor;
    std::optional<std::string> street;
    bool pupil;
    std::optional<int> families = {};  // at most
};
struct ForbidPair {  // 不得结对
    std::string donor, family, why;
};
struct WishView {
    std::string donor, street_name;  // empty: any street
    bool pupil;
    std::int64_t families;  // at most; 0: any number
};
struct PairingList {
    std::vector<PairingView> pairings;
    Fen unallocated, missing;  // of the donors' year, and of the families'
    // What a plan has to meet, for the office; what relatives may not is not told here.
    std::vector<WishView> wishes = {};
    std::vector<ForbidPair> forbidden = {};
};
struct PairingsPlanned {
    std::int64_t families, shares;
    Fen unallocated, missing;
    bool by_flow;  // with wishes or forbidden pairs: proved by prices
    std::vector<PairingView> pairings;
};
Result<PairingList> put_wish(Call&, PutWish const&);
Result<PairingList> forbid_pair(Call&, ForbidPair const&);
// For the families that were chosen and have no pairing yet; earlier proposals are made anew.
Result<PairingsPlanned> propose_pairings(Call&, OfCampaign const&);

struct ShareForm {
    std::string donor;
    Fen fen_per_year;
};
// 人工调整: keeps the sum of each donor. Refuses pairing.reason_missing, pairing.forbidden,
// pairing.too_much, pairing.donor_short.
struct ChangePairing {
    std::string pairing;
    std::vector<ShareForm> shares;
    std::string why;
};
Result<PairingView> change_pairing(Call&, ChangePairing const&);

struct AgreePairing {
    std::string pairing;
    std::optional<std::string> donor;  // the family, when absent
};
Result<PairingView> agree_pairing(Call&, AgreePairing const&);
struct OfPairing {
    std::string pairing;
};
// Refuses pairing.not_agreed, pairing.no_money with {donor} and {fen}.
Result<PairingView> begin_pairing(Call&, OfPairing const&);
struct EndPairing {
    std::string pairing;
    bool replace;  // another is to follow
    std::string why;
};
Result<PairingView> end_pairing(Call&, EndPairing const&);
Result<PairingList> list_pairings(Call&, OfCampaign const&);

// A donor's own pairings, by number and code.
struct OpenPairings {
    std::string donor, code;
};
Result<PairingList> see_my_pairings(Call&, OpenPairings const&);

// For the family's own page: names of donors who do not wish to be anonymous, and how many do.
struct FamilyDonors {
    std::vector<std::string> names;
    int anonymous = 0;
};
FamilyDonors donors_of(Call&, std::string const& family);
// For the pledge, with which a donor may say it. Refuses pairing.families, pairing.street.
Result<void> check_wish(Call&, PutWish const&);

namespace rows {

void insert(Call&, Pairing const&);
void update(Call&, Pairing const&);
void remove_proposals(Call&, std::string const& campaign);
std::optional<Pairing> find_pairing(Call&, std::string const& number);
std::vector<Pairing> pairings(Call&, std::string const& campaign);  // by number
std::vector<Pairing> pairings_of_family(Call&, std::string const& family);
int last_pairing(Call&, std::string const& campaign);
void put_share(Call&, std::string const& pairing, PairingShare const&);
void remove_shares(Call&, std::string const& pairing);
std::vector<PairingShare> shares(Call&, std::string const& pairing);
// What was pledged for a year, and what is shared already, by donor.
std::vector<Supply> pledged(Call&, std::string const& campaign, Day from, Day to);
std::map<std::string, Fen> shared(Call&, std::string const& campaign);
Fen received(Call&, std::string const& campaign, std::string const& donor);
void put_wish(Call&, PutWish const&);
std::vector<Supply> wishes(Call&);  // without money
std::optional<Supply> find_wish(Call&, std::string const& donor);
void forbid(Call&, ForbidPair const&);
std::vector<ForbidPair> forbidden(Call&);

}  // namespace rows

}  // namespace banshi::aid
