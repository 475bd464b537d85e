#include "systems/aid/statements.h"

#include <algorithm>

#include "engines/people/keys.h"
#include "engines/record/encoding.h"
#include "engines/record/hash.h"
#include "systems/aid/books.h"
#include "systems/aid/bound.h"
#include "systems/aid/matching.h"
#include "systems/aid/statement_rows.h"

namespace banshi::aid {

namespace {

BankSettings const& bank_of(Call const& call) { return call.district.policy<Settings>().bank; }

Result<AdapterSettings> adapter_for(Call& call, std::optional<std::string> const& id) {
    for (auto const& adapter : bank_of(call).adapters)
        if (!id || id->empty() || adapter.id == *id) return adapter;
    return Refusal{Why::invalid, "statement.adapter", id.value_or(""), "adapter"};
}

std::string opened(std::string const& sealed) {
    return sealed.empty() ? "" : people::unseal(sealed);
}

LineView view_of(Call& call, StatementLine const& line) {
    LineView view{
        line.number, line.booked_on,      line.fen,   line.balance_after, opened(line.name),
        line.ref,    opened(line.remark), line.state, line.what,          line.why,
        {}};
    if (line.state == MatchState::suspense && line.fen > 0)
        view.proposals = proposals_for(call, view.name, line.fen);
    return view;
}

StatementLine booked_line(Call& call, std::string const& file, BankLine const& line,
                          Match const& match) {
    auto const seal = [&](std::string const& text) {
        return text.empty() ? "" : people::seal(text, call.random);
    };
    return {rows::next_line(call),
            file,
            line.account,
            line.booked_on,
            line.fen,
            line.balance_after,
            seal(line.name),
            seal(line.counterparty),
            line.ref,
            seal(line.remark),
            key_of(line),
            match.state,
            match.what,
            "",
            match.transfer};
}

// The balance before the first new line: that of the last known one, or of the books.
Fen opening_of(Call& call, std::string const& account) {
    auto const last = rows::last_line(call, account);
    return last ? last->balance_after : held_in(call, account::bank);
}

Result<Imported> take_in(Call& call, StatementFile file, std::string const& bytes) {
    auto const adapter = TRY(adapter_for(call, file.adapter));
    auto const& account = bank_of(call).account;
    auto const lines = TRY(read_statement(bytes, adapter, account, today(call)));
    auto const sorted = TRY(sort_out(lines, rows::known_lines(call, account)));
    file.known = sorted.known;
    file.broken_row = broken_at(lines, lines.front().balance_after - lines.front().fen);
    if (!file.broken_row) file.broken_row = broken_at(sorted.fresh, opening_of(call, account));
    Imported out{file, 0, 0};
    if (file.broken_row) {
        out.file.state = FileState::waiting_for_verification;
        return out;
    }
    out.file.state = FileState::accepted;
    out.file.fresh = static_cast<int>(sorted.fresh.size());
    for (auto const& line : sorted.fresh) {
        auto const match = TRY(book_line(call, line));
        rows::insert(call, booked_line(call, file.hash, line, match));
        ++(match.state == MatchState::matched ? out.matched : out.suspense);
    }
    return out;
}

}  // namespace

Result<Imported> import_statement(Call& call, ImportStatement const& form) {
    TRY(may(call, keep_money));
    auto const adapter = TRY(adapter_for(call, form.adapter));
    auto const hash = record::hex(record::sha256({form.file.bytes}));
    if (auto const seen = rows::find_file(call, hash)) {
        if (seen->state == FileState::waiting_for_verification)
            return retry_statement(call, {hash});
        Imported again{*seen, 0, 0};
        again.file.known += again.file.fresh;
        again.file.fresh = 0;
        return again;
    }
    auto const done = TRY(take_in(call,
                                  {hash,
                                   form.file.name,
                                   adapter.id,
                                   FileState::accepted,
                                   0,
                                   0,
                                   {},
                                   call.now,
                                   call.actor.name},
                                  form.file.bytes));
    rows::insert(call, done.file, record::base64(form.file.bytes));
    return done;
}

Result<Imported> retry_statement(Call& call, RetryStatement const& form) {
    auto const file = rows::find_file(call, form.hash);
    if (!file) return Refusal{Why::not_found, "statement.not_found", form.hash, "hash"};
    TRY(may(call, keep_money));
    if (file->state == FileState::accepted)
        return Refusal{Why::conflict, "statement.accepted", form.hash};
    auto const bytes = record::read_base64(rows::bytes_of(call, form.hash)).value();
    auto const done = TRY(take_in(call, *file, bytes));
    rows::update(call, done.file);
    return done;
}

Result<LineList> list_lines(Call& call, ListLines const& form) {
    TRY(may(call, keep_money));
    LineList list;
    for (auto const& line : rows::lines(call, form.state))
        list.lines.push_back(view_of(call, line));
    list.files = rows::all_files(call);
    return list;
}

Result<LineView> match_line(Call& call, MatchLine const& form) {
    auto line = rows::find_line(call, form.line);
    if (!line) return Refusal{Why::not_found, "line.not_found", std::to_string(form.line), "line"};
    TRY(may(call, keep_money));
    if (line->state != MatchState::suspense)
        return Refusal{Why::conflict, "line.settled", std::to_string(form.line)};
    line->what = TRY(book_suspense(call, *line, form));
    line->state = form.is == LineKind::ignored ? MatchState::ignored : MatchState::matched;
    line->why = form.why.value_or("");
    rows::update(call, *line);
    return view_of(call, *line);
}

Fen book_balance(Call& call, Day until) {
    Fen balance = 0;
    for (auto const& transfer : ledger::transfers_at(call, book, account::bank))
        if (transfer.moves() && transfer.day <= until)
            balance += transfer.debit == account::bank ? transfer.fen : -transfer.fen;
    return balance;
}

std::vector<DayView> statement_days(Call& call) {
    auto const closed = ledger::closed_until(call, book);
    auto const closings = rows::day_closings(call, bank_of(call).account);
    auto const transfers = ledger::transfers_at(call, book, account::bank);
    std::vector<DayView> days;
    for (auto const& closing : closings) {
        Fen booked = 0;
        for (auto const& transfer : transfers)
            if (transfer.moves() && transfer.day <= closing.day)
                booked += transfer.debit == account::bank ? transfer.fen : -transfer.fen;
        days.push_back({closing.day, closing.balance_after, booked, closing.balance_after == booked,
                        closed && closing.day <= *closed});
    }
    return days;
}

Result<DayList> list_statement_days(Call& call, ListDays const&) {
    TRY(may(call, see_aid));
    return DayList{statement_days(call)};
}

Result<DayList> close_statement_day(Call& call, CloseDay const& form) {
    TRY(may(call, keep_money));
    if (form.day > today(call))
        return Refusal{Why::conflict, "day.future", written(form.day), "day"};
    auto const days = statement_days(call);
    auto const wanted = std::ranges::find(days, form.day, &DayView::day);
    if (wanted == days.end())
        return Refusal{Why::not_found, "day.unknown", written(form.day), "day"};
    for (auto const& day : days)
        if (day.day <= form.day && !day.closed && !day.equal)
            return Refusal{Why::conflict,
                           "day.differs",
                           written(day.day),
                           "day",
                           {{"day", written(day.day)},
                            {"statement", written_yuan(day.statement)},
                            {"book", written_yuan(day.book)}}};
    TRY(ledger::close_until(call, book, form.day, ""));
    bind_row(call, Bound::closing, std::to_string(form.day.time_since_epoch().count()));
    return DayList{statement_days(call)};
}

}  // namespace banshi::aid
