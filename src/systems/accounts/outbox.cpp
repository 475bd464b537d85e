#include "engines/notices/notices.h"
#include "engines/people/orgs.h"
#include "systems/accounts/accounts.h"

namespace banshi::accounts {

namespace {

constexpr int messages_a_page = 50;

// The sentence with "…" where its facts stood: whoever looks after the outbox need not know them.
std::string without_facts(std::string const& sentence) {
    std::string out;
    for (std::size_t at = 0; at < sentence.size();) {
        auto const end = sentence[at] == '{' ? sentence.find('}', at) : sentence.npos;
        out += end == sentence.npos ? sentence.substr(at, 1) : "…";
        at = end == sentence.npos ? at + 1 : end + 1;
    }
    return out;
}

MessageShown shown(Call& call, notices::Shown const& each) {
    auto const words = each.words.empty()
                           ? without_facts(call.texts.say(call.language, "notice." + each.text))
                           : each.words;
    return {each.id, each.at,    each.channel,  each.phone,   each.name,   each.number,
            words,   each.state, each.attempts, each.trouble, each.retries};
}

Outbox page(Call& call, ListOutbox const& form) {
    auto found =
        notices::list_outbox(call, messages_a_page + 1, {form.state, form.before.value_or("")});
    Outbox outbox;
    if (found.size() > messages_a_page) {
        found.pop_back();
        outbox.next = found.back().id;
    }
    for (auto const& each : found) outbox.messages.push_back(shown(call, each));
    return outbox;
}

}  // namespace

Result<Outbox> list_outbox(Call& call, ListOutbox const& form) {
    if (notices::short_messages(call.district) != notices::ShortMessages::demo_outbox)
        TRY(people::may(call, see_outbox, people::node(call.district)));
    return page(call, form);
}

Result<Outbox> retry_message(Call& call, RetryMessage const& form) {
    TRY(people::may(call, manage, people::node(call.district)));
    TRY(notices::retry(call, form.message));
    return page(call, {});
}

Result<WayList> list_ways(Call& call, ListWays const&) {
    TRY(people::may(call, manage, people::node(call.district)));
    WayList list;
    for (auto const& way : notices::list_ways(call))
        list.ways.push_back({way.channel, way.robot, way.sent_at, way.failed_at, way.trouble,
                             way.waiting, way.waiting_since});
    return list;
}

}  // namespace banshi::accounts
