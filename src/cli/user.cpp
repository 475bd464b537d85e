#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "cli/by_machine.h"
#include "cli/commands.h"
#include "cli/make_demo.h"
#include "engines/people/accounts.h"
#include "engines/people/orgs.h"
#include "engines/people/second_factor.h"

namespace banshi::cli {

namespace {

// The first line that comes in, without showing it where a person types.
std::string read_password() {
    termios shown{};
    bool const typed = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &shown) == 0;
    if (typed) {
        auto hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
        std::cerr << "password: " << std::flush;
    }
    std::string password;
    std::getline(std::cin, password);
    if (typed) {
        tcsetattr(STDIN_FILENO, TCSANOW, &shown);
        std::cerr << "\n";
    }
    return password;
}

Result<people::Account> named(Call& call, std::string const& login) {
    if (auto account = people::find_account(call, login)) return *std::move(account);
    return Refusal{Why::not_found, "account.not_found", login};
}

std::string line_of(people::Account const& account) {
    auto line = account.login + "\t" + account.name + "\t" + (account.active ? "on" : "off");
    for (auto const& [role, node] : account.roles) line += "\t" + role + "@" + node;
    return line + "\n";
}

// What the command prints.
Result<std::string> act(Call& call, UserOptions const& options, std::string const& password) {
    auto const at = options.node.empty() ? people::node(call.district) : options.node;
    if (options.action == "list") {
        std::string lines;
        for (auto const& account : people::list_accounts(call)) lines += line_of(account);
        return lines;
    }
    if (options.action == "add") {
        auto const kind = options.device ? people::AccountKind::device : people::AccountKind::staff;
        auto const id =
            TRY(people::create_account(call, {kind,
                                              options.login,
                                              options.name.empty() ? options.login : options.name,
                                              password,
                                              {{options.role, at}}}));
        return options.device ? people::issue_device_token(call, id).token + "\n" : std::string();
    }
    auto account = TRY(named(call, options.login));
    if (options.action == "password") {
        TRY(people::set_password(call, account.id, password));
    } else if (options.action == "unlock") {
        TRY(people::unlock(call, account.id));
    } else if (options.action == "factor-off") {
        TRY(people::remove_second_factor(call, account.id));
    } else if (options.action == "grant") {
        account.roles.push_back({options.role, at});
        TRY(people::set_roles(call, account.id, account.roles));
    } else if (options.action == "revoke") {
        std::erase_if(account.roles, [&](auto const& each) {
            return each.role == options.role && each.node == at;
        });
        TRY(people::set_roles(call, account.id, account.roles));
    } else {
        TRY(people::set_active(call, account.id, options.action == "on"));
    }
    return std::string();
}

// Which account an identity of single sign-on is, by the deeds of that system.
Result<std::string> linked(Call& call, Environment const& here, City const& city,
                           CityDistrict const& home, UserOptions const& options) {
    auto const account = TRY(named(call, options.login));
    auto const* deed = deed_of(home, options.action + "_identity");
    if (!deed) return Refusal{Why::not_found, "sign_on.no_provider", options.provider};
    json::object const form{
        {"account", account.id.text}, {"provider", options.provider}, {"subject", options.subject}};
    TRY(done_by_machine(*deed, here, city, home.district, call.tx, form));
    return std::string();
}

}  // namespace

int user(Environment const& here, UserOptions const& options) {
    auto const city = open_city(here);
    if (options.demo) return print_log_ins(here, city);
    auto const* home = city.find(options.district);
    if (!home) return say_unknown(city, options.district, names_of_districts(city));
    auto const store = open_database(here);
    bool const asks = options.action == "password" || (options.action == "add" && !options.device);
    auto const password = asks ? read_password() : std::string();

    std::optional<Result<std::string>> out;
    store->write_now([&](Transaction& tx) {
        Call call{machine(), here.now(), home->district, tx, system_random(), city.texts};
        out = options.action.ends_with("link") ? linked(call, here, city, *home, options)
                                               : act(call, options, password);
        return bool(*out);
    });
    if (*out) {
        std::cout << out->value();
        return done;
    }
    auto const& refused = out->refusal();
    std::cerr << city.texts.say(city.language, "refusal." + refused.text, refused.facts) << "\n";
    return failed;
}

}  // namespace banshi::cli
