#pragma once
// What goes to the bank and what comes back 银行文件: the payment file, and the answer that says of
// each order whether it was paid. Each line of an answer ends somewhere where people see it.

#include <array>

#include "systems/aid/payments.h"

namespace banshi::aid {

// order_no,payee_name,payee_account,payee_bank,amount_fen,purpose
struct PayLine {
    std::string order, name, account, bank;
    Fen fen;
    std::string purpose;
};
// Nothing where the encoding lacks a character.
std::optional<std::string> payment_file(std::vector<PayLine> const&, Encoding);

enum class AnswerState {
    success,          // 全部成功
    partial_success,  // 部分成功: some were refused by the bank, or a line was not taken
    fail,             // 全部未成
};
BOOST_DESCRIBE_ENUM(AnswerState, success, partial_success, fail)

enum class LineState {
    paid,      // 已付
    refused,   // 银行退回
    known,     // 已知: the statement told it before
    rejected,  // 未采纳, see trouble
};
BOOST_DESCRIBE_ENUM(LineState, paid, refused, known, rejected)

struct AnswerLine {
    std::string order, result, reason, bank_ref, booked_on;
    std::string fen;  // where the bank repeats the amount; empty: it does not
    LineState state = LineState::rejected;
    std::string trouble = {};  // of a rejected line: unknown, repeated, amount, result, day, state
};
struct Answer {
    std::string hash;
    std::string name;
    AnswerState state;
    int paid, refused, rejected;
    Instant at;
    std::string by;
};
struct AnswerView {
    Answer answer;
    std::vector<AnswerLine> lines;
};
struct TakeAnswer {
    Upload file;
};
struct ListAnswers {};
struct AnswerList {
    std::vector<Answer> answers;
};
struct SeeAnswer {
    std::string hash;
};
// Refuses answer.seen, answer.column, answer.empty, csv.*.
Result<AnswerView> take_answer(Call&, TakeAnswer const&);
Result<AnswerList> list_answers(Call&, ListAnswers const&);
Result<AnswerView> see_answer(Call&, SeeAnswer const&);

// order_no,result,reason,bank_ref,booked_on and perhaps amount_fen, in any order. Refuses
// answer.column, answer.empty, csv.*.
Result<std::vector<AnswerLine>> read_answer(std::string_view bytes);

}  // namespace banshi::aid
