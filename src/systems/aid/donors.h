#pragma once
// Donors 捐赠人: persons and collectives. What the public sees of an anonymous one is that somebody
// gave. A donor opens the own page by number and code; both stand on the pledge's slip.

#include <boost/describe/enum.hpp>

#include "base/money.h"
#include "systems/aid/campaign.h"

namespace banshi::aid {

enum class DonorKind {
    person,      // 个人
    collective,  // 集体
};
BOOST_DESCRIBE_ENUM(DonorKind, person, collective)

struct Donor {
    std::string number;  // D017
    DonorKind kind;
    std::string name;
    std::string phone;  // sealed; empty: none
    bool anonymous;     // to the public
    Instant at;
};

struct RegisterDonor {
    DonorKind kind;
    std::string name;
    std::optional<std::string> phone;
    std::optional<bool> anonymous;
};
struct DonorRegistered {
    std::string donor;
    std::string code;  // told once
};
Result<DonorRegistered> register_donor(Call&, RegisterDonor const&);

// A new code where the old one was lost; the old one opens nothing any more.
struct RenewCode {
    std::string donor;
};
Result<DonorRegistered> renew_donor_code(Call&, RenewCode const&);

struct FindDonors {
    std::optional<std::string> name;  // a part of it, or the number
};
struct DonorLine {
    std::string donor;
    DonorKind kind;
    std::string name;
    bool anonymous;
    Fen pledged;
    Fen received;  // without what was reversed
};
struct DonorList {
    std::vector<DonorLine> donors;
};
Result<DonorList> find_donors(Call&, FindDonors const&);

// For the other files of this system.
Result<Donor> find_donor(Call&, std::string const& number);  // refuses donor.not_found
// By number and code; both wrong in one way: donor.code_wrong.
Result<Donor> open_donor(Call&, std::string const& number, std::string const& code);
// Without the right to ask: for those who were allowed already.
Result<DonorRegistered> make_donor(Call&, RegisterDonor const&);
// As everybody may see it.
std::string public_name(Call const&, Donor const&);

}  // namespace banshi::aid
