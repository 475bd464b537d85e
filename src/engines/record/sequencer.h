#pragma once
// The sequencer 排序 of a log on PostgreSQL: moves what the deeds left in the outbox into the
// log, in the order of the outbox. Any node may run it; a deed is never refused because it sleeps.

#include <optional>
#include <string>

#include "base/time.h"

namespace banshi {
class Store;
class Transaction;
}  // namespace banshi

namespace banshi::record {

inline constexpr Seconds outbox_alarm_after{7};

// Moves up to `limit` entries: places, leaves, nodes and the emptied outbox in one transaction.
// Gives how many; 0 also when another node is at it. On SQLite there is nothing to do.
int sequence_outbox(Transaction&, std::string const& district, int limit);

// Until nothing waits, in as many transactions as it takes.
void sequence_waiting(Store&, std::string const& district);

// When the oldest entry that still waits was recorded; an alarm is due `outbox_alarm_after` later.
std::optional<Instant> oldest_waiting(Transaction&, std::string const& district);

}  // namespace banshi::record
