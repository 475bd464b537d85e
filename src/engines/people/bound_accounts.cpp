#include "engines/people/bound_accounts.h"

#include <algorithm>

#include "engines/people/account_rows.h"
#include "engines/record/record.h"

namespace banshi::people {

struct AccountBound {  // 账号绑定
    static constexpr auto kind = "account.bound";
    record::Hash a, h;
};
BOOST_DESCRIBE_STRUCT(AccountBound, (), (a, h))

struct AccountOfBefore {  // 补绑账号
    static constexpr auto kind = "account.bound_before";
    record::Hash a, h;
};
BOOST_DESCRIBE_STRUCT(AccountOfBefore, (), (a, h))

namespace {

using Roles = std::vector<std::string>;  // "clerk@/xinqu/hall-1"

record::Salt salt_of(AccountId const& id) { return record::sha256({id.text}); }
record::Hash mark_of(AccountId const& id) { return record::sealed(salt_of(id), "account"); }

record::Hash hash_of(rows::AccountRow const& account, Roles roles) {
    std::ranges::sort(roles);
    std::string facts = boost::describe::enum_to_string(account.kind, "");
    for (auto const& fact : {account.login, account.name, account.password}) facts += "\x1f" + fact;
    facts += account.active ? "\x1fon" : "\x1foff";
    for (auto const& role : roles) facts += "\x1f" + role;
    return record::sealed(salt_of(account.id), facts);
}

std::string written(std::string const& role, std::string const& node) { return role + "@" + node; }

std::vector<rows::AccountRow> office_accounts(Call& call) {
    auto all = rows::list_accounts(call, AccountKind::staff);
    std::ranges::move(rows::list_accounts(call, AccountKind::device), std::back_inserter(all));
    return all;
}

std::map<AccountId, Roles> all_roles(Call& call) {
    std::map<AccountId, Roles> all;
    for (auto const& [account, role, node] : rows::list_all_roles(call))
        all[account].push_back(written(role, node));
    return all;
}

template <class Entry>
void keep_bound(Call& call, rows::AccountRow const& account, Roles const& roles) {
    record::append(call, Entry{mark_of(account.id), hash_of(account, roles)});
    rows::set_bound(call, account.id);
}

record::Breach breach_of(char const* text, std::uint64_t seq, std::string const& account) {
    return {text, seq, {{"account", account}}};
}

}  // namespace

void bind_account(Call& call, AccountId const& id) {
    auto const account = rows::find_account(call, id);
    if (!account || account->kind == AccountKind::citizen) return;
    Roles roles;
    for (auto const& [role, node] : rows::list_roles(call.tx, call.district, id))
        roles.push_back(written(role, node));
    keep_bound<AccountBound>(call, *account, roles);
}

void bind_accounts_of_before(Call& call) {
    auto const unbound = rows::list_unbound(call);
    if (unbound.empty()) return;
    auto const roles = all_roles(call);
    for (auto const& id : unbound) {
        auto const found = roles.find(id);
        keep_bound<AccountOfBefore>(call, rows::find_account(call, id).value(),
                                    found == roles.end() ? Roles{} : found->second);
    }
}

void AccountAudit::see(record::Seen const& seen) {
    bool const by_deed = seen.kind == AccountBound::kind;
    if (!by_deed && seen.kind != AccountOfBefore::kind) return;
    if (!by_deed && bound_) found_.push_back({"breach.account_bound_late", seen.seq});
    bound_ |= by_deed;
    said_.insert_or_assign(std::string(record::text_field(seen.body, "a")),
                           Said{seen.seq, std::string(record::text_field(seen.body, "h"))});
}

std::vector<record::Breach> AccountAudit::finish(Instant) { return std::exchange(found_, {}); }

std::vector<record::Breach> AccountAudit::compare(Call& call) {
    auto const& district = call.district.name();
    auto const size = record::tip(call.tx, district).size;
    for (auto const& [kind, body] : record::waiting_entries(call.tx, district))
        see({size, kind, {}, body});
    auto found = std::exchange(found_, {});
    auto roles = all_roles(call);
    bool const never = said_.empty();
    for (auto const& account : office_accounts(call)) {
        auto const own = roles.extract(account.id);
        auto const said = said_.extract(hex(mark_of(account.id)));
        if (never)
            ++unbound_;
        else if (said.empty())
            found.push_back(breach_of("breach.account_without_leaf", 0, account.login));
        else if (said.mapped().hash != hex(hash_of(account, own.empty() ? Roles{} : own.mapped())))
            found.push_back(breach_of("breach.account_differs", said.mapped().seq, account.login));
    }
    for (auto const& [mark, said] : said_) found.push_back({"breach.account_gone", said.seq});
    // Citizens have no roles, and neither has what is no account.
    for (auto const& [id, own] : roles)
        found.push_back(breach_of("breach.account_without_leaf", 0, id.text));
    return found;
}

std::vector<record::Breach> AccountAudit::unchecked() const {
    if (unbound_ == 0) return {};
    return {{"note.accounts_unbound", 0, {{"accounts", std::to_string(unbound_)}}}};
}

}  // namespace banshi::people
