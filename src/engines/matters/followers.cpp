#include "engines/matters/followers.h"

#include <algorithm>
#include <array>

#include "engines/matters/follower_rows.h"
#include "engines/matters/rows.h"
#include "engines/matters/telling.h"
#include "engines/matters/texts.h"
#include "engines/notices/notices.h"
#include "engines/people/identity.h"
#include "engines/people/own_phone.h"

namespace banshi::matters {

namespace {

constexpr std::array told_of{Verb::accept,    Verb::decline,      Verb::dispatch, Verb::sign,
                             Verb::give_back, Verb::force_assign, Verb::wait,     Verb::resume,
                             Verb::extend,    Verb::progress,     Verb::raise,    Verb::clear,
                             Verb::list,      Verb::reopen,       Verb::merge,    Verb::unmerge,
                             Verb::withdraw};

std::string word_of(Verb verb) { return boost::describe::enum_to_string(verb, ""); }

Language language_of(rows::Follower const& follower) {
    return follower.language == "en" ? Language::en : Language::zh;
}

void tell(Call& call, Matter const& matter, rows::Follower const& follower, std::string const& text,
          Facts facts) {
    facts.emplace("number", matter.number);
    facts.emplace("link", address_of(call, matter));
    notices::queue(call, {.text = text,
                          .phone = follower.phone,
                          .facts = std::move(facts),
                          .language = language_of(follower),
                          .once = "matter/" + matter.id.text + "/step/" +
                                  std::to_string(matter.deeds) + "/" + follower.account.text,
                          .about = "matter/" + matter.id.text});
}

// Those of `followed`, which is the matter or went into it, and of all that went into that; who
// follows two of them hears once.
void tell_those_of(Call& call, Matter const& followed, Matter const& matter, Verb verb) {
    std::optional<Matter> into;
    if (verb == Verb::merge && matter.merged_into) into = rows::find(call, *matter.merged_into);
    std::string const text = followed.id != matter.id ? "matter.step_through"
                             : into                   ? "matter.step_merged"
                                                      : "matter.step";
    for (auto const& follower : rows::followers_of(call, followed.id)) {
        auto const language = language_of(follower);
        Facts facts{{"title", title_outside(call, matter, language)},
                    {"step", call.texts.say(language, "matter.verb." + word_of(verb))},
                    {"followed", followed.number}};
        if (into) facts.emplace("into", into->number);
        tell(call, matter, follower, text, std::move(facts));
    }
    for (auto const& gone : rows::merged_into(call, followed.id))
        tell_those_of(call, gone, matter, verb);
}

Result<void> check_citizen(Call const& call) {
    if (call.actor.kind == Actor::Kind::citizen) return {};
    return Refusal{Why::unauthenticated, "session.missing"};
}

}  // namespace

void follow(Call& call, MatterId const& matter, AccountId const& account,
            std::string const& phone) {
    rows::put(call, matter, {account, phone, call.language == Language::en ? "en" : "zh"});
}

void unfollow(Call& call, MatterId const& matter, AccountId const& account) {
    rows::drop_follower(call, matter, account);
}

bool follows(Call& call, MatterId const& matter, AccountId const& account) {
    auto const all = rows::followers_of(call, matter);
    return std::ranges::find(all, account, &rows::Follower::account) != all.end();
}

Result<void> follow_as_citizen(Call& call, MatterId const& matter, std::string const& typed) {
    TRY(check_citizen(call));
    auto const phone = TRY(people::normalise_phone(typed));
    if (!people::is_own_phone(call, phone))
        return Refusal{Why::invalid, "follow.phone", "", "phone"};
    follow(call, matter, call.actor.account, phone);
    return {};
}

Result<void> unfollow_as_citizen(Call& call, MatterId const& matter) {
    TRY(check_citizen(call));
    unfollow(call, matter, call.actor.account);
    return {};
}

bool asker_follows(Call& call, MatterId const& matter) {
    return call.actor.kind == Actor::Kind::citizen && follows(call, matter, call.actor.account);
}

Result<std::vector<Matter>> followed_by_asker(Call& call, std::string_view book) {
    TRY(check_citizen(call));
    auto followed = followed_by(call, call.actor.account);
    std::erase_if(followed, [&](Matter const& matter) { return matter.book != book; });
    return followed;
}

std::vector<Matter> followed_by(Call& call, AccountId const& account) {
    std::vector<Matter> out;
    for (auto const& id : rows::followed_by(call, account))
        if (auto matter = rows::find(call, id)) out.push_back(std::move(*matter));
    return out;
}

int followers_of(Call& call, MatterId const& matter) {
    return static_cast<int>(rows::followers_of(call, matter).size());
}

void tell_followers(Call& call, Matter const& matter, Verb verb) {
    if (std::ranges::find(told_of, verb) == told_of.end()) return;
    tell_those_of(call, matter, matter, verb);
}

}  // namespace banshi::matters
