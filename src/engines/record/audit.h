#pragma once
// The monitor 监督程序: the tree proves only that nothing was altered; whether what was recorded
// makes sense is asked here, entry by entry. Each system brings the audits of its own kinds.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/call.h"

namespace banshi::record {

// A breach 违规 is something the record itself shows to be wrong.
struct Breach {
    std::string text;   // key into text/*.toml: "breach.number_missing"
    std::uint64_t seq;  // the entry where it shows
    Facts facts = {};   // what its sentence names, the seq among it
};

struct Seen {  // an entry as it stands in the log
    std::uint64_t seq;
    std::string_view kind;
    std::chrono::sys_seconds at;
    std::string_view body;
};

class Audit {
public:
    virtual ~Audit() = default;
    // All entries in order; kinds of others pass unread.
    virtual void see(Seen const&) = 0;
    // What was seen so far, and what is missing or still open at this moment.
    virtual std::vector<Breach> finish(Instant now) = 0;
    // Where the rows of the system say something else than its entries: somebody changed them by
    // hand. Asked after finish, and only where the log is whole, by the district's own settings.
    virtual std::vector<Breach> compare(Call&) { return {}; }
    // What could not be compared, and why that is no breach. Asked last.
    virtual std::vector<Breach> unchecked() const { return {}; }
};

using Audits = std::vector<std::unique_ptr<Audit>>;

// A row that nobody can read is a breach too, and what follows `look` is looked at all the same.
void as_far_as_read(std::vector<Breach>& found, std::function<void()> const& look);

// Is it written as bodies are: one line, keys in order, nothing but texts, whole numbers, lists?
bool is_body(std::string_view);

// For audits: "n" of {"at":1,"k":"queue.issued","n":"A017"}; empty where there is none.
std::string_view text_field(std::string_view body, std::string_view key);
// A key or a note, as it was before it was written into a body.
std::string public_text_field(std::string_view body, std::string_view key);
std::optional<std::int64_t> number_field(std::string_view body, std::string_view key);

}  // namespace banshi::record
