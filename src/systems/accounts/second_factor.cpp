#include "engines/people/second_factor.h"

#include "documents/qr.h"
#include "systems/accounts/accounts.h"
#include "systems/accounts/told.h"

namespace banshi::accounts {

namespace {

Result<void> must_be_staff(Call& call) {
    if (call.actor.kind == Actor::Kind::staff) return {};
    return Refusal{Why::unauthenticated, "session.missing"};
}

SecondFactorShown shown(people::SecondFactor const& factor) {
    return {factor.on, factor.required, factor.recovery_codes};
}

}  // namespace

Result<SecondFactorShown> see_second_factor(Call& call, SeeSecondFactor const&) {
    TRY(must_be_staff(call));
    return shown(people::second_factor_of(call));
}

Result<SecondFactorBegun> begin_second_factor(Call& call, BeginSecondFactor const& form) {
    TRY(must_be_staff(call));
    auto const fresh = TRY(people::begin_second_factor(call, form.password));
    auto const qr = TRY(documents::qr_matrix(fresh.uri));
    return SecondFactorBegun{fresh.secret, fresh.uri, documents::svg_path(qr), qr.size};
}

Result<RecoveryCodes> confirm_second_factor(Call& call, ConfirmSecondFactor const& form) {
    TRY(must_be_staff(call));
    auto codes = TRY(people::confirm_second_factor(call, form.code));
    tell_owner(call, call.actor.account, "factor_on");
    return RecoveryCodes{std::move(codes)};
}

Result<SecondFactorShown> end_second_factor(Call& call, EndSecondFactor const& form) {
    TRY(must_be_staff(call));
    TRY(people::end_second_factor(call, form.password, form.code));
    tell_owner(call, call.actor.account, "factor_off");
    return shown(people::second_factor_of(call));
}

}  // namespace banshi::accounts
