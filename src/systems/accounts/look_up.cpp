#include "engines/notices/notices.h"
#include "engines/people/people.h"
#include "systems/accounts/accounts.h"

namespace banshi::accounts {

using namespace std::chrono_literals;

namespace {

Right const see_demo_outbox{"accounts.see_demo_outbox"};

constexpr int looks_a_page = 50;
constexpr int most_messages = 50;
constexpr auto kept_notices = 24h * 30;
constexpr int most_forgotten = 5'000;  // a run; the rest the next day

}  // namespace

Result<AccessLog> list_access_log(Call& call, ListAccessLog const& form) {
    auto found = people::list_access(call, form.before, looks_a_page + 1);
    AccessLog log;
    if (found.size() > looks_a_page) {
        found.pop_back();
        log.next = found.back().at;
    }
    for (auto const& access : found) {
        auto const person = people::masked(call, access.person);
        log.looks.push_back(
            {access.at, access.account_name, person.name, person.id_number, access.reason});
    }
    return log;
}

Result<OrgTree> see_org_tree(Call& call, SeeOrgTree const& form) {
    OrgTree tree;
    auto const below = form.below.value_or(people::node(call.district));
    for (auto const& org : people::list_orgs(call, below))
        tree.orgs.push_back({org.path, org.kind, org.name});
    return tree;
}

Result<Outbox> list_outbox(Call& call, ListOutbox const&) {
    if (!call.district.policy<notices::Policy>().demo_outbox)
        TRY(people::may(call, see_demo_outbox, people::node(call.district)));
    Outbox outbox;
    for (auto const& each : notices::list_outbox(call, most_messages))
        outbox.messages.push_back({each.at, each.phone, each.words, each.state, each.attempts});
    return outbox;
}

Result<Forgotten> forget_old(Call& call, ForgetOld const&) {
    people::forget_ended(call, most_forgotten);
    notices::forget_old(call, call.now - kept_notices, most_forgotten);
    return Forgotten{};
}

}  // namespace banshi::accounts
