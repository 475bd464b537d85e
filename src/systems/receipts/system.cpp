#include "systems/receipts/system.h"

#include "systems/receipts/receipts.h"
#include "systems/route.h"

namespace banshi::receipts {

BOOST_DESCRIBE_STRUCT(SeeHead, (), ())
BOOST_DESCRIBE_STRUCT(HeadView, (), (size, root, at, note))
BOOST_DESCRIBE_STRUCT(SeeEntry, (), (seq))
BOOST_DESCRIBE_STRUCT(EntryView, (), (seq, kind, at, body, leaf))
BOOST_DESCRIBE_STRUCT(ListEntries, (), (before))
BOOST_DESCRIBE_STRUCT(Entries, (), (size, entries))
BOOST_DESCRIBE_STRUCT(SeeProof, (), (seq, size))
BOOST_DESCRIBE_STRUCT(ProofView, (), (seq, size, root, leaf, proof))
BOOST_DESCRIBE_STRUCT(SeeGrowth, (), (from, to))
BOOST_DESCRIBE_STRUCT(GrowthView, (), (root_from, root_to, proof))
BOOST_DESCRIBE_STRUCT(CheckSlip, (), (size, print))
BOOST_DESCRIBE_STRUCT(SlipChecked, (), (matches, signed_at))

System system() {
    return {.name = "receipts",
            .title = "system.receipts",
            .routes = {
                get("/log/head", anyone, "see_head", see_head),
                get("/log/checkpoint", anyone, "checkpoint", checkpoint),
                get("/log/entries", anyone, "list_entries", list_entries),
                get("/log/entries/{seq}", anyone, "see_entry", see_entry),
                get("/log/entries/{seq}/proof", anyone, "see_proof", see_proof),
                get("/log/entries/{seq}/receipt", anyone, "receipt_file", receipt_file),
                get("/log/growth", anyone, "see_growth", see_growth),
                get("/log/slips/{size}", anyone, "check_slip", check_slip),
            }};
}

}  // namespace banshi::receipts
