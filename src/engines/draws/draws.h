#pragma once
// Draws 抽签 as an office holds them: announced with all its rules, committed to by several
// parties before the list closes, shown by them before the public value is known, and computed
// from what everybody can read. Each step is an entry of the public record. What is due by the
// clock (closing, silence) is done first by every deed, so nobody gains by being late.

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engines/draws/fairness.h"
#include "engines/draws/late.h"
#include "engines/draws/protocol.h"
#include "engines/draws/published.h"
#include "store/call.h"

namespace banshi::draws {

enum class State {
    announced,  // 已公告: entries and commitments come in
    revealing,  // 开示中: the list is closed and published
    awaiting,   // 待公开值
    published,  // 已公布
    annulled,   // 作废: a new draw has a new name
};
BOOST_DESCRIBE_ENUM(State, announced, revealing, awaiting, published, annulled)

struct Draw {
    std::string draw;   // the last part of its address: "aid-2021-ties-1"
    std::string title;  // for people
    std::int64_t places;
    Instant closes_at, reveals_until;
    LateSource late_source;
    std::string late_reference;
    Instant late_at;
    State state = State::announced;
    Instant announced_at{};
    std::int64_t entries = 0;
    std::string list = {}, late_text = {}, seed = {};  // hashes in hex
    std::optional<Instant> ended_at = {};
    std::string why = {};   // of an annulled one: too_few, no_secret, entry_order, office
    std::string note = {};  // the office's reason
    std::string announced_by = {};

    std::string name() const;  // as hashed: "banshi/draw/" and the above
};

struct Party {  // 参与方
    std::string party;
    std::string code_hash;
    std::string commitment, secret;  // hex
    std::optional<LeftOut> left_out = {};
};

struct Announcement {
    std::string draw, title;
    std::int64_t places;
    Instant closes_at, reveals_until;
    LateSource late_source;
    std::string late_reference;
    Instant late_at;
    std::vector<std::string> parties;  // empty: organiser, notary, citizen
};
struct PartyCode {
    std::string party;
    std::string code;  // told once, to the party alone
};
// Refuses draw.name, draw.exists, draw.times, draw.places, draw.parties, late.reference.
Result<std::vector<PartyCode>> announce(Call&, Announcement const&);

// In the order of entry. Refuses draw.not_found, draw.closed, entry.unreadable, entry.id_number,
// entry.twice.
Result<std::int64_t> enter(Call&, std::string const& draw, std::vector<std::string> const& entries);
// 更正: what was entered wrongly, until the list closes; tells how many are left. Refuses
// entry.not_found, draw.closed.
Result<std::int64_t> take_out(Call&, std::string const& draw, std::string const& entry);

struct Committing {
    std::string draw, code, commitment;
};
// Until the list closes, once. Refuses party.code_wrong, draw.closed, commitment.malformed,
// commitment.given.
Result<void> commit(Call&, Committing const&);

struct Revealing {
    std::string draw, code, secret;
};
// Refuses reveal.too_early, reveal.too_late, reveal.left_out, and reveal.mismatch: that one is kept
// and leaves the party out for good.
Result<void> reveal(Call&, Revealing const&);

struct TellingLate {
    std::string draw, value;
};
// Two people tell the same value, neither sees what the other told; then the draw is computed,
// tested and published. Refuses late.too_early, late.malformed, late.told, and late.differs, which
// is kept: both tell it anew.
Result<State> tell_late(Call&, TellingLate const&);

// Refuses draw.ended, draw.reason_missing.
Result<void> annul(Call&, std::string const& draw, std::string const& why);

// Whatever the clock has brought in all draws; how many it moved.
std::int64_t advance(Call&);

Result<Draw> find(Call&, std::string const& draw);
std::vector<Draw> newest(Call&, int limit);
std::vector<Party> parties_of(Call&, std::string const& draw);
// In the order in which they were drawn; empty until then.
std::vector<std::string> winners(Call&, std::string const& draw);
EntryOrder entry_order_of(Call&, Draw const&);

// The closed list, and all that the draw was computed from. Refuses draw.open, draw.not_published.
Result<std::string> list_file(Call&, std::string const& draw);
Result<Published> published(Call&, std::string const& draw);

}  // namespace banshi::draws
