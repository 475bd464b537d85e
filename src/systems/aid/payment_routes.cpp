#include "systems/aid/answers.h"
#include "systems/aid/gap.h"
#include "systems/aid/money_decisions.h"
#include "systems/aid/pairing_money.h"
#include "systems/aid/relatives.h"
#include "systems/aid/routes.h"
#include "systems/aid/statements.h"
#include "systems/route.h"

namespace banshi::aid {

BOOST_DESCRIBE_STRUCT(DeclareRelative, (), (who, family))
BOOST_DESCRIBE_STRUCT(RelativeDeclared, (), (families))
BOOST_DESCRIBE_STRUCT(ListFunds, (), (year, campaign))
BOOST_DESCRIBE_STRUCT(SetAside, (), (allocation, donor, fen))
BOOST_DESCRIBE_STRUCT(FundLine, (), (family, payable, ended, in_fund, allocated, paid, set_aside))
BOOST_DESCRIBE_STRUCT(FundList, (), (year, funds))
BOOST_DESCRIBE_STRUCT(AdmitFamily, (), (family, why, campaign))
BOOST_DESCRIBE_STRUCT(PutPayee, (), (family, name, account, bank))
BOOST_DESCRIBE_STRUCT(Allocate, (), (family, year, fen, donor, pairing))
BOOST_DESCRIBE_STRUCT(AllocationView, (), (allocation, family, year, fen, transfer))
BOOST_DESCRIBE_STRUCT(AllocatePairings, (), (year))
BOOST_DESCRIBE_STRUCT(PairingsAllocated, (), (allocations, lacking))
BOOST_DESCRIBE_STRUCT(ReleaseAllocation, (), (allocation, why))
BOOST_DESCRIBE_STRUCT(DecideMoney, (), (about, year, families, family, fen, reason, voters))
BOOST_DESCRIBE_STRUCT(MoneyDecision, (),
                      (number, about, year, families, family, fen, reason, voters, at))
BOOST_DESCRIBE_STRUCT(MoneyDecisionList, (), (decisions))
BOOST_DESCRIBE_STRUCT(ListMoneyDecisions, (), ())
BOOST_DESCRIBE_STRUCT(Batch, (),
                      (number, year, state, orders, fen, drafted_by, checked_by, approved_by,
                       drafted_at, sent_at, hash, why))
BOOST_DESCRIBE_STRUCT(Order, (),
                      (number, batch, family, year, fen, state, replaces, reason, hold, paid,
                       paid_on, bank_ref))
BOOST_DESCRIBE_STRUCT(DraftBatch, (), (year, families, fen))
BOOST_DESCRIBE_STRUCT(OfBatch, (), (batch))
BOOST_DESCRIBE_STRUCT(RejectBatch, (), (batch, why))
BOOST_DESCRIBE_STRUCT(OrderPayee, (), (order, name, account, bank, changed))
BOOST_DESCRIBE_STRUCT(BatchView, (), (batch, orders, payees, deeds))
BOOST_DESCRIBE_STRUCT(ListBatches, (), (year))
BOOST_DESCRIBE_STRUCT(BatchList, (), (batches))
BOOST_DESCRIBE_STRUCT(TakeAnswer, (), (file))
BOOST_DESCRIBE_STRUCT(AnswerLine, (),
                      (order, result, reason, bank_ref, booked_on, fen, state, trouble))
BOOST_DESCRIBE_STRUCT(Answer, (), (hash, name, state, paid, refused, rejected, at, by))
BOOST_DESCRIBE_STRUCT(AnswerView, (), (answer, lines))
BOOST_DESCRIBE_STRUCT(ListAnswers, (), ())
BOOST_DESCRIBE_STRUCT(AnswerList, (), (answers))
BOOST_DESCRIBE_STRUCT(SeeAnswer, (), (hash))
BOOST_DESCRIBE_STRUCT(StatementFile, (),
                      (hash, name, adapter, state, fresh, known, broken_row, at, by))
BOOST_DESCRIBE_STRUCT(ImportStatement, (), (file, adapter))
BOOST_DESCRIBE_STRUCT(Imported, (), (file, matched, suspense))
BOOST_DESCRIBE_STRUCT(RetryStatement, (), (hash))
BOOST_DESCRIBE_STRUCT(ListLines, (), (state))
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (line, booked_on, fen, balance_after, name, ref, remark, state, what, why,
                       proposals))
