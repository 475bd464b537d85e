#pragma once
// Receipts 凭条: what anybody may ask of the public record 公开记录, to check it without trusting
// the city. It changes nothing and knows no person.

#include "base/result.h"
#include "base/shape.h"
#include "store/call.h"

namespace banshi::receipts {

struct SeeHead {
    std::optional<std::int64_t> size;  // the newest, when absent
};
struct HeadView {  // 树头
    std::int64_t size;
    std::string root;  // hex
    Instant at;
    std::string note;  // the signed checkpoint as published
};
Result<HeadView> see_head(Call&, SeeHead const&);
// Asks for a head over all that stands now; it comes within a second or two.
struct AskForHead {};
Result<HeadView> ask_for_head(Call&, AskForHead const&);
// The same as the text that log clients read (C2SP tlog-checkpoint).
Result<File> checkpoint(Call&, SeeHead const&);

struct SeeEntry {
    std::int64_t seq;
};
struct EntryView {  // 一条记录
    std::int64_t seq;
    std::string kind;
    Instant at;
    std::string body;  // as hashed
    std::string leaf;  // hex
};
Result<EntryView> see_entry(Call&, SeeEntry const&);

struct ListEntries {
    std::optional<std::int64_t> before;  // below this place; the newest of all, when absent
    std::optional<Day> day;              // the newest of this day first, where no place is named
    std::optional<std::string> kind;     // "queue." for all of a hall's queues
};
struct Entries {
    std::int64_t size;
    std::vector<EntryView> entries;       // up to fifty, the newest first
    std::optional<std::int64_t> further;  // where to go on from, when there may be more
};
Result<Entries> list_entries(Call&, ListEntries const&);

struct ListHeads {
    std::optional<std::int64_t> before;  // smaller than this; the newest of all, when absent
};
struct HeadLine {
    std::int64_t size;
    std::string root;
    Instant at;
    int witnesses;  // that signed it
};
struct Heads {  // 历次树头
    std::vector<HeadLine> heads;
    std::optional<std::int64_t> further;
};
Result<Heads> list_heads(Call&, ListHeads const&);

struct SeeProof {  // that an entry is in the log of this size
    std::int64_t seq;
    std::optional<std::int64_t> size;  // of the newest signed head, when absent
};
struct ProofView {
    std::int64_t seq;
    std::int64_t size;
    std::string root;
    std::string leaf;
    std::vector<std::string> proof;  // hex, from the leaf's neighbour up
};
Result<ProofView> see_proof(Call&, SeeProof const&);

struct SeeGrowth {  // that the log of one size is the beginning of the other
    std::int64_t from;
    std::int64_t to;
};
struct GrowthView {
    std::string root_from;
    std::string root_to;
    std::vector<std::string> proof;
};
Result<GrowthView> see_growth(Call&, SeeGrowth const&);

// A file that proves an entry alone and off line (C2SP tlog-proof).
Result<File> receipt_file(Call&, SeeEntry const&);

struct CheckSlip {  // 核对号条: the size and the eight letters on paper
    std::int64_t size;
    std::string print;
};
struct SlipChecked {
    bool matches;
    std::optional<Instant> signed_at;
};
Result<SlipChecked> check_slip(Call&, CheckSlip const&);

}  // namespace banshi::receipts
