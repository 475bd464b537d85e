#include "engines/people/attempts.h"

#include <algorithm>

#include "engines/people/policy.h"

namespace banshi::people {

using namespace std::chrono_literals;

static Refusal locked(Call& call, rows::AccountRow const& account) {
    auto const until = written_clock(call.district.zone().wall_time(*account.locked_until + 59s));
    return {Why::forbidden, "account.locked", account.id.text, "", {{"until", until}}};
}

void settle(rows::AccountRow& account) {
    account.failures = 0;
    account.failing_since.reset();
    account.locks = 0;
    account.locked_until.reset();
}

Result<void> may_try(Call& call, rows::AccountRow const& account) {
    if (account.locked_until && call.now < *account.locked_until) return locked(call, account);
    return {};
}

Refusal count_failure(Call& call, rows::AccountRow account, std::string const& text,
                      std::string const& field) {
    auto const& rules = call.district.policy<Policy>().passwords;
    bool const recent =
        account.failing_since && call.now - *account.failing_since < Minutes{rules.tries_minutes};
    if (!recent) {
        account.failures = 0;
        account.failing_since = call.now;
    }
    auto refusal = Refusal{Why::unauthenticated, text, account.id.text, field};
    if (++account.failures >= rules.tries) {
        auto const length = Minutes{rules.lock_minutes} * (1 << std::min(account.locks, 10));
        account.locked_until = call.now + std::min<Minutes>(length, 24h);
        account.failures = 0;
        ++account.locks;
        refusal = locked(call, account);
    }
    rows::update_account(call, account);
    refusal.keeps = true;
    return refusal;
}

Result<void> check_password(Call& call, rows::AccountRow const& account, std::string_view password,
                            std::string const& field) {
    TRY(may_try(call, account));
    if (!password_fits(account.password, password))
        return count_failure(call, account, "account.wrong_password", field);
    return {};
}

}  // namespace banshi::people
