#include "cli/demo/staff.h"

#include <fmt/format.h>

#include <stdexcept>

#include "cli/demo/chance.h"
#include "engines/people/orgs.h"
#include "engines/people/policy.h"

namespace banshi::demo {

namespace {

constexpr int first_staff_phone = 9'000'000;  // far from those of the people who come

json::value must(Result<json::value> answer) {
    if (!answer) throw std::runtime_error(answer.refusal().text + " " + answer.refusal().detail);
    return std::move(answer).value();
}

Actor const& machine() {
    static Actor const actor{Actor::Kind::machine, {"machine"}, {}, "", {{"accounts.manage", "/"}}};
    return actor;
}

std::string token_of(Deeds& deeds, Instant now, std::string const& account) {
    auto const told =
        must(deeds.perform(machine(), now, "issue_device_token", {{"account", account}}));
    return std::string(told.at("device_token").as_string());
}

Actor actor_of(District const& district, AccountSetting const& account, std::string const& id) {
    bool const staff = account.kind == people::AccountKind::staff;
    Actor actor{staff ? Actor::Kind::staff : Actor::Kind::device, {id}, {}, account.name, {}};
    if (auto const* role = district.policy<people::Policy>().role(account.role))
        for (auto const& right : role->rights) actor.grants.push_back({right, account.node});
    return actor;
}

void assign(Staff& staff, std::string const& role, Actor actor) {
    staff.of_role.emplace(role, actor);
    if (role == "clerk")
        staff.clerks.push_back(std::move(actor));
    else if (role == "hall_manager" && staff.manager.account.empty())
        staff.manager = actor;
    else if (role == "kiosk")
        staff.kiosk = actor;
}

// An account belongs to the district that its node lies in, those of the city to the demo's own.
bool belongs(Setting const& setting, District const& district, AccountSetting const& account) {
    if (account.node == "/") return district.name() == setting.district;
    auto const home = people::node(district);
    return account.node == home || account.node.starts_with(home + "/");
}

}  // namespace

std::vector<AccountSetting> accounts_of(Setting const& setting, District const& district,
                                        hall::HallSetting const& hall) {
    std::vector<AccountSetting> named;
    for (auto const& account : setting.accounts)
        if (belongs(setting, district, account)) named.push_back(account);
    if (district.name() == setting.district) return named;
    using enum people::AccountKind;
    auto const node = people::node(district, hall.id);
    std::vector<AccountSetting> accounts{{staff, "manager", "", "hall_manager", node},
                                         {device, "kiosk-1", "", "kiosk", node}};
    for (auto const& window : hall.windows)
        accounts.push_back({staff, "clerk" + window.id.text, "", "clerk", node});
    SeededRandom random(seed_of(district.name(), {}));
    for (auto& account : accounts)
        account.name = one_of(random, setting.surnames) + one_of(random, setting.given);
    accounts.insert(accounts.end(), named.begin(), named.end());
    return accounts;
}

Hired hire(Deeds& deeds, Instant now, std::vector<AccountSetting> const& accounts,
           std::string const& password, std::string const& phone_prefix) {
    Hired hired;
    int phone = first_staff_phone;
    for (auto const& account : accounts) {
        json::object form{
            {"kind", boost::describe::enum_to_string(account.kind, "")},
            {"login", account.login},
            {"name", account.name},
            {"roles", json::array{json::object{{"role", account.role}, {"node", account.node}}}}};
        if (account.kind == people::AccountKind::staff) form["password"] = password;
        auto const made = must(deeds.perform(machine(), now, "create_account", form));
        std::string const id(made.at("account").as_string());
        if (account.kind == people::AccountKind::staff)
            must(deeds.perform(machine(), now, "set_account_contact",
                               {{"account", id},
                                {"phone", fmt::format("{}{:07}", phone_prefix, phone++)},
                                {"email", ""}}));
        auto const actor = actor_of(deeds.district(), account, id);
        hired.staff.by_login[account.login] = actor;
        assign(hired.staff, account.role, actor);
        if (account.kind == people::AccountKind::device)
            hired.tokens[account.login] = token_of(deeds, now, id);
    }
    return hired;
}

void renew_tokens(Deeds& deeds, Instant now, Hired& hired) {
    for (auto& [login, token] : hired.tokens)
        token = token_of(deeds, now, hired.staff.by_login.at(login).account.text);
}

}  // namespace banshi::demo
