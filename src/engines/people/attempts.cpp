#include "engines/people/attempts.h"

#include <algorithm>

#include "engines/people/keys.h"
#include "engines/people/policy.h"

namespace banshi::people {

using namespace std::chrono_literals;

// What is told of an account is told in the same words of a login that nobody has.
template <class Tried>
static Result<void> may_try(Call& call, Tried const& tried, std::string const& who) {
    if (!tried.locked_until || call.now >= *tried.locked_until) return {};
    auto const until = written_clock(call.district.zone().wall_time(*tried.locked_until + 59s));
    return Refusal{Why::forbidden, "account.locked", who, "", {{"until", until}}};
}

// One failure more.
template <class Tried>
static Refusal failed(Call& call, Tried& tried, Refusal refusal) {
    auto const& rules = call.district.policy<Policy>().passwords;
    bool const recent =
        tried.failing_since && call.now - *tried.failing_since < Minutes{rules.tries_minutes};
    if (!recent) {
        tried.failures = 0;
        tried.failing_since = call.now;
    }
    if (++tried.failures >= rules.tries) {
        auto const length = Minutes{rules.lock_minutes} * (1 << std::min(tried.locks, 10));
        tried.locked_until = call.now + std::min<Minutes>(length, 24h);
        tried.failures = 0;
        ++tried.locks;
        refusal = may_try(call, tried, refusal.detail).refusal();
    }
    refusal.keeps = true;
    return refusal;
}

void settle(rows::AccountRow& account) {
    account.failures = 0;
    account.failing_since.reset();
    account.locks = 0;
    account.locked_until.reset();
}

Result<void> may_try(Call& call, rows::AccountRow const& account) {
    return may_try(call, account, account.id.text);
}

Refusal count_failure(Call& call, rows::AccountRow account, std::string const& text,
                      std::string const& field) {
    auto refusal = failed(call, account, {Why::unauthenticated, text, account.id.text, field});
    rows::update_account(call, account);
    return refusal;
}

Refusal refuse_nobody(Call& call, std::string const& login, std::string_view password) {
    auto const name = lookup_hash("login", login);
    int const place = std::stoi(name.substr(0, 4), nullptr, 16);
    auto tried = rows::find_unknown_login(call, place);
    if (!tried || tried->login != name) tried = rows::UnknownLogin{name};
    if (auto const may = may_try(call, *tried, ""); !may) return may.refusal();
    password_fits("", login, password);
    auto refusal =
        failed(call, *tried, {Why::unauthenticated, "account.wrong_password", {}, "password"});
    rows::put_unknown_login(call, place, *tried);
    return refusal;
}

Result<void> check_password(Call& call, rows::AccountRow const& account, std::string_view password,
                            std::string const& field) {
    TRY(may_try(call, account));
    if (!password_fits(account.password, account.login, password))
        return count_failure(call, account, "account.wrong_password", field);
    return {};
}

}  // namespace banshi::people
