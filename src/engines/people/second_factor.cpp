#include "engines/people/second_factor.h"

#include <algorithm>

#include "engines/people/attempts.h"
#include "engines/people/keys.h"
#include "engines/people/second_factor_rows.h"
#include "engines/people/totp.h"

namespace banshi::people {

namespace {

constexpr std::size_t secret_bytes = 20;  // as long as the hash, RFC 4226, 4
constexpr int recovery_codes = 10;
constexpr std::size_t recovery_bytes = 10;  // 16 letters

std::string random_bytes(Call& call, std::size_t size) {
    std::string bytes(size, '\0');
    call.random.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return bytes;
}

// As typed: spaces and dashes are for the eye, and so is the case of letters.
std::string code_typed(std::string_view typed) {
    std::string out;
    for (unsigned char const letter : typed)
        if (std::isalnum(letter)) out += static_cast<char>(std::toupper(letter));
    return out;
}

std::string in_fours(std::string const& letters) {
    std::string out;
    for (std::size_t at = 0; at < letters.size(); ++at)
        out += (at > 0 && at % 4 == 0 ? "-" : "") + letters.substr(at, 1);
    return out;
}

std::string recovery_hash(AccountId const& account, std::string const& code) {
    return lookup_hash("recovery", account.text + ":" + code);
}

// The step whose code this is: now, or one before or after, as clocks differ.
std::optional<std::int64_t> step_of_code(std::string const& secret, std::string const& code,
                                         Instant now) {
    auto const here = step_of(now);
    for (auto const step : {here, here - 1, here + 1})
        if (code_of_step(secret, step) == code) return step;
    return {};
}

bool asks(District const& district, std::vector<RoleAt> const& roles) {
    if (!district.has<SecondFactorRules>()) return false;
    auto const& asking = district.policy<SecondFactorRules>().roles;
    return std::ranges::any_of(
        roles, [&](auto const& each) { return std::ranges::count(asking, each.role) > 0; });
}

bool is_on(std::optional<rows::FactorRow> const& factor) { return factor && factor->confirmed_at; }

// Without what an address must not hold bare; a login has nothing of it.
std::string uri_of(Call& call, std::string const& login, std::string const& secret) {
    auto const issuer = "Banshi%20" + call.district.name();
    return "otpauth://totp/" + issuer + ":" + login + "?secret=" + secret + "&issuer=" + issuer;
}

Result<rows::AccountRow> own_account(Call& call) {
    auto account = rows::find_account(call, call.actor.account);
    if (!account || account->kind != AccountKind::staff)
        return Refusal{Why::unauthenticated, "session.missing"};
    return *std::move(account);
}

}  // namespace

SecondFactor second_factor_of(Call& call) {
    auto const& id = call.actor.account;
    return {is_on(rows::find_factor(call.tx, call.district, id)),
            asks(call.district, rows::list_roles(call.tx, call.district, id)),
            rows::count_recovery_codes(call, id)};
}

Result<FreshFactor> begin_second_factor(Call& call, std::string_view password) {
    auto const account = TRY(own_account(call));
    TRY(check_password(call, account, password, "password"));
    if (is_on(rows::find_factor(call.tx, call.district, account.id)))
        return Refusal{Why::conflict, "account.factor_on", account.id.text};
    auto const secret = random_bytes(call, secret_bytes);
    rows::put_factor(call, account.id, {seal(secret, call.random), {}, 0});
    return FreshFactor{base32(secret), uri_of(call, account.login, base32(secret))};
}

Result<std::vector<std::string>> confirm_second_factor(Call& call, std::string_view code) {
    auto const account = TRY(own_account(call));
    auto factor = rows::find_factor(call.tx, call.district, account.id);
    if (!factor || factor->confirmed_at)
        return Refusal{Why::conflict, "account.no_factor", account.id.text};
    auto const step = step_of_code(unseal(factor->secret), code_typed(code), call.now);
    if (!step) return Refusal{Why::invalid, "account.wrong_code", account.id.text, "code"};
    factor->confirmed_at = call.now;
    factor->last_step = *step;
    rows::put_factor(call, account.id, *factor);
    rows::delete_other_sessions(call, account.id, call.actor.session);
    std::vector<std::string> codes;
    for (int at = 0; at < recovery_codes; ++at) {
        auto const letters = base32(random_bytes(call, recovery_bytes));
        rows::insert_recovery_code(call, account.id, recovery_hash(account.id, letters));
        codes.push_back(in_fours(letters));
    }
    return codes;
}

Result<void> check_second_factor(Call& call, rows::AccountRow const& account,
                                 std::optional<std::string_view> typed) {
    auto factor = rows::find_factor(call.tx, call.district, account.id);
    if (!is_on(factor)) return {};
    auto const code = code_typed(typed.value_or(""));
    if (code.empty())
        return Refusal{Why::unauthenticated, "account.code_needed", account.id.text, "code"};
    if (rows::delete_recovery_code(call, account.id, recovery_hash(account.id, code))) return {};
    auto const step = step_of_code(unseal(factor->secret), code, call.now);
    if (!step) return count_failure(call, account, "account.wrong_code", "code");
    // Who looked over a shoulder comes too late (RFC 6238, 5.2).
    if (*step <= factor->last_step)
        return Refusal{Why::unauthenticated, "account.code_used", account.id.text, "code"};
    factor->last_step = *step;
    rows::put_factor(call, account.id, *factor);
    return {};
}

Result<void> end_second_factor(Call& call, std::string_view password, std::string_view code) {
    auto const account = TRY(own_account(call));
    if (second_factor_of(call).required)
        return Refusal{Why::conflict, "account.factor_required", account.id.text};
    TRY(check_password(call, account, password, "password"));
    TRY(check_second_factor(call, account, code));
    rows::delete_factor(call, account.id);
    return {};
}

Result<void> remove_second_factor(Call& call, AccountId const& id) {
    if (id == call.actor.account) return Refusal{Why::conflict, "account.own", id.text};
    rows::delete_factor(call, id);
    close_sessions(call, id);
    return {};
}

std::set<AccountId> with_second_factor(Call& call) {
    auto const all = rows::list_confirmed(call);
    return {all.begin(), all.end()};
}

bool lacks_second_factor(Transaction& tx, District const& district, AccountId const& id) {
    // Each request comes here: where no role asks, nothing is read.
    if (!district.has<SecondFactorRules>()) return false;
    return asks(district, rows::list_roles(tx, district, id)) &&
           !is_on(rows::find_factor(tx, district, id));
}

}  // namespace banshi::people
