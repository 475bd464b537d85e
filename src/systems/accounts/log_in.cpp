#include "engines/notices/notices.h"
#include "engines/people/identity.h"
#include "engines/people/policy.h"
#include "engines/people/second_factor.h"
#include "systems/accounts/accounts.h"
#include "systems/accounts/told.h"

namespace banshi::accounts {

namespace {

LoggedIn shown(people::FreshSession const& fresh) { return {fresh.token, fresh.csrf, fresh.ends}; }

Who kind(Actor::Kind kind) {
    switch (kind) {
        case Actor::Kind::visitor:
            return Who::visitor;
        case Actor::Kind::citizen:
            return Who::citizen;
        case Actor::Kind::staff:
            return Who::staff;
        case Actor::Kind::device:
            return Who::device;
        case Actor::Kind::machine:
            return Who::machine;
    }
    return Who::visitor;
}

}  // namespace

Result<LoggedIn> log_in(Call& call, LogIn const& form) {
    return shown(TRY(people::log_in(call, form.login, form.password, form.code)));
}

Result<LoggedOut> log_out(Call& call, LogOut const&) {
    people::close_session(call);
    return LoggedOut{};
}

Result<SessionView> see_session(Call& call, SeeSession const&) {
    SessionView view{kind(call.actor.kind), call.actor.name, {}, {}, call.now};
    if (!call.actor.person.empty()) view.person = call.actor.person;
    for (auto const& [right, node] : call.actor.grants) view.rights.push_back({right, node});
    // Who had it in another house keeps the rights of the roles that ask for it.
    view.needs_second_factor =
        view.kind == Who::staff && call.actor.grants.empty() &&
        people::lacks_second_factor(call.tx, call.district, call.actor.account);
    return view;
}

Result<LoggedIn> change_password(Call& call, ChangePassword const& form) {
    if (call.actor.kind != Actor::Kind::staff)
        return Refusal{Why::unauthenticated, "session.missing"};
    auto const fresh = TRY(people::change_password(call, form.old_password, form.new_password));
    tell_owner(call, call.actor.account, "password");
    return shown(fresh);
}

Result<CodeRequested> request_code(Call& call, RequestCode const& form) {
    if (notices::short_messages(call.district) == notices::ShortMessages::none)
        return Refusal{Why::conflict, "code.not_connected"};
    auto const code = TRY(people::request_code(call, form.phone));
    auto const& rules = call.district.policy<people::Policy>().codes;
    notices::Notice notice;
    notice.text = "session.code";
    notice.phone = TRY(people::normalise_phone(form.phone));
    notice.facts = {{"code", code}, {"minutes", std::to_string(rules.minutes)}};
    notice.until = call.now + Minutes{rules.minutes};
    notice.urgent = true;
    notices::queue(call, notice);
    return CodeRequested{rules.minutes, rules.gap_seconds};
}

Result<LoggedIn> log_in_by_code(Call& call, LogInByCode const& form) {
    return shown(TRY(people::log_in_by_code(call, form.phone, form.code)));
}

}  // namespace banshi::accounts
