#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "engines/notices/hours.h"
#include "engines/notices/outbox_rows.h"
#include "engines/notices/way.h"
#include "engines/people/contacts.h"
#include "engines/people/people.h"
#include "engines/record/encoding.h"
#include "store/store.h"

namespace banshi::notices {

using namespace std::chrono_literals;

namespace {

constexpr int most_at_once = 50;
constexpr auto claim_length = 2min;
constexpr auto batch_length = 100s;  // a batch ends before its claim does

// What a batch needs to know between its two transactions.
struct Claimed {
    rows::Row row;
    Letter letter;
    std::string unsendable = {};        // why it is not sent at all
    std::optional<Answer> answer = {};  // none: the way failed before its turn
};

int at_once(Adapter const& adapter) {
    if (adapter.slowest <= 0s) return most_at_once;
    return std::clamp<int>(batch_length / adapter.slowest, 1, most_at_once);
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

boost::json::object unsealed(std::string const& sealed) {
    return sealed.empty() ? boost::json::object{}
                          : boost::json::parse(people::unseal(sealed)).as_object();
}

Facts facts_of(rows::Row const& row) {
    Facts facts;
    for (auto const& [name, value] : unsealed(row.facts)) facts[name] = value.as_string();
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

std::optional<File> attachment_of(Call& call, rows::Row const& notice) {
    auto const file = unsealed(rows::find_attachment(call, notice.id));
    if (file.empty()) return {};
    auto const text = [&](char const* name) { return std::string(file.at(name).as_string()); };
    return File{text("type"), text("name"), record::read_base64(text("bytes")).value()};
}

Letter letter_for(Call& call, rows::Row const& notice) {
    auto const language = notice.language == "en" ? Language::en : Language::zh;
    auto const facts = facts_of(notice);
    auto const& texts = call.texts;
    Letter letter{notice.id, address_of(call, notice),
                  texts.say(language, "notice." + notice.text, facts)};
    letter.at = call.now;
    if (notice.channel != Channel::email) return letter;
    auto const own = "notice_subject." + notice.text;
    letter.subject =
        texts.say(language, texts.has(language, own) ? own : "notice_subject.general", facts);
    letter.attachment = attachment_of(call, notice);
    return letter;
}

Claimed claimed(Call& call, rows::Row row) {
    Claimed out{std::move(row), {}};
    out.letter = letter_for(call, out.row);
    if (out.row.ends_at && call.now >= *out.row.ends_at)
        out.unsendable = "too_late";
    else if (out.letter.to.empty() && out.row.channel != Channel::printer)
        out.unsendable = out.row.staff ? "no_address" : "no_phone";
    return out;
}

// A robot's vendor counts the messages of any minute; a bucket would let twice as many through
// in its first.
std::vector<rows::Row> due_at_robot(Call& call, std::string const& robot, rows::Hours hours,
                                    int most) {
    auto const spent = rows::count_tried(call, robot, call.now - 1min);
    auto const left = call.district.policy<Policy>().staff.robot_a_minute - spent;
    auto due = rows::find_in_order(call, robot, hours, std::clamp(left, 0, most));
    // What follows one that waits for its next attempt waits with it.
    due.erase(std::ranges::find_if(due, [&](auto const& row) { return row.due_at > call.now; }),
              due.end());
    return due;
}

std::vector<rows::Row> find_due(Call& call, WayOut const& way, int most, rows::Bucket& bucket) {
    auto const& policy = call.district.policy<Policy>();
    rows::Hours const hours{may_disturb_citizens(policy, call.district.zone(), call.now),
                            may_disturb_staff(policy.staff, call.district, call.now)};
    if (!way.robot.empty()) return due_at_robot(call, way.robot, hours, most);
    bucket = filled(policy, rows::find_bucket(call, way.channel), call.now);
    return rows::find_due(call, way.channel, hours, std::min(bucket.tokens, most));
}

std::vector<Claimed> claim_batch(Call& call, WayOut const& way, int most) {
    rows::Bucket bucket{};
    std::vector<Claimed> batch;
    for (auto& row : find_due(call, way, most, bucket)) {
        rows::claim(call, row.id, call.now + claim_length);
        batch.push_back(claimed(call, std::move(row)));
        if (batch.back().unsendable.empty()) --bucket.tokens;
    }
    if (!batch.empty() && way.robot.empty()) rows::put_bucket(call, way.channel, bucket);
    return batch;
}

// 1, 2, 4 ... minutes, at most an hour.
Minutes pause_after(int attempts) { return Minutes{std::min(60, 1 << std::min(attempts - 1, 6))}; }

void note_unsendable(Call& call, Claimed const& each, Delivered& delivered) {
    // Staff without an address are a fault of the house: kept, until somebody mends it.
    if (each.unsendable == "no_address") {
        rows::give_up(call, each.row.id, each.unsendable);
        ++delivered.failed;
    } else {
        rows::settle(call, each.row.id, State::dropped, "", each.unsendable);
        ++delivered.dropped;
    }
}

void note_answer(Call& call, Claimed const& each, bool keeps_words, Delivered& delivered) {
    auto const& [outcome, trouble] = *each.answer;
    auto const attempts = each.row.attempts + 1;
    bool const last = attempts >= call.district.policy<Policy>().most_attempts;
    if (outcome == Outcome::sent) {
        auto const words = keeps_words ? people::seal(each.letter.words, call.random) : "";
        rows::settle(call, each.row.id, State::sent, words, "");
        ++delivered.sent;
    } else if (outcome == Outcome::refused || last) {
        rows::give_up(call, each.row.id, trouble);
        ++delivered.failed;
    } else {
        rows::retry(call, each.row.id, call.now + pause_after(attempts), trouble);
        ++delivered.later;
    }
}

void note(Call& call, WayOut const& way, std::vector<Claimed> const& batch, bool keeps_words,
          Delivered& delivered) {
    int untried = 0;
    bool sent = false;
    std::optional<std::string> trouble;
    for (auto const& each : batch) {
        if (!each.unsendable.empty()) {
            note_unsendable(call, each, delivered);
        } else if (!each.answer) {
            rows::release(call, each.row);
            ++untried;
        } else {
            note_answer(call, each, keeps_words, delivered);
            sent |= each.answer->outcome == Outcome::sent;
            if (each.answer->outcome != Outcome::sent) trouble = each.answer->trouble;
        }
    }
    if (untried > 0 && way.robot.empty()) rows::give_back(call, way.channel, untried);
    if (sent) rows::put_sent(call, way.name());
    if (trouble) rows::put_failed(call, way.name(), *trouble);
}

// Whatever an adapter throws may name an address or a secret, and is not told.
Answer sent(Adapter const& adapter, Letter const& letter) try {
    return adapter.send(letter);
} catch (std::exception const&) { return {Outcome::later, "broken"}; }

void send(Adapter const& adapter, std::vector<Claimed>& batch) {
    for (auto& each : batch) {
        if (!each.unsendable.empty()) continue;
        each.answer = sent(adapter, each.letter);
        if (each.answer->outcome == Outcome::later) return;
    }
}

Delivered deliver_way(Store& store, WayOut const& way, Adapter const& adapter,
                      std::function<Call(Transaction&)> const& call_in) {
    std::vector<Claimed> batch;
    store.write_now([&](Transaction& tx) {
        auto call = call_in(tx);
        batch = claim_batch(call, way, at_once(adapter));
        return !batch.empty();
    });
    Delivered delivered;
    if (batch.empty()) return delivered;
    send(adapter, batch);
    store.write_now([&](Transaction& tx) {
        auto call = call_in(tx);
        delivered = {};
        note(call, way, batch, adapter.keeps_words, delivered);
        return true;
    });
    return delivered;
}

}  // namespace

Delivered deliver(Store& store, District const& district, Texts const& texts,
                  Adapters const& adapters, Random& random, Instant now) {
    Actor actor;
    actor.kind = Actor::Kind::machine;
    Delivered total;
    for (auto const& way : ways_out(district.policy<Policy>())) {
        auto const adapter = adapters.find(way.channel);
        if (adapter == adapters.end()) continue;
        auto const one = deliver_way(store, way, adapter->second, [&](Transaction& tx) {
            return Call{actor, now, district, tx, random, texts};
        });
        total.sent += one.sent;
        total.later += one.later;
        total.failed += one.failed;
        total.dropped += one.dropped;
    }
    return total;
}

}  // namespace banshi::notices
