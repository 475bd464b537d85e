#include "systems/aid/donors.h"

#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "systems/aid/books.h"
#include "systems/aid/donor_rows.h"

namespace banshi::aid {

namespace {

constexpr std::size_t code_bytes = 9;
constexpr int donor_digits = 3;

}  // namespace

Result<DonorRegistered> make_donor(Call& call, RegisterDonor const& form) {
    Donor donor{};
    donor.kind = form.kind;
    donor.name = TRY(people::normalise_name(form.name));
    if (form.phone && !form.phone->empty())
        donor.phone = people::seal(TRY(people::normalise_phone(*form.phone)), call.random);
    donor.anonymous = form.anonymous.value_or(false);
    donor.at = call.now;
    donor.number = next_number(call, "D", donor_digits);
    auto const code = people::fresh_token(call.random, code_bytes);
    rows::insert(call, donor, people::token_hash(code));
    return DonorRegistered{donor.number, code};
}

Result<DonorRegistered> register_donor(Call& call, RegisterDonor const& form) {
    TRY(may(call, keep_money));
    return make_donor(call, form);
}

Result<DonorRegistered> renew_donor_code(Call& call, RenewCode const& form) {
    auto const donor = TRY(find_donor(call, form.donor));
    TRY(may(call, keep_money));
    auto const code = people::fresh_token(call.random, code_bytes);
    rows::renew_code(call, donor.number, people::token_hash(code));
    return DonorRegistered{donor.number, code};
}

Result<DonorList> find_donors(Call& call, FindDonors const& form) {
    TRY(may(call, see_aid));
    DonorList list;
    for (auto& line : rows::donor_lines(call)) {
        auto const& wanted = form.name;
        if (!wanted || line.donor == *wanted || line.name.find(*wanted) != std::string::npos)
            list.donors.push_back(std::move(line));
    }
    return list;
}

Result<Donor> find_donor(Call& call, std::string const& number) {
    if (auto donor = rows::find_donor(call, number)) return *std::move(donor);
    return Refusal{Why::not_found, "donor.not_found", number, "donor"};
}

Result<Donor> open_donor(Call& call, std::string const& number, std::string const& code) {
    auto donor = rows::donor_by_code(call, number, people::token_hash(code));
    if (!donor) return Refusal{Why::not_found, "donor.code_wrong", number, "code"};
    return *std::move(donor);
}

std::string public_name(Call const& call, Donor const& donor) {
    if (!donor.anonymous) return donor.name;
    return call.texts.say(call.language, "aid.donor.anonymous");
}

}  // namespace banshi::aid
