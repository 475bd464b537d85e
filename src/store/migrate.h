#pragma once
// Brings the schema of a database up to this program's, each migration once, in one transaction.

#include "store/session.h"

namespace banshi {

// Throws WrongDatabase when the database holds migrations that this program does not know.
void migrate(Session& session);
// The same in the transaction that is open; the caller ends it.
void migrate_within(Session& session);

}  // namespace banshi
