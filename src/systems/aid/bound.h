#pragma once
// 账实绑定: an entry binds all facts of a row, by a salted hash that shows none of them. Whoever
// alters a name, an account, a reason or a share by hand is named with the row and its entry.

#include <map>
#include <string>
#include <vector>

#include "engines/ledger/transfer.h"
#include "engines/record/audit.h"
#include "engines/record/record.h"

namespace banshi::aid {

// What is bound, each with the rows that hang on it: see bound_store.cpp.
enum class Bound {
    donor,
    pledge,    // with its instalments
    donation,  // by its lot, with its receipts
    slip,      // 现金单
    fund,      // with the account that is paid to
    family,    // without its state, with the reasons given after the selection
    score,     // place in a draw and ruling
    pairing,   // with its shares
    visit,
    campaign,   // with its steps
    selection,  // with all decisions about it
    money_decision,
    objection,
    batch,    // who drafted, checked and approved
    closing,  // 结账
};
BOOST_DESCRIBE_ENUM(Bound, donor, pledge, donation, slip, fund, family, score, pairing, visit,
                    campaign, selection, money_decision, objection, batch, closing)

// After the last change of a deed: the row as it stands now, or that it is gone.
void bind_row(Call&, Bound, std::string const& number);
// With a new salt, where facts were erased: the old hash tells nobody what they were.
void bind_row_anew(Call&, Bound, std::string const& number);

// What the entry of a transfer binds besides what it says openly: day, who, text.
record::Hash bind_transfer(Call&, ledger::Transfer const&);
// The same again; nothing for a transfer of before entries bound it.
std::optional<record::Hash> bound_facts(Call&, ledger::Transfer const&);

// What the entries say, held against the rows.
class BoundSeen {
public:
    void see(record::Seen const&);
    std::vector<record::Breach> compare(Call&);
    // Rows of before there were such entries: nothing can be said of them.
    std::int64_t unbound() const { return unbound_; }

private:
    struct Said {
        std::uint64_t seq;
        std::string hash;  // empty: gone
    };
    std::map<std::string, std::map<std::string, Said>> said_;  // by paper and number
    std::optional<std::chrono::sys_seconds> first_;
    std::int64_t unbound_ = 0;
};

}  // namespace banshi::aid
