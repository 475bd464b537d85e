#include <algorithm>
#include <boost/json.hpp>

#include "engines/notices/notices.h"
#include "engines/notices/outbox_rows.h"
#include "engines/people/contacts.h"
#include "engines/people/people.h"
#include "store/store.h"

namespace banshi::notices {

using namespace std::chrono_literals;

namespace {

constexpr int most_at_once = 50;
constexpr auto claim_length = 2min;  // longer than a batch takes at the slowest gateway allowed

// What a batch needs to know between its two transactions.
struct Claimed {
    rows::Row row;
    Letter letter;
    State settled = State::queued;  // dropped before sending: too late, no phone
    std::string trouble;
    std::optional<Answer> answer;
};

bool is_quiet(Policy const& policy, Minutes wall) {
    auto const from = policy.quiet_from.since_midnight, to = policy.quiet_to.since_midnight;
    return from <= to ? wall >= from && wall < to : wall >= from || wall < to;
}

// A bucket fills with a_minute tokens a minute, up to the burst; each letter takes one.
rows::Bucket filled(Policy const& policy, std::optional<rows::Bucket> bucket, Instant now) {
    if (!bucket) return {policy.burst, now};
    if (policy.a_minute <= 0) return {0, now};
    auto const each = std::chrono::microseconds{1min} / policy.a_minute;
    auto const fresh = std::max<std::int64_t>((now - bucket->at) / each, 0);
    if (bucket->tokens + fresh >= policy.burst) return {policy.burst, now};
    return {bucket->tokens + static_cast<int>(fresh), bucket->at + fresh * each};
}

Facts facts_of(rows::Row const& row) {
    Facts facts;
    if (row.facts.empty()) return facts;
    auto const all = boost::json::parse(people::unseal(row.facts));
    for (auto const& [name, value] : all.as_object()) facts[name] = value.as_string();
    return facts;
}

// Looked up when it is sent: the newest phone is the right one.
std::string address_of(Call& call, rows::Row const& notice) {
    if (!notice.robot.empty()) return notice.robot;
    if (!notice.account.empty()) {
        auto const contact = people::contact_of(call, notice.account);
        return notice.channel == Channel::email ? contact.email : contact.phone;
    }
    if (!notice.phone.empty()) return people::unseal(notice.phone);
    return people::phone_of(call, notice.person);
}

Claimed claimed(Call& call, rows::Row row) {
    Claimed out{std::move(row), {}, State::queued, {}, {}};
    auto const& notice = out.row;
    auto const phone = address_of(call, notice);
    if (notice.ends_at && call.now >= *notice.ends_at) {
        out.settled = State::dropped;
        out.trouble = "too_late";
    } else if (phone.empty() && notice.channel == Channel::sms) {
        out.settled = State::dropped;
        out.trouble = "no_phone";
    }
    auto const language = notice.language == "en" ? Language::en : Language::zh;
    out.letter = {notice.id, phone,
                  call.texts.say(language, "notice." + notice.text, facts_of(notice))};
    return out;
}

std::vector<Claimed> claim_batch(Call& call, Channel channel) {
    auto const& policy = call.district.policy<Policy>();
    auto bucket = filled(policy, rows::find_bucket(call, channel), call.now);
    bool const quiet = is_quiet(policy, call.district.zone().wall_time(call.now));
    std::vector<Claimed> batch;
    for (auto& row : rows::find_due(call, channel, quiet, std::min(bucket.tokens, most_at_once))) {
        rows::claim(call, row.id, call.now + claim_length);
        ++row.attempts;
        batch.push_back(claimed(call, std::move(row)));
        if (batch.back().settled == State::queued) --bucket.tokens;
    }
    if (!batch.empty()) rows::put_bucket(call, channel, bucket);
    return batch;
}

// 1, 2, 4 ... minutes, at most an hour.
Minutes pause_after(int attempts) { return Minutes{std::min(60, 1 << std::min(attempts - 1, 6))}; }

void note(Call& call, Claimed const& each, bool keeps_words, Delivered& delivered) {
    if (each.settled == State::dropped) {
        rows::settle(call, each.row.id, State::dropped, "", each.trouble);
        ++delivered.dropped;
        return;
    }
    auto const& [outcome, trouble] = *each.answer;
    bool const last = each.row.attempts >= call.district.policy<Policy>().most_attempts;
    if (outcome == Outcome::sent) {
        auto const words = keeps_words ? people::seal(each.letter.words, call.random) : "";
        rows::settle(call, each.row.id, State::sent, words, "");
        ++delivered.sent;
    } else if (outcome == Outcome::refused || last) {
        rows::settle(call, each.row.id, State::failed, "", trouble);
        ++delivered.failed;
    } else {
        rows::retry(call, each.row.id, call.now + pause_after(each.row.attempts), trouble);
        ++delivered.later;
    }
}

Answer sent(Adapter const& adapter, Letter const& letter) try {
    return adapter.send(letter);
} catch (std::exception const& broken) { return {Outcome::later, broken.what()}; }

}  // namespace

Delivered deliver(Store& store, District const& district, Texts const& texts,
                  Adapters const& adapters, Random& random, Instant now) {
    Actor actor;
    actor.kind = Actor::Kind::machine;
    Delivered total;
    for (auto const& [channel, adapter] : adapters) {
        std::vector<Claimed> batch;
        store.write_now([&](Transaction& tx) {
            Call call{actor, now, district, tx, random, texts};
            batch = claim_batch(call, channel);
            return !batch.empty();
        });
        if (batch.empty()) continue;
        for (auto& each : batch)
            if (each.settled == State::queued) each.answer = sent(adapter, each.letter);

        Delivered delivered;
        store.write_now([&](Transaction& tx) {
            Call call{actor, now, district, tx, random, texts};
            delivered = {};
            for (auto const& each : batch) note(call, each, adapter.keeps_words, delivered);
            return true;
        });
        total.sent += delivered.sent;
        total.later += delivered.later;
        total.failed += delivered.failed;
        total.dropped += delivered.dropped;
    }
    return total;
}

}  // namespace banshi::notices
