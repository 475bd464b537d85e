#pragma once
// Alarms 告警 of a log: what is wrong with it, since when, and what to do. They stand in the
// database, so that every page and every node shows the same.

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace banshi {
class Transaction;
}

namespace banshi::record {

struct Alarm {
    std::string log;
    std::string cause;  // key into text/*.toml: "refusal.log.damaged", "alarm.outbox_waits"
    Instant began;
    std::optional<Instant> ended;
    Facts facts;
};

// Open until it is ended; one that is open already keeps its beginning, with the newer facts.
// Both say whether something changed.
bool raise_alarm(Transaction&, std::string const& log, std::string const& cause, Facts const&,
                 Instant now);
bool end_alarm(Transaction&, std::string const& log, std::string const& cause, Instant now);

std::vector<Alarm> open_alarms(Transaction&, std::string const& log);
// The newest first, those that ended among them.
std::vector<Alarm> past_alarms(Transaction&, std::string const& log, int most);

}  // namespace banshi::record
