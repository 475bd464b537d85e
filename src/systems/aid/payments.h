#pragma once
// Payment orders 拨付: a batch is drafted by one, checked, and approved by another who is no
// relative of its payees. The bank gets a file whose hash stands in the record before anybody can
// fetch it; its answer pays or refuses each order. A refused one is followed by a new order.

#include "base/shape.h"
#include "systems/aid/funds.h"

namespace banshi::aid {

enum class BatchState {
    drafted,   // 已拟
    checked,   // 已核
    approved,  // 已批
    sent,      // 已送银行
    rejected,  // 不批: its orders are void
};
BOOST_DESCRIBE_ENUM(BatchState, drafted, checked, approved, sent, rejected)

enum class OrderState {
    drafted,   // 已拟
    checked,   // 已核
    approved,  // 已批
    sent,      // 已送银行
    paid,      // 已付
    refused,   // 银行退回
    rejected,  // 不批
};
BOOST_DESCRIBE_ENUM(OrderState, drafted, checked, approved, sent, paid, refused, rejected)

struct Batch {
    std::string number;  // B2021-001
    int year;
    BatchState state;
    int orders;
    Fen fen;
    std::string drafted_by, checked_by, approved_by;
    Instant drafted_at;
    std::optional<Instant> sent_at;
    std::string hash;  // of the file, once it was made
    std::string why;   // of a rejection
};
struct Order {
    std::string number;  // V2021-0042
    std::string batch;
    std::string family;
    int year;
    Fen fen;
    OrderState state;
    std::string replaces;              // the refused order before it
    std::string reason;                // of a refusal
    std::optional<std::int64_t> hold;  // fund -> bank, from the approval on
    std::optional<std::int64_t> paid;  // the transfer
    std::optional<Day> paid_on;
    std::string bank_ref;
};

// As the approver sees it; sealed in the row.
struct OrderPayee {  // 收款人
    std::string order;
    std::string name, account, bank;
    bool changed = false;  // since the order was drafted
};

struct DraftBatch {
    int year;
    // Else all families with money for the year that is not ordered.
    std::optional<std::vector<std::string>> families;
    std::optional<Fen> fen;  // of each; else what is allocated to it
};
struct OfBatch {
    std::string batch;
};
struct RejectBatch {
    std::string batch;
    std::string why;
};
struct BatchView {
    Batch batch;
    std::vector<Order> orders;
    std::vector<OrderPayee> payees;  // for the cashier and the approver
    std::vector<std::string> deeds;  // what the asker may do now
};
struct ListBatches {
    std::optional<int> year;
};
struct BatchList {
    std::vector<Batch> batches;  // the newest first
};
// Refuse fund.short with the fact missing, payee.missing, payee.changed, batch.empty,
// batch.nothing_open, batch.family_twice, batch.wrong_state, batch.own, relative.payee.
Result<BatchView> draft_batch(Call&, DraftBatch const&);
Result<BatchView> check_batch(Call&, OfBatch const&);
Result<BatchView> approve_batch(Call&, OfBatch const&);
// Until it is sent: what an approval took out of the funds comes back into them.
Result<BatchView> reject_batch(Call&, RejectBatch const&);
// The file is made, its hash goes into the record; fetching it gives those bytes each time.
Result<BatchView> send_batch(Call&, OfBatch const&);
Result<File> batch_file(Call&, OfBatch const&);
Result<BatchView> see_batch(Call&, OfBatch const&);
Result<BatchList> list_batches(Call&, ListBatches const&);

// ---- for the other files of this system

Result<Order> find_order(Call&, std::string const& number);  // refuses order.not_found
// The bank paid it, refused it, or gave the money back after it had paid.
Result<Order> pay(Call&, Order, Day, std::string const& bank_ref);
Result<Order> refuse(Call&, Order, std::string const& reason, std::string const& bank_ref);
Result<Order> take_back(Call&, Order, Day, std::string const& reason);

// The decisions alone.
Result<Batch> checked(Batch, std::string const& by);
Result<Batch> approved(Batch, std::string const& by);

}  // namespace banshi::aid
