#include "engines/record/move.h"

namespace banshi::record {

static void begin_behind(Transaction& target) {
    target.one<std::int64_t>(
        "SELECT setval('log_outbox_id', (SELECT COALESCE(MAX(seq), 0) + 1 FROM log_entry))");
}

MoveRules move_rules() {
    return {.columns = {{"log_entry.outbox_id", "COALESCE(outbox_id, seq)"}},
            .finish = begin_behind};
}

}  // namespace banshi::record
