#pragma once
// What the record needs when a city moves from SQLite to PostgreSQL.

#include "store/move.h"

namespace banshi::record {

// A deed knows its leaf by its place on SQLite, and by the number under which it waited in the
// outbox on PostgreSQL: the places become such numbers, and new ones begin behind them.
MoveRules move_rules();

}  // namespace banshi::record
