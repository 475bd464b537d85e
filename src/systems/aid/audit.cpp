#include "systems/aid/audit.h"

#include <algorithm>
#include <map>

#include "documents/sheet.h"
#include "documents/workbook_writer.h"
#include "engines/ledger/export.h"
#include "systems/aid/campaign.h"

namespace banshi::aid {

namespace {

constexpr int a_turn = 5000;
constexpr int a_page = 200;
constexpr std::size_t most_on_paper = 2000;

template <class See>
void each_transfer(Call& call, See const& see) {
    for (std::int64_t after = 0;;) {
        auto const some = ledger::transfers_of(call, book, after, a_turn);
        if (some.empty()) return;
        for (auto const& transfer : some) see(transfer);
        after = some.back().number;
    }
}

Day first_of(int year) { return Day{std::chrono::year{year} / std::chrono::January / 1}; }

std::string title_of(Call& call, std::optional<int> year) {
    auto const campaign = find_campaign(call, {});
    auto const name = campaign ? campaign.value().number : call.district.name();
    return "aid/" + (year ? std::to_string(*year) : name);
}

ledger::Export collected(Call& call, std::optional<int> year) {
    auto const tip = record::tip(call.tx, call.district.name());
    ledger::Export out{title_of(call, year),
                       static_cast<std::int64_t>(tip.size),
                       ledger::accounts_of(call, book),
                       {},
                       {}};
    if (year) out.from = first_of(*year);
    each_transfer(call, [&](ledger::Transfer const& transfer) {
        if (!transfer.moves() || (year && transfer.day >= first_of(*year + 1))) return;
        auto tags = ledger::tags_of(call, book, transfer.number);
        auto const place = record::place_of(call.tx, call.district.name(), {transfer.trace});
        if (place) tags.push_back({"log", std::to_string(*place)});
        out.entries.push_back({transfer, std::move(tags)});
    });
    std::ranges::sort(out.entries, {}, [](ledger::Exported const& one) {
        return std::pair{one.transfer.day, one.transfer.number};
    });
    return out;
}

std::string said(Call const& call, char const* key) {
    return call.texts.say(call.language, std::string("aid.books.") + key);
}

bool in_year(ledger::Export const& books, ledger::Transfer const& transfer) {
    return !books.from || transfer.day >= *books.from;
}

std::string name_of(ledger::Export const& books, std::string const& code) {
    return std::ranges::find(books.accounts, code, &ledger::Account::code)->name;
}

File workbook_of(Call& call, ledger::Export const& books) {
    using documents::CellKind;
    documents::WorkbookWriter workbook(call.now);
    workbook.begin_sheet({said(call, "title"),
                          {said(call, "title") + " " + books.ledger},
                          {{said(call, "number"), CellKind::text, 10},
                           {said(call, "day"), CellKind::date, 12},
                           {said(call, "debit"), CellKind::text, 30},
                           {said(call, "credit"), CellKind::text, 30},
                           {said(call, "amount"), CellKind::money, 14},
                           {said(call, "text"), CellKind::text, 30},
                           {said(call, "paper"), CellKind::text, 16}}});
    for (auto const& [t, tags] : books.entries)
        if (in_year(books, t))
            workbook.add_row({ledger::number_text(t.number), t.day, name_of(books, t.debit),
                              name_of(books, t.credit), t.fen, t.text, t.reference.value_or("")});
    return {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "",
            std::move(workbook).finish(), ""};
}

// The accounts with their balances, then the transfers of the period.
Result<File> pdf_of(Call& call, ledger::Export const& books) {
    using namespace documents;
    std::map<std::string, ledger::Balance> balances;
    for (auto const& [transfer, tags] : books.entries) ledger::book(transfer, balances);
    Sheet sheet{said(call, "title"), {}};
    sheet.blocks.emplace_back(Title{said(call, "title"), Ink::black});
    sheet.blocks.emplace_back(
        Paragraph{books.ledger + "　" + written(call.district.zone().day_of(call.now))});
    Table accounts{{{said(call, "account"), 3}, {said(call, "balance"), 1, Align::right}}, {}};
    for (auto const& account : books.accounts)
        accounts.rows.push_back(
            {account.name, written_yuan(total(account.nature, balances[account.code]))});
    sheet.blocks.emplace_back(std::move(accounts));
    Table rows{{{said(call, "number"), 1.2},
                {said(call, "day"), 1.4},
                {said(call, "text"), 3},
                {said(call, "paper"), 2},
                {said(call, "amount"), 1.4, Align::right}},
               {}};
    for (auto const& [t, tags] : books.entries)
        if (in_year(books, t) && rows.rows.size() < most_on_paper)
            rows.rows.push_back({ledger::number_text(t.number), written(t.day), t.text,
                                 t.reference.value_or(""), written_yuan(t.fen)});
    sheet.blocks.emplace_back(std::move(rows));
    auto bytes = TRY(sheet_pdf(sheet, call.now));
    return File{"application/pdf", "", std::move(bytes), ""};
}

}  // namespace

Result<File> export_books(Call& call, ExportBooks const& form) {
    TRY(may(call, audit_aid));
    auto const books = collected(call, form.year);
    auto const name = "aid-" + books.ledger.substr(4);
    if (form.format == Format::journal)
        return File{"text/plain; charset=utf-8", name + ".journal", journal(books), ""};
    if (form.format == Format::beancount)
        return File{"text/plain; charset=utf-8", name + ".beancount", beancount(books), ""};
    bool const paper = form.format == Format::pdf;
    auto file = paper ? TRY(pdf_of(call, books)) : workbook_of(call, books);
    file.name = name + (paper ? ".pdf" : ".xlsx");
    return file;
}

Result<TransferList> list_transfers(Call& call, ListTransfers const& form) {
    TRY(may(call, see_aid));
    TransferList list;
    for (auto const& t : ledger::transfers_of(call, book, form.after.value_or(0), a_page)) {
        auto const place = record::place_of(call.tx, call.district.name(), {t.trace});
        list.transfers.push_back({ledger::number_text(t.number), t.day, t.debit, t.credit, t.fen,
                                  t.kind, t.phase, t.text, t.reference.value_or(""), place});
        if (list.transfers.size() == a_page) list.next = t.number;
    }
    return list;
}

}  // namespace banshi::aid
