#pragma once
// Single sign-on 单点登录 for staff: another house (the city's OpenID Connect or CAS server) proves
// who it is; which account that is, and what it may do, stays here.
//
// The browser goes to the provider and comes back to the console's address; both ends are deeds of
// ours, and between them the tab keeps the sealed attempt (attempt.h).

#include <boost/describe.hpp>

#include "base/result.h"
#include "store/call.h"
#include "systems/sign_on/settings.h"

namespace banshi::sign_on {

inline Right const manage{"accounts.manage"}, see_log{"accounts.see_log"};

struct ListProviders {};
struct ProviderShown {
    std::string provider;
    std::string name;
    std::string name_en;
};
struct ProviderList {
    std::vector<ProviderShown> providers;
};
struct BeginSignOn {  // 开始单点登录
    std::string provider;
};
struct SignOnBegun {
    std::string address;  // where the browser goes
    std::string attempt;  // sealed; the tab keeps it
};
struct FinishSignOn {  // 完成单点登录  with what the browser brings back
    std::string attempt;
    std::string state;
    std::optional<std::string> came = {};           // the code, of CAS the ticket
    std::optional<std::string> issuer = {};         // where the provider says it
    std::optional<std::string> error = {};          // where it said no
    std::optional<std::string> second_factor = {};  // the code of our own second factor
};
struct SignedOn {
    std::optional<std::string> token;
    std::optional<std::string> csrf;
    Instant ends;
    std::optional<std::string> way_out;  // where to end the log-in over there as well
};
Result<ProviderList> list_providers(Call&, ListProviders const&);
Result<SignOnBegun> begin_sign_on(Call&, BeginSignOn const&);
Result<SignedOn> finish_sign_on(Call&, FinishSignOn const&);
// The talks with the provider that belong to them, before their turn.
void prepare_begin(Call&, BeginSignOn const&);
void prepare_finish(Call&, FinishSignOn const&);

// ---- which account is whose; needs accounts.manage at every node that the account has

struct ListLinks {
    AccountId account;
};
struct LinkShown {  // 关联
    std::string provider;
    std::string subject;
    Instant linked_at;
};
struct LinkList {
    std::vector<LinkShown> links;
};
struct LinkIdentity {
    AccountId account;
    std::string provider;
    std::string subject;  // by which the provider knows the person
};
struct UnlinkIdentity {  // and ends the sessions of the account
    AccountId account;
    std::string provider;
    std::string subject;
};
Result<LinkList> list_links(Call&, ListLinks const&);
Result<LinkList> link_identity(Call&, LinkIdentity const&);
Result<LinkList> unlink_identity(Call&, UnlinkIdentity const&);

enum class What { signed_on, linked, unlinked };
BOOST_DESCRIBE_ENUM(What, signed_on, linked, unlinked)
struct ListSignOns {};
struct SignOnShown {
    Instant at;
    What what;
    std::string account;  // its name
    std::string by;
    std::string provider;
    std::string subject;
};
struct SignOnList {
    std::vector<SignOnShown> deeds;  // the newest hundred, newest first
};
Result<SignOnList> list_sign_ons(Call&, ListSignOns const&);

struct ForgetSignOns {};
struct SignOnsForgotten {};
Result<SignOnsForgotten> forget_sign_ons(Call&, ForgetSignOns const&);

}  // namespace banshi::sign_on
