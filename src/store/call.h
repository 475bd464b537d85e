#pragma once
// A Call says who asks, when, where, and inside which transaction. Every use case takes one
// first and knows nothing else of the world: no clock, no socket, no chance of its own.

#include <string>
#include <vector>

#include "base/district.h"
#include "base/id.h"
#include "base/random.h"
#include "base/text.h"
#include "base/time.h"

namespace banshi {

class Transaction;  // store/store.h, needed by *_store.cpp alone

using Right = std::string;  // "hall.call_tickets"; given by a role, in people.toml

// A right holds for a node of the organisation tree and all below it.
struct Grant {
    Right right;
    std::string node;  // path of the node: "/city/district/hall-1"; "/" is everywhere
};

struct Actor {
    enum class Kind { visitor, citizen, staff, device, machine };

    Kind kind = Kind::visitor;
    AccountId account = {};  // of staff and devices
    PersonId person = {};    // of a citizen who has logged in
    std::string name = {};
    std::vector<Grant> grants = {};
    std::string session = {};  // hash of the token it came with; empty: none

    bool holds(Right const&) const;                         // anywhere
    bool holds(Right const&, std::string_view node) const;  // at this node or above it
    std::string const& id() const;                          // for the event: who did it
};

struct Call {
    Actor const& actor;
    Instant now;
    District const& district;
    Transaction& tx;
    Random& random;
    Texts const& texts;
    Language language = Language::zh;

    template <class AnId>
    AnId fresh() {
        return banshi::fresh<AnId>(now, random);
    }
};

}  // namespace banshi