BOOST_DESCRIBE_STRUCT(LineList, (), (lines, files))
BOOST_DESCRIBE_STRUCT(MatchLine, (), (line, is, donor, pledge, why))
BOOST_DESCRIBE_STRUCT(ListDays, (), ())
BOOST_DESCRIBE_STRUCT(DayView, (), (day, statement, book, equal, closed))
BOOST_DESCRIBE_STRUCT(DayList, (), (days))
BOOST_DESCRIBE_STRUCT(CloseDay, (), (day))
BOOST_DESCRIBE_STRUCT(SeeGap, (), (year, campaign))
BOOST_DESCRIBE_STRUCT(GapView, (),
                      (campaign, name, state, year, families, planned, fen_a_family, needed,
                       received, spent, due, overdue, money, whole, part, lacking, gap, promised,
                       pay_by, paid_families, unpaid_families, late, paid, unallocated, in_funds,
                       on_the_way, open_days))
BOOST_DESCRIBE_STRUCT(PublishPromise, (), (year, families))
BOOST_DESCRIBE_STRUCT(SeeProgress, (), (year, campaign))
BOOST_DESCRIBE_STRUCT(ProgressView, (),
                      (year, pay_by, days_left, families, paid, unpaid, alarm, on_time))
BOOST_DESCRIBE_STRUCT(RemindPayments, (), ())
BOOST_DESCRIBE_STRUCT(PaymentsReminded, (), (unpaid, released))

std::vector<Route> payment_routes() {
    std::string const batch = "/aid/batches/{batch}";
    return {
        get("/aid/funds", see_aid, "list_funds", list_funds),
        creates(post("/aid/funds", run_campaign, "admit_family", admit_family)),
        put("/aid/funds/{family}/payee", keep_money, "put_payee", put_payee),
        creates(post("/aid/allocations", keep_money, "allocate_money", allocate_money)),
        post("/aid/pairing-allocations", keep_money, "allocate_pairings", allocate_pairings),
        post("/aid/allocations/{allocation}/release", keep_money, "release_allocation",
             release_allocation),
        post("/aid/relatives", see_aid, "declare_relative", declare_relative),
        get("/aid/money-decisions", see_aid, "list_money_decisions", list_money_decisions),
        creates(post("/aid/money-decisions", run_campaign, "decide_money", decide_money)),
        get("/aid/batches", see_aid, "list_batches", list_batches),
        creates(post("/aid/batches", keep_money, "draft_batch", draft_batch)),
        get(batch, see_aid, "see_batch", see_batch),
        post(batch + "/check", keep_money, "check_batch", check_batch),
        post(batch + "/approval", approve_payments, "approve_batch", approve_batch),
        post(batch + "/rejection", approve_payments, "reject_batch", reject_batch),
        post(batch + "/sending", keep_money, "send_batch", send_batch),
        get(batch + "/file", keep_money, "batch_file", batch_file),
        get("/aid/answers", see_aid, "list_answers", list_answers),
        creates(upload("/aid/answers", keep_money, "take_answer", take_answer)),
        get("/aid/answers/{hash}", see_aid, "see_answer", see_answer),
    };
}

std::vector<Route> statement_routes() {
    return {
        get("/aid/statement-lines", keep_money, "list_lines", list_lines),
        post("/aid/statement-lines/{line}/match", keep_money, "match_line", match_line),
        creates(upload("/aid/statements", keep_money, "import_statement", import_statement)),
        post("/aid/statements/{hash}/retry", keep_money, "retry_statement", retry_statement),
        get("/aid/statement-days", see_aid, "list_statement_days", list_statement_days),
        post("/aid/statement-days/{day}/closing", keep_money, "close_statement_day",
             close_statement_day),
        live("aid/money", get("/aid/gap", anyone, "see_gap", see_gap)),
        creates(post("/aid/promises", run_campaign, "publish_promise", publish_promise)),
        live("aid/money", get("/aid/progress", see_aid, "see_progress", see_progress)),
    };
}

std::vector<Job> aid_jobs() {
    return {{.deed = deed(keep_clocks, "remind_payments", remind_payments, true),
             .daily = Clock{Minutes{8 * 60 + 30}}}};
}

}  // namespace banshi::aid
