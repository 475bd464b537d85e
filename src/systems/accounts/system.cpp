#include "systems/accounts/system.h"

#include "engines/people/bound_accounts.h"
#include "engines/people/place.h"
#include "systems/accounts/accounts.h"
#include "systems/accounts/settings.h"
#include "systems/route.h"

namespace banshi::accounts {

BOOST_DESCRIBE_ENUM(Who, visitor, citizen, staff, device, machine)
BOOST_DESCRIBE_STRUCT(LogIn, (), (login, password, code))
BOOST_DESCRIBE_STRUCT(LoggedIn, (), (token, csrf, ends))
BOOST_DESCRIBE_STRUCT(LogOut, (), ())
BOOST_DESCRIBE_STRUCT(LoggedOut, (), ())
BOOST_DESCRIBE_STRUCT(SeeSession, (), ())
BOOST_DESCRIBE_STRUCT(RightAt, (), (right, node))
BOOST_DESCRIBE_STRUCT(SessionView, (), (kind, name, person, rights, now, needs_second_factor))
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (old_password, new_password))
BOOST_DESCRIBE_STRUCT(RequestCode, (), (phone))
BOOST_DESCRIBE_STRUCT(CodeRequested, (), (minutes, gap_seconds))
BOOST_DESCRIBE_STRUCT(LogInByCode, (), (phone, code))
BOOST_DESCRIBE_STRUCT(SeeSecondFactor, (), ())
BOOST_DESCRIBE_STRUCT(SecondFactorShown, (), (on, required, recovery_codes))
BOOST_DESCRIBE_STRUCT(BeginSecondFactor, (), (password))
BOOST_DESCRIBE_STRUCT(SecondFactorBegun, (), (secret, uri, qr_path, qr_size))
BOOST_DESCRIBE_STRUCT(ConfirmSecondFactor, (), (code))
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))
BOOST_DESCRIBE_STRUCT(EndSecondFactor, (), (password, code))
BOOST_DESCRIBE_STRUCT(GrantForm, (), (role, node))
BOOST_DESCRIBE_STRUCT(AccountShown, (),
                      (account, kind, login, name, active, locked_until, last_log_in, roles,
                       second_factor))
BOOST_DESCRIBE_STRUCT(ListAccounts, (), ())
BOOST_DESCRIBE_STRUCT(AccountList, (), (accounts))
BOOST_DESCRIBE_STRUCT(ListRoles, (), ())
BOOST_DESCRIBE_STRUCT(RoleShown, (), (id, name, name_en, rights))
BOOST_DESCRIBE_STRUCT(RoleList, (), (roles))
BOOST_DESCRIBE_STRUCT(CreateAccount, (), (kind, login, name, password, roles))
BOOST_DESCRIBE_STRUCT(SetGrants, (), (account, roles))
BOOST_DESCRIBE_STRUCT(AtAccount, (), (account))
BOOST_DESCRIBE_STRUCT(SetPassword, (), (account, password))
BOOST_DESCRIBE_STRUCT(DeviceToken, (), (device_token, ends))
BOOST_DESCRIBE_STRUCT(ListAccessLog, (), (before))
BOOST_DESCRIBE_STRUCT(AccessShown, (), (at, by, person, id_number, reason))
BOOST_DESCRIBE_STRUCT(AccessLog, (), (looks, next))
BOOST_DESCRIBE_STRUCT(SeeOrgTree, (), (below))
BOOST_DESCRIBE_STRUCT(OrgShown, (), (node, kind, name))
BOOST_DESCRIBE_STRUCT(OrgTree, (), (orgs))
BOOST_DESCRIBE_STRUCT(ListStreets, (), ())
BOOST_DESCRIBE_STRUCT(CommunityShown, (), (community, name))
BOOST_DESCRIBE_STRUCT(StreetShown, (), (street, name, communities))
BOOST_DESCRIBE_STRUCT(MapShown, (), (coordinates, review_number))
BOOST_DESCRIBE_STRUCT(StreetList, (), (streets, map))
BOOST_DESCRIBE_STRUCT(SeeContact, (), ())
BOOST_DESCRIBE_STRUCT(ContactShown, (), (phone, email))
BOOST_DESCRIBE_STRUCT(SetContact, (), (phone, email))
BOOST_DESCRIBE_STRUCT(SetAccountContact, (), (account, phone, email))
BOOST_DESCRIBE_STRUCT(ListOutbox, (), (state, before))
BOOST_DESCRIBE_STRUCT(MessageShown, (),
                      (id, at, channel, phone, name, number, words, state, attempts, trouble,
                       retries))
BOOST_DESCRIBE_STRUCT(Outbox, (), (messages, next))
BOOST_DESCRIBE_STRUCT(RetryMessage, (), (message))
BOOST_DESCRIBE_STRUCT(ListWays, (), ())
BOOST_DESCRIBE_STRUCT(WayShown, (),
                      (channel, robot, sent_at, failed_at, trouble, waiting, waiting_since))
