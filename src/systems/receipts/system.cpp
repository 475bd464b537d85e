#include "systems/receipts/system.h"

#include "systems/receipts/keeping.h"
#include "systems/receipts/log_face.h"
#include "systems/receipts/receipts.h"
#include "systems/route.h"

namespace banshi::receipts {

BOOST_DESCRIBE_STRUCT(SeeHead, (), (size))
BOOST_DESCRIBE_STRUCT(AskForHead, (), ())
BOOST_DESCRIBE_STRUCT(HeadView, (), (size, root, at, note))
BOOST_DESCRIBE_STRUCT(SeeEntry, (), (seq))
BOOST_DESCRIBE_STRUCT(EntryView, (), (seq, kind, at, body, leaf))
BOOST_DESCRIBE_STRUCT(ListEntries, (), (before, day, kind))
BOOST_DESCRIBE_STRUCT(Entries, (), (size, entries, further))
BOOST_DESCRIBE_STRUCT(ListHeads, (), (before))
BOOST_DESCRIBE_STRUCT(HeadLine, (), (size, root, at, witnesses))
BOOST_DESCRIBE_STRUCT(Heads, (), (heads, further))
BOOST_DESCRIBE_STRUCT(SeeProof, (), (seq, size))
BOOST_DESCRIBE_STRUCT(ProofView, (), (seq, size, root, leaf, proof))
BOOST_DESCRIBE_STRUCT(SeeGrowth, (), (from, to))
BOOST_DESCRIBE_STRUCT(GrowthView, (), (root_from, root_to, proof))
BOOST_DESCRIBE_STRUCT(CheckSlip, (), (size, print))
BOOST_DESCRIBE_STRUCT(SlipChecked, (), (matches, signed_at))
BOOST_DESCRIBE_STRUCT(SeeState, (), ())
BOOST_DESCRIBE_STRUCT(WitnessView, (), (title, name, key, size, at, asked_at, answer))
BOOST_DESCRIBE_STRUCT(AlarmView, (), (code, sentence, began, ended))
BOOST_DESCRIBE_STRUCT(AnchorView, (), (size, seq))
BOOST_DESCRIBE_STRUCT(BreachView, (), (seq, sentence))
BOOST_DESCRIBE_STRUCT(VerdictView, (), (at, entries, breaches, first))
BOOST_DESCRIBE_STRUCT(RecordState, (),
                      (origin, keys, entries, signed_size, signed_root, signed_at, needed,
                       witnessed_size, witnessed_at, witnesses, anchor, waiting_since, verdict,
                       alarms))
BOOST_DESCRIBE_STRUCT(ErasePerson, (), (id_number, reason))
BOOST_DESCRIBE_STRUCT(Erased, (), (erased))

System system() {
    return {.name = "receipts",
            .title = "system.receipts",
            .routes =
                {
                    get("/log/head", anyone, "see_head", see_head),
                    get("/log/heads", anyone, "list_heads", list_heads),
                    get("/log/state", anyone, "see_state", see_state),
                    get("/log/keeping", see_keeping_right, "see_keeping", see_keeping),
                    secret(post("/log/erasures", erase_person_right, "erase_person", erase_person)),
                    post("/log/heads", anyone, "ask_for_head", ask_for_head),
                    get("/log/checkpoint", anyone, "checkpoint", checkpoint),
                    get("/log/entries", anyone, "list_entries", list_entries),
                    get("/log/entries/{seq}", anyone, "see_entry", see_entry),
                    get("/log/entries/{seq}/proof", anyone, "see_proof", see_proof),
                    get("/log/entries/{seq}/receipt", anyone, "receipt_file", receipt_file),
                    get("/log/growth", anyone, "see_growth", see_growth),
                    get("/log/slips/{size}", anyone, "check_slip", check_slip),
                },
            .faces = {log_face()}};
}

}  // namespace banshi::receipts
