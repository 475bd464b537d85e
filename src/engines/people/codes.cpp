#include <fmt/format.h>

#include "engines/people/account_rows.h"
#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "engines/people/own_phone.h"
#include "engines/people/people_rows.h"
#include "engines/people/policy.h"

namespace banshi::people {

namespace {

std::string code_hash(std::string const& phone, std::string_view code) {
    return lookup_hash("code", phone + ":" + std::string(code));
}

// A citizen's account is found by the phone's hash; its name is the masked phone, so that the
// phone itself stands nowhere.
AccountId citizen_account(Call& call, std::string const& phone, std::string const& lookup) {
    if (auto const known = rows::find_account(call, lookup)) return known->id;
    rows::AccountRow account{call.fresh<AccountId>(), AccountKind::citizen, lookup,
                             masked_phone(phone)};
    rows::insert_account(call, account);
    return rows::find_account(call, lookup).value().id;
}

}  // namespace

Result<std::string> request_code(Call& call, std::string_view typed) {
    auto const phone = TRY(normalise_phone(typed));
    auto const& rules = call.district.policy<Policy>().codes;
    auto const today = call.district.zone().day_of(call.now);
    auto const lookup = lookup_hash("phone", phone);
    auto const before = rows::find_code(call, lookup);
    int sent_today = 0;
    if (before) {
        auto const next = before->sent_at + Seconds{rules.gap_seconds};
        if (call.now < next) {
            auto const left = std::chrono::ceil<Seconds>(next - call.now).count();
            return Refusal{
                Why::conflict, "code.too_soon", {}, "phone", {{"seconds", std::to_string(left)}}};
        }
        if (before->day == today) sent_today = before->sent_today;
    }
    if (sent_today >= rules.a_day) return Refusal{Why::conflict, "code.too_many", {}, "phone"};

    auto code = fmt::format("{:06}", call.random.below(1'000'000));
    rows::put_code(call, {lookup, code_hash(phone, code), call.now,
                          call.now + Minutes{rules.minutes}, 0, today, sent_today + 1});
    return code;
}

Result<FreshSession> log_in_by_code(Call& call, std::string_view typed, std::string_view code) {
    auto const phone = TRY(normalise_phone(typed));
    auto const lookup = lookup_hash("phone", phone);
    auto sent = rows::find_code(call, lookup);
    if (!sent || sent->code.empty() || call.now >= sent->ends_at ||
        sent->tries >= call.district.policy<Policy>().codes.tries)
        return Refusal{Why::too_late, "code.expired", {}, "code"};
    if (sent->code != code_hash(phone, code)) {
        ++sent->tries;
        rows::put_code(call, *sent);
        Refusal wrong{Why::unauthenticated, "code.wrong", {}, "code"};
        wrong.keeps = true;
        return wrong;
    }
    sent->code.clear();
    rows::put_code(call, *sent);
    auto account = rows::find_account(call, citizen_account(call, phone, lookup)).value();
    if (!account.active) return Refusal{Why::forbidden, "account.inactive", account.id.text};
    account.last_log_in = call.now;
    rows::update_account(call, account);
    return open_session(call, account.id, AccountKind::citizen);
}

std::optional<std::string> phone_lookup_of(Call& call, AccountId const& id) {
    auto const account = rows::find_account(call, id);
    if (!account || account->kind != AccountKind::citizen) return {};
    return account->login;
}

bool is_own_phone(Call& call, std::string const& phone) {
    return !phone.empty() && call.actor.kind == Actor::Kind::citizen &&
           lookup_hash("phone", phone) == phone_lookup_of(call, call.actor.account);
}

std::optional<Instant> opened_at(Call& call, AccountId const& id) {
    return rows::opened_at(call, id);
}

void bind_person(Call& call, PersonId const& id) {
    if (call.actor.kind != Actor::Kind::citizen || !call.actor.person.empty()) return;
    auto account = rows::find_account(call, call.actor.account);
    auto const person = rows::find_person(call, id);
    if (!account || !person || account->login != person->phone_lookup) return;
    account->person = id;
    rows::update_account(call, *account);
}

}  // namespace banshi::people