BOOST_DESCRIBE_STRUCT(WayList, (), (ways))
BOOST_DESCRIBE_STRUCT(ForgetOld, (), ())
BOOST_DESCRIBE_STRUCT(Forgotten, (), ())

namespace {

Right const see_log{"accounts.see_log"}, tidy_up{"house.tidy_up"};

Result<void> configure(District& district, std::string_view toml, std::string const& file) {
    auto settings = TRY(read_settings(toml, file));
    district.set(people::Policy{settings.passwords, settings.sessions, settings.codes,
                                std::move(settings.roles)});
    district.set(settings.notices);
    if (settings.second_factor) district.set(people::SecondFactorRules{*settings.second_factor});
    return {};
}

Result<void> establish(Call& call) {
    people::establish_place(call);
    people::bind_accounts_of_before(call);
    return {};
}

std::string_view text(json::object const& request, std::string_view field) {
    auto const* value = request.if_contains(field);
    return value && value->is_string() ? std::string_view(value->get_string()) : "";
}

// Passwords are weighed before their deed has its turn, so that the writer waits for none.
void weigh(Call& call, json::object const& request) {
    people::weigh_password(call, text(request, "login"), text(request, "password"));
}

void weigh_own(Call& call, json::object const& request) {
    people::weigh_own_password(call, text(request, "password"));
}

void weigh_change(Call& call, json::object const& request) {
    people::weigh_own_password(call, text(request, "old_password"), text(request, "new_password"));
}

void weigh_new(Call& call, json::object const& request) {
    if (!call.actor.holds(manage)) return;
    std::string login(text(request, "login"));
    auto const account =
        people::find_account(call, AccountId{std::string(text(request, "account"))});
    if (account) login = account->login;
    people::weigh_new_password(call, login, text(request, "password"));
}

std::vector<Route> session_routes() {
    return {
        get("/session", anyone, "see_session", see_session),
        prepared(weigh, opens_session(post("/session", anyone, "log_in", log_in))),
        ends_session(post("/session/end", anyone, "log_out", log_out)),
        prepared(weigh_change, opens_session(post("/session/password", anyone, "change_password",
                                                  change_password))),
        get("/session/contact", anyone, "see_contact", see_contact),
        secret(put("/session/contact", anyone, "set_contact", set_contact)),
        get("/session/second-factor", anyone, "see_second_factor", see_second_factor),
        prepared(weigh_own, secret(post("/session/second-factor", anyone, "begin_second_factor",
                                        begin_second_factor))),
        secret(post("/session/second-factor/confirmation", anyone, "confirm_second_factor",
                    confirm_second_factor)),
        prepared(weigh_own, secret(post("/session/second-factor/end", anyone, "end_second_factor",
                                        end_second_factor))),
        secret(post("/session/code", anyone, "request_code", request_code)),
        opens_session(post("/session/phone", anyone, "log_in_by_code", log_in_by_code)),
    };
}

std::vector<Route> manage_routes() {
    std::string const account = "/accounts/{account}";
    return {
        get("/accounts", manage, "list_accounts", list_accounts),
        prepared(weigh_new,
                 creates(secret(post("/accounts", manage, "create_account", create_account)))),
        put(account + "/roles", manage, "set_grants", set_grants),
        prepared(weigh_new,
                 secret(put(account + "/password", manage, "set_password", set_password))),
        get(account + "/contact", manage, "see_account_contact", see_account_contact),
        secret(put(account + "/contact", manage, "set_account_contact", set_account_contact)),
        post(account + "/second-factor/removal", manage, "remove_second_factor",
             remove_second_factor),
        post(account + "/unlocking", manage, "unlock_account", unlock_account),
        post(account + "/deactivation", manage, "deactivate_account", deactivate_account),
        post(account + "/activation", manage, "activate_account", activate_account),
        secret(post(account + "/token", manage, "issue_device_token", issue_device_token)),
        get("/roles", manage, "list_roles", list_roles),
        get("/access-log", see_log, "list_access_log", list_access_log),
        get("/orgs", anyone, "see_org_tree", see_org_tree),
        get("/streets", anyone, "list_streets", list_streets),
        get("/outbox", anyone, "list_outbox", list_outbox),
        post("/outbox/{message}/attempts", manage, "retry_message", retry_message),
        get("/outbox/ways", manage, "list_ways", list_ways),
    };
}

}  // namespace

// Called as its settings file is: people.toml.
System system() {
    auto routes = session_routes();
    for (auto& route : manage_routes()) routes.push_back(std::move(route));
    return {.name = "people",
            .title = "system.people",
            .routes = std::move(routes),
            .jobs = {{.deed = deed(tidy_up, "forget_old", forget_old, true),
                      .daily = Clock{Minutes{3 * 60}}}},
            .further_rights = {see_outbox},
            .configure = configure,
            .establish = establish};
}

std::unique_ptr<record::Audit> audit() { return std::make_unique<people::AccountAudit>(); }

}  // namespace banshi::accounts
