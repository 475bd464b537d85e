#pragma once
// Notices 通知: queued in the transaction of the deed, sent later, each once. What is queued and
// then rolled back was never said; what is committed is sent even after a crash.

#include <boost/describe.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/shape.h"
#include "store/call.h"

namespace banshi {
class Store;
}

namespace banshi::notices {

enum class Channel {
    sms,      // 短信
    printer,  // 打印
};
BOOST_DESCRIBE_ENUM(Channel, sms, printer)

struct Notice {
    std::string text;      // "booking.confirmed": the sentence [notice] booking.confirmed
    PersonId person = {};  // whose phone is looked up when it is sent; or
    std::string phone = {};
    Facts facts = {};  // fill the holes of the sentence; kept sealed
    Channel channel = Channel::sms;
    std::optional<Language> language = {};  // else the language of the call
    // A notice with the same key is queued only once: "booking.confirmed/01J...".
    std::string once = {};
    // What it belongs to, to be withdrawn together: a ticket, a closure.
    std::string about = {};
    std::optional<Instant> not_before = {};  // a reminder
    std::optional<Instant> until = {};       // worthless later: dropped
    // An answer to what somebody just did: goes out in quiet hours too.
    bool urgent = false;
};

void queue(Call&, Notice const&);
// Drops what has not been sent of all that is queued about this.
void withdraw(Call&, std::string_view about);
// Has anything about this left the house, or may it have?
bool any_sent(Call&, std::string_view about);

// What a district sets, in people.toml under [notices].
struct Policy {
    Clock quiet_from;  // 22:00
    Clock quiet_to;    // 07:00; equal: no quiet hours
    int a_minute;      // of each channel, in the long run
    int burst;         // at once
    int most_attempts;
    bool demo_outbox;  // everybody may read what was sent: for demonstrations only
};
BOOST_DESCRIBE_STRUCT(Policy, (),
                      (quiet_from, quiet_to, a_minute, burst, most_attempts, demo_outbox))

enum class State {
    queued,   // 待发
    sent,     // 已发
    failed,   // 失败  given up
    dropped,  // 撤销  withdrawn, too late, or without a phone
};
BOOST_DESCRIBE_ENUM(State, queued, sent, failed, dropped)

struct Shown {
    std::string id;
    Instant at;
    State state;
    Channel channel;
    std::string text;
    std::string phone;  // masked
    std::string words;  // where the adapter keeps them
    int attempts;
    std::string trouble;
};
std::vector<Shown> list_outbox(Call&, int limit);  // newest first

// ---- sending

struct Letter {
    std::string id;  // the same at each attempt: a gateway that knows it does not send twice
    std::string phone;
    std::string words;
};
enum class Outcome {
    sent,
    later,    // try again: the line is down, the gateway is busy
    refused,  // never: the gateway does not take this one
};
struct Answer {
    Outcome outcome;
    std::string trouble = {};
};
struct Adapter {
    std::function<Answer(Letter const&)> send;
    bool keeps_words = false;  // in the outbox, for the demo page
};
using Adapters = std::map<Channel, Adapter>;

struct Delivered {
    int sent = 0;
    int later = 0;
    int failed = 0;
    int dropped = 0;
};
// Sends what is due in the district: claims a batch, sends it outside any transaction, then notes
// the outcome. Run it every few seconds. A sender that dies after sending leaves its batch to be
// sent again, under the same ids, when the claim runs out.
Delivered deliver(Store&, District const&, Texts const&, Adapters const&, Random&, Instant now);

// Deletes what was settled before this; at most `limit` rows a call.
void forget_old(Call&, Instant before, int limit);

}  // namespace banshi::notices
