#include "systems/privacy/mine.h"

#include "engines/people/accounts.h"
#include "engines/people/checked.h"
#include "engines/people/people.h"

namespace banshi::privacy {

namespace {

constexpr int most_looks = 200;

std::string said(Call& call, std::string const& key, Facts const& facts = {}) {
    return call.texts.say(call.language, "privacy." + key, facts);
}

KindKept shown(Call& call, people::Holding const& holding) {
    KindKept kind{holding.kind,
                  said(call, "kind." + holding.kind),
                  said(call, "term." + holding.term, holding.facts),
                  {}};
    for (auto const& [number, words, at, until] : holding.things)
        kind.things.push_back({number, words, at, until});
    return kind;
}

// What the house itself keeps of whoever has logged in.
std::vector<KindKept> kinds_of_the_house(Call& call, people::Subject const& subject) {
    people::Holding account{"account", "account", {}, {}};
    if (auto const opened = people::opened_at(call, subject.account))
        account.things.push_back({"", call.actor.name, *opened});
    return {shown(call, account), shown(call, {"messages", "messages", {}, {}})};
}

}  // namespace

Result<people::Subject> subject_of(Call& call) {
    if (call.actor.kind != Actor::Kind::citizen)
        return Refusal{Why::unauthenticated, "session.missing"};
    auto const& account = call.actor.account;
    people::Subject subject{account, people::phone_lookup_of(call, account).value_or("")};
    if (auto const checked = people::checked_person(call, account))
        subject.person = checked->person;
    return subject;
}

MyData my_data(Call& call, people::Subject const& subject) {
    MyData data{call.actor.name, {}, {}, kinds_of_the_house(call, subject), {}};
    for (auto const& holding : people::holdings(call, subject))
        data.kinds.push_back(shown(call, holding));
    data.erasure = erasure_of(call, subject.account);
    if (subject.person.empty()) return data;
    auto const masked = people::masked(call, subject.person);
    data.person = {masked.name, masked.id_number, masked.phone,
                   people::count_other_names(call, subject.person)};
    data.checked_until = people::checked_person(call, subject.account)->until;
    for (auto const& look : people::list_access_of(call, subject.person, most_looks))
        data.looks.push_back({look.at, look.account_name, look.reason});
    return data;
}

Result<MyData> see_my_data(Call& call, SeeMyData const&) {
    return my_data(call, TRY(subject_of(call)));
}

}  // namespace banshi::privacy
