#pragma once
// Who is logged in. A session is a random token of 256 bits, stored as its hash; the server
// carries it as the cookie banshi_session or, for devices, as "Authorization: Bearer".

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/call.h"

namespace banshi::people {

enum class AccountKind {
    staff,    // 工作人员
    device,   // 设备  a kiosk, a display, an evaluator
    citizen,  // 市民
};
BOOST_DESCRIBE_ENUM(AccountKind, staff, device, citizen)

struct Session {
    Actor actor;
    std::string csrf;  // a browser repeats it as X-CSRF-Token on every write
    Instant ends;      // at the latest
    bool stale;        // not noted for a minute: let a write call keep_alive
};

// Nobody when the token is unknown, has ended or idled too long, or its account was switched off.
std::optional<Session> actor_of(Transaction&, District const&, std::string_view token, Instant now);

// Notes that the session is in use; only in a write transaction. Cheap to repeat.
void keep_alive(Transaction&, District const&, std::string_view token, Instant now);

struct FreshSession {
    std::string token;  // told once
    std::string csrf;
    Instant ends;
};
// Always a new token: a token from before the log-in is never the one after it.
FreshSession open_session(Call&, AccountId const&, AccountKind);
// Announced when sessions of the account have ended, or may do something else than before.
std::string account_topic(AccountId const&);

// The one the actor came with; closing twice is no fault.
void close_session(Call&);
// Everywhere, at once: after a change of password, by an administrator.
void close_sessions(Call&, AccountId const&);
// Forgets sessions and log-in codes that ended more than a day ago; at most `limit` of each.
void forget_ended(Call&, int limit);

}  // namespace banshi::people
