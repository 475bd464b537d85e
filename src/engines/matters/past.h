#pragma once
// What an older ledger says of a matter 历史事项, and how it goes on here: with its own day, its
// clocks from then on, and no notice to anybody.

#include "engines/matters/evaluations.h"
#include "engines/matters/matters.h"
#include "engines/matters/numbers.h"
#include "engines/record/leaf_run.h"

namespace banshi::matters {

struct Finish {  // 办结
    Instant at;
    Outcome outcome;
    std::string answer;
    std::vector<Rating> ratings = {};  // of the first reporters, in their order
};

struct Past {
    Filing filing;      // with its day and its old number
    Reporter reporter;  // `recorded_by` wrote it down then; whoever imports it is not its author
    OrgId lead = {};    // 主办, where it has been dispatched
    std::optional<Instant> dispatched_at = {};
    std::string leader = {};
    std::optional<Finish> finish = {};
    std::optional<Instant> accepted_at = {};  // 立案, where the ledger says it
    std::vector<Reporter> others = {};        // who signed with the first
    std::vector<OrgId> joint = {};            // 协办, beside the lead
};

// Those that come in together: their numbers and their places in the log are taken for all of them.
struct Arrivals {
    explicit Arrivals(Call& its) : call(its), numbers(its), leaves(its) {}
    // After the last one. Before it no other deed may be done in this transaction.
    void finish();

    Call& call;
    Numbers numbers;
    record::LeafRun leaves;
};

// Open ones wait for their acceptance, for a unit, or for the signature of their unit. Levels that
// were passed long ago become rows with the cause `imported`. Finished ones are cleared with their
// outcome. `facts` are those of the first deed. Refuses as `file` does.
Result<Matter> bring_in(Arrivals&, Past const&, json::object facts);

// As if it had never been filed: a draft with its number, in no list and no count. Its clocks never
// ran, its levels are annulled.
void unfile(Call&, Matter&, std::string const& why, json::object facts);

}  // namespace banshi::matters
