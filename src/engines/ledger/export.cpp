#include "engines/ledger/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banshi::ledger {

namespace {

using std::chrono::days;

struct Posting {
    std::string account;
    Fen fen;
    std::optional<Fen> balance = {};  // after the last one of the account on that day
};
struct Entry {
    Day day;
    std::string number;  // empty: the opening balance
    std::string text;
    std::vector<Tag> tags;
    std::vector<Posting> postings;
};

Entry entry_of(Exported const& one) {
    auto const& t = one.transfer;
    Entry entry{t.day,
                number_text(t.number),
                harmless(t.text),
                {{"txn", number_text(t.number)}},
                {{t.debit, t.fen}, {t.credit, -t.fen}}};
    entry.tags.insert(entry.tags.end(), one.tags.begin(), one.tags.end());
    if (t.reverses) entry.tags.push_back({"reverses", number_text(*t.reverses)});
    return entry;
}

// By day, then number; what lies before the first day becomes one opening entry.
std::vector<Entry> entries_of(Export const& from) {
    auto sorted = from.entries;
    std::ranges::sort(sorted, {}, [](Exported const& one) {
        return std::pair{one.transfer.day, one.transfer.number};
    });
    std::map<std::string, Fen> opening;
    std::vector<Entry> entries;
    for (auto const& one : sorted) {
        if (!one.transfer.moves()) continue;
        if (from.from && one.transfer.day < *from.from) {
            opening[one.transfer.debit] += one.transfer.fen;
            opening[one.transfer.credit] -= one.transfer.fen;
        } else {
            entries.push_back(entry_of(one));
        }
    }
    std::erase_if(opening, [](auto const& each) { return each.second == 0; });
    if (opening.empty()) return entries;
    Entry first{*from.from, "", "opening balances", {{"txn", "opening"}}, {}};
    for (auto const& [account, fen] : opening) first.postings.push_back({account, fen});
    entries.insert(entries.begin(), std::move(first));
    return entries;
}

void add_balances(std::vector<Entry>& entries) {
    std::map<std::string, Fen> running;
    std::map<std::pair<Day, std::string>, Posting*> last;
    for (auto& entry : entries)
        for (auto& posting : entry.postings) {
            running[posting.account] += posting.fen;
            auto& latest = last[{entry.day, posting.account}];
            if (latest) latest->balance.reset();
            posting.balance = running[posting.account];
            latest = &posting;
        }
}

std::set<std::string> accounts_in(std::vector<Entry> const& entries) {
    std::set<std::string> codes;
    for (auto const& entry : entries)
        for (auto const& posting : entry.postings) codes.insert(posting.account);
    return codes;
}

std::string posting_line(int indent, Posting const& posting) {
    return fmt::format("{:{}}{:<34}  {:>12} CNY", "", indent, posting.account,
                       written_yuan(posting.fen));
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string name_of(Export const& from, std::string const& code) {
    auto const found = std::ranges::find(from.accounts, code, &Account::code);
    return found == from.accounts.end() ? code : found->name;
}

// Of the period alone: what lies before it is in the opening balance.
std::string head_of(Export const& from) {
    std::int64_t first = 0, last = 0;
    for (auto const& one : from.entries) {
        if (!one.transfer.moves() || (from.from && one.transfer.day < *from.from)) continue;
        if (first == 0) first = one.transfer.number;
        first = std::min(first, one.transfer.number);
        last = std::max(last, one.transfer.number);
    }
    return fmt::format("; banshi aid export v1; ledger {}; transfers {}..{}; log size {}\n",
                       from.ledger, first, last, from.log_size);
}

}  // namespace

std::string harmless(std::string_view text) {
    std::string out;
    for (char const c : text) {
        bool const sharp = std::string_view(";|*!()").find(c) != std::string_view::npos;
        char const plain = sharp || static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
        if (plain != ' ' || (!out.empty() && out.back() != ' ')) out += plain;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string journal(Export const& from) {
    auto entries = entries_of(from);
    add_balances(entries);
    std::string out = head_of(from) + "commodity CNY 1000.00\n";
    std::set<std::string> tags;
    for (auto const& entry : entries)
        for (auto const& tag : entry.tags) tags.insert(tag.name);
    for (auto const& tag : tags) out += "tag " + tag + "\n";
    for (auto const& code : accounts_in(entries)) out += "account " + code + "\n";
    for (auto const& entry : entries) {
        auto const number = entry.number.empty() ? "" : "(" + entry.number + ") ";
        out += fmt::format("\n{} * {}{}\n", written(entry.day), number, entry.text);
        for (auto const& tag : entry.tags)
            out += fmt::format("    ; {}: {}\n", tag.name, harmless(tag.value));
        for (auto const& posting : entry.postings) {
            out += posting_line(4, posting);
            if (posting.balance) out += " = " + written_yuan(*posting.balance) + " CNY";
            out += "\n";
        }
    }
    return out;
}

// A balance is taken at the start of its day, and without the first option a fen slips through.
std::string beancount(Export const& from) {
    auto entries = entries_of(from);
    add_balances(entries);
    std::string out = fmt::format(
        "option \"title\" {}\noption \"operating_currency\" \"CNY\"\n"
        "option \"inferred_tolerance_multiplier\" \"0\"\n",
        in_quotes("banshi aid ledger " + from.ledger));
    auto const first = entries.empty() ? Day{} : entries.front().day;
    for (auto const& code : accounts_in(entries))
        out += fmt::format("{} open {:<32} CNY\n  name-zh: {}\n", written(first), code,
                           in_quotes(name_of(from, code)));
    for (auto const& entry : entries) {
        auto const link = entry.number.empty() ? "" : " ^" + entry.number;
        out += fmt::format("\n{} * {}{}", written(entry.day), in_quotes(entry.text), link);
        for (auto const& tag : entry.tags)
            if (tag.name == "reverses") out += " ^" + tag.value;
        out += "\n";
        for (auto const& tag : entry.tags)
            out += fmt::format("  {}: {}\n", tag.name, in_quotes(harmless(tag.value)));
        for (auto const& posting : entry.postings) out += posting_line(2, posting) + "\n";
        for (auto const& posting : entry.postings)
            if (posting.balance)
                out += fmt::format("{} balance {}  {}0 CNY\n", written(entry.day + days{1}),
                                   posting.account, written_yuan(*posting.balance));
    }
    return out;
}

}  // namespace banshi::ledger
