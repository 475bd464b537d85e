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

// What is bound, each with the rows that hang on it: see bound_papers_store.cpp.
enum class Bound {
    donor,
    pledge,    // with its instalments
    donation,  // by its lot, with its receipts
    slip,      // 现金单
    fund,      // with the account that is paid to
    family,    // with its steps
    score,
    pairing,  // with its shares
    visit,
    campaign,   // with its steps
    selection,  // with all decisions about it
    money_decision,
    objection,
    batch,     // who drafted, checked and approved, and the file
    closing,   // 结账
    transfer,  // 记账: its time and its tags
    allocation,
    order,      // 拨付凭证
    answer,     // 银行回盘: by the begin of its hash, with its lines
    statement,  // 对账单: by the begin of its hash
    line,       // of a statement
    relative,   // 回避: by the family
    wish,
    forbidden,  // pairs, by the donor
    promise,
    import,
    replaced,  // by the family: what lists replaced
    sample,    // 抽查
    confirmation,
    payee,      // 收款人: by the order
    past_fund,  // 往期: by the family
    report,     // 信息公开, with its versions
};
BOOST_DESCRIBE_ENUM(Bound, donor, pledge, donation, slip, fund, family, score, pairing, visit,
                    campaign, selection, money_decision, objection, batch, closing, transfer,
                    allocation, order, answer, statement, line, relative, wish, forbidden, promise,
                    import, replaced, sample, confirmation, payee, past_fund, report)

// A file of the bank is called by so much of its hash.
inline constexpr std::size_t bound_hash = 8;

// Whoever writes a row says so here: as it stands at the end of the deed, or that it is gone. See
// binding.h; what happens outside a deed of the aid is bound at once.
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
    // Rows of a city that has not bound any yet: nothing can be said of them.
    std::int64_t unbound() const { return unbound_; }

private:
    struct Said {
        std::uint64_t seq;
        std::string hash;  // empty: gone
    };

    void see_form(record::Seen const&, bool of_before);

    std::map<std::string, std::map<std::string, Said>> said_;  // by paper and number
    std::int64_t form_ = 0;                                    // of the newest entry
    bool binds_before_ = false;  // nothing but rows of before was bound in this form yet
    std::vector<record::Breach> again_;
    std::int64_t unbound_ = 0;
};

}  // namespace banshi::aid
