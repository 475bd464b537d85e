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
    sms,       // 短信
    printer,   // 打印
    email,     // 电子邮件
    wecom,     // 企业微信群机器人
    dingtalk,  // 钉钉群机器人
};
BOOST_DESCRIBE_ENUM(Channel, sms, printer, email, wecom, dingtalk)

// Everybody who was given this right at the node; where nobody was, those at the nearest node
// above it. Where the node has a robot, one message to its group instead.
struct Unit {  // 单位
    Right right;
    std::string node;
};

struct Notice {
    std::string text;  // "booking.confirmed": the sentence [notice] booking.confirmed
    // To one of these; what reaches them is looked up when it is sent.
    PersonId person = {};
    std::string phone = {};
    AccountId account = {};  // of staff
    std::optional<Unit> unit = {};
    Facts facts = {};  // fill the holes of the sentence; kept sealed
    // sms, email or printer; else a short message to citizens, and to staff what the district set.
    std::optional<Channel> channel = {};
    // Else the language of the call for citizens, and Chinese for staff.
    std::optional<Language> language = {};
    // A notice with the same key is queued only once to each: "booking.confirmed/01J...".
    std::string once = {};
    // What it belongs to, to be withdrawn together: a ticket, a closure, a matter.
    std::string about = {};
    // The official number of that, for the pages of the office: "PFD-2026-000123-3".
    std::string number = {};
    std::optional<Instant> not_before = {};  // a reminder
    std::optional<Instant> until = {};       // worthless later: dropped
    // An answer to what somebody just did, an emergency: goes out at any hour.
    bool urgent = false;
    std::optional<File> attachment = {};  // of e-mail; other channels leave it out
};

void queue(Call&, Notice const&);
// Drops what has not been sent of all that is queued about this.
void withdraw(Call&, std::string_view about);
// Has anything about this left the house, or may it have?
bool any_sent(Call&, std::string_view about);

struct Robot {           // 群机器人
    std::string name;    // in the delivery log
    Channel channel;     // wecom or dingtalk
    std::string node;    // whose notices it takes
    std::string secret;  // the file with its webhook, in the folder of secrets
};
BOOST_DESCRIBE_STRUCT(Robot, (), (name, channel, node, secret))

struct StaffRules {
    // The sending window 发送时段 of working days; nothing else wakes staff, unless urgent.
    Clock from{Minutes{8 * 60}};
    Clock to{Minutes{20 * 60}};
    std::vector<Channel> channels{Channel::sms};  // the first that the account has an address for
    int robot_a_minute = 20;                      // more, and the vendors refuse
};
BOOST_DESCRIBE_STRUCT(StaffRules, (), (from, to, channels, robot_a_minute))

// What a district sets, in people.toml under [notices].
struct Policy {
    Clock quiet_from;  // 22:00
    Clock quiet_to;    // 07:00; equal: no quiet hours
    int a_minute;      // of each channel, in the long run
    int burst;         // at once
    int most_attempts;
    StaffRules staff = {};
    std::vector<Robot> robots = {};
};
BOOST_DESCRIBE_STRUCT(Policy, (),
                      (quiet_from, quiet_to, a_minute, burst, most_attempts, staff, robots))

// Where short messages go: set at the start, by no file of settings.
enum class ShortMessages {
    gateway,      // 短信网关
    demo_outbox,  // 演示发件箱  kept, and read by everybody: the demo city alone
    none,         // 未接短信
};
ShortMessages short_messages(District const&);

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
    std::string phone;  // masked, as is an e-mail address
    std::string words;  // where the adapter keeps them
    int attempts;
    std::string trouble;      // a word, and a number where the other side gave one: "status 503"
    std::string name = {};    // of the account or the robot
    std::string number = {};  // official, of what it is about
    std::string about = {};
    bool retries = false;  // may be tried again by hand
};
struct Look {
    std::optional<State> state = {};
    std::string before = {};  // an id: those queued earlier
};
std::vector<Shown> list_outbox(Call&, int limit, Look const& = {});  // newest first

// Tries one that was given up again, from the start. Refuses notice.not_found, notice.not_failed.
Result<void> retry(Call&, std::string const& id);

// A way out of the house 通道, as who looks after it sees it: a channel, or one robot of it.
struct Way {
    Channel channel;
    std::string robot;
    std::optional<Instant> sent_at;    // the last success
    std::optional<Instant> failed_at;  // the last failure, and why
    std::string trouble;
    int waiting = 0;  // due, and not sent yet
    std::optional<Instant> waiting_since = {};
};
std::vector<Way> list_ways(Call&);

struct Attempt {  // one that was tried at least once
    std::string about;
    Instant queued_at;
    State state;
    std::string trouble;
};
// Of a channel, queued since then; the newest first.
std::vector<Attempt> list_attempts(Call&, Channel, Instant since, int limit);

// ---- sending

struct Letter {
    std::string id;  // the same at each attempt: a gateway that knows it does not send twice
    std::string to;  // a phone, an e-mail address, host:port of a printer, a robot's name
    std::string words;
    std::string subject = {};  // of e-mail
    Instant at = {};           // of this attempt
    std::optional<File> attachment = {};
};
enum class Outcome {
    sent,
    later,    // try again: the line is down, the gateway is busy
    refused,  // never: the gateway does not take this one
};
struct Answer {
    Outcome outcome;
    std::string trouble = {};  // for people and logs: never an address, a token or a webhook
};
struct Adapter {
    std::function<Answer(Letter const&)> send;
    bool keeps_words = false;  // in the outbox, for the demo page
    Seconds slowest{0};        // a letter may take so long: fewer are claimed at once
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
// sent again, under the same ids, when the claim runs out. A way that fails keeps the rest of its
// batch for the next run; the notices of a robot keep their order.
Delivered deliver(Store&, District const&, Texts const&, Adapters const&, Random&, Instant now);

// Deletes what was settled before this; at most `limit` rows a call.
void forget_old(Call&, Instant before, int limit);

}  // namespace banshi::notices
