#include "systems/aid/answers.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "documents/csv.h"
#include "documents/encoding.h"
#include "engines/record/encoding.h"
#include "engines/record/hash.h"
#include "systems/aid/payees.h"
#include "systems/aid/payment_rows.h"

namespace banshi::aid {

struct FileSent {  // 送银行文件
    static constexpr auto kind = "aid.file_sent";
    record::Mark b;
    record::Hash hash;
    int orders;
    Fen f;
};
BOOST_DESCRIBE_STRUCT(FileSent, (), (b, hash, orders, f))

namespace {

std::string text_of(documents::ReadRow const& row, std::size_t column) {
    if (column >= row.cells.size()) return "";
    auto const* const text = std::get_if<std::string>(&row.cells[column].value);
    return text ? *text : "";
}

Result<std::vector<PayLine>> lines_for(Call& call, Batch const& batch) {
    std::vector<PayLine> lines;
    auto const orders = rows::orders_in(call, batch.number);
    TRY(check_payees(call, orders));
    auto const purpose =
        call.texts.say(Language::zh, "aid.text.purpose", {{"year", std::to_string(batch.year)}});
    auto const payees = payees_of(call, orders);
    for (std::size_t at = 0; at < orders.size(); ++at)
        lines.push_back({orders[at].number, payees[at].name, payees[at].account, payees[at].bank,
                         orders[at].fen, purpose});
    return lines;
}

// Booked when the bank had the order already, and not in the future.
bool is_day_of(Call& call, AnswerLine const& line, Order const& order) {
    auto const day = read_day(line.booked_on);
    auto const batch = rows::find_batch(call, order.batch);
    return day && *day <= today(call) &&
           (!batch || !batch->sent_at || *day >= call.district.zone().day_of(*batch->sent_at));
}

// Why the line is not taken; empty: it is.
std::string trouble_of(Call& call, AnswerLine const& line, std::optional<Order> const& order,
                       std::set<std::string>& seen) {
    if (!order) return "unknown";
    if (!seen.insert(line.order).second) return "repeated";
    if (!line.fen.empty() && line.fen != std::to_string(order->fen)) return "amount";
    if (line.result != "paid" && line.result != "refused") return "result";
    if (line.result == "paid" && !is_day_of(call, line, *order)) return "day";
    return "";
}

void settle_line(Call& call, AnswerLine& line, Order const& order) {
    bool const pays = line.result == "paid";
    if (pays && order.state == OrderState::paid) {
        line.state = LineState::known;
        return;
    }
    auto const done = pays ? pay(call, order, *read_day(line.booked_on), line.bank_ref)
                           : refuse(call, order, line.reason, line.bank_ref);
    line.state = !done ? LineState::rejected : pays ? LineState::paid : LineState::refused;
    if (!done) line.trouble = done.refusal().text == "period.closed" ? "closed" : "state";
}

AnswerState state_of(Answer const& answer) {
    if (answer.paid == 0) return AnswerState::fail;
    bool const all = answer.refused == 0 && answer.rejected == 0;
    return all ? AnswerState::success : AnswerState::partial_success;
}

}  // namespace

std::optional<std::string> payment_file(std::vector<PayLine> const& lines, Encoding encoding) {
    std::vector<std::vector<std::string>> table{
        {"order_no", "payee_name", "payee_account", "payee_bank", "amount_fen", "purpose"}};
    for (auto const& line : lines)
        table.push_back({line.order, line.name, line.account, line.bank, std::to_string(line.fen),
                         line.purpose});
    auto const text = documents::written_csv(table);
    if (encoding == Encoding::utf8) return text;
    return documents::Converter("UTF-8", "GB18030").converted(text);
}

Result<BatchView> send_batch(Call& call, OfBatch const& form) {
    auto batch = rows::find_batch(call, form.batch);
    if (!batch) return Refusal{Why::not_found, "batch.not_found", form.batch, "batch"};
    TRY(may(call, keep_money));
    if (batch->state != BatchState::approved)
        return Refusal{Why::conflict, "batch.wrong_state", batch->number};
    auto const lines = TRY(lines_for(call, *batch));
    auto const encoding = call.district.policy<Settings>().bank.encoding;
    auto const bytes = payment_file(lines, encoding);
    if (!bytes) return Refusal{Why::conflict, "batch.encoding", batch->number};
    auto const hash = record::sha256({*bytes});
    batch->state = BatchState::sent;
    batch->sent_at = call.now;
    batch->hash = record::hex(hash);
    rows::update(call, *batch);
    rows::keep_file(call, batch->number, record::base64(*bytes));
    for (auto order : rows::orders_in(call, batch->number)) {
        order.state = OrderState::sent;
        rows::update(call, order);
    }
    record::append(call, FileSent{batch->number, hash, batch->orders, batch->fen});
    return see_batch(call, form);
}

Result<File> batch_file(Call& call, OfBatch const& form) {
    TRY(may(call, keep_money));
    auto const kept = rows::file_of(call, form.batch);
    if (!kept) return Refusal{Why::not_found, "batch.no_file", form.batch, "batch"};
    return File{"text/csv", form.batch + ".csv", record::read_base64(*kept).value(), ""};
}

Result<std::vector<AnswerLine>> read_answer(std::string_view bytes) {
    auto const table = TRY(documents::read_csv(bytes));
    constexpr std::array names{"order_no", "result",    "reason",
                               "bank_ref", "booked_on", "amount_fen"};
    std::array<std::size_t, names.size()> at{};
    for (std::size_t name = 0; name < names.size(); ++name) {
        at[name] = std::string::npos;
        if (table.empty()) continue;
        for (std::size_t column = 0; column < table[0].cells.size(); ++column)
            if (text_of(table[0], column) == names[name]) at[name] = column;
        if (at[name] == std::string::npos && name + 1 < names.size())
            return Refusal{
                Why::invalid, "answer.column", names[name], "file", {{"column", names[name]}}};
    }
    if (table.empty())
        return Refusal{Why::invalid, "answer.column", names[0], "file", {{"column", names[0]}}};
    if (table.size() == 1) return Refusal{Why::invalid, "answer.empty", {}, "file"};
    std::vector<AnswerLine> lines;
    for (auto row = table.begin() + 1; row != table.end(); ++row)
        lines.push_back({text_of(*row, at[0]), text_of(*row, at[1]), text_of(*row, at[2]),
                         text_of(*row, at[3]), text_of(*row, at[4]), text_of(*row, at[5])});
    return lines;
}

Result<AnswerView> take_answer(Call& call, TakeAnswer const& form) {
    TRY(may(call, keep_money));
    auto const hash = record::hex(record::sha256({form.file.bytes}));
    if (rows::find_answer(call, hash)) return Refusal{Why::conflict, "answer.seen", hash, "file"};
    auto lines = TRY(read_answer(form.file.bytes));
    Answer answer{hash, form.file.name, AnswerState::fail, 0, 0, 0, call.now, call.actor.name};
    std::set<std::string> seen;
    int serial = 0;
    for (auto& line : lines) {
        auto const order = rows::find_order(call, line.order);
        line.trouble = trouble_of(call, line, order, seen);
        if (line.trouble.empty()) settle_line(call, line, *order);
        answer.paid += line.state == LineState::paid || line.state == LineState::known;
        answer.refused += line.state == LineState::refused;
        answer.rejected += line.state == LineState::rejected;
        rows::insert(call, hash, ++serial, line);
    }
    answer.state = state_of(answer);
    rows::insert(call, answer);
    return AnswerView{answer, lines};
}

Result<AnswerList> list_answers(Call& call, ListAnswers const&) {
    TRY(may(call, see_aid));
    return AnswerList{rows::all_answers(call)};
}

Result<AnswerView> see_answer(Call& call, SeeAnswer const& form) {
    TRY(may(call, see_aid));
    auto const answer = rows::find_answer(call, form.hash);
    if (!answer) return Refusal{Why::not_found, "answer.not_found", form.hash, "hash"};
    return AnswerView{*answer, rows::lines_of(call, form.hash)};
}

}  // namespace banshi::aid
