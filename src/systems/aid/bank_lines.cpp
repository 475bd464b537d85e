#include "systems/aid/bank_lines.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "documents/csv.h"
#include "engines/record/hash.h"

namespace banshi::aid {

namespace {

using documents::ReadRow;

// Some banks keep spreadsheets from eating long numbers by a tab or an apostrophe.
std::string unguarded(std::string text) {
    while (!text.empty() && (text.front() == '\t' || text.front() == '\'' || text.front() == ' '))
        text.erase(0, 1);
    while (!text.empty() && (text.back() == '\t' || text.back() == ' ')) text.pop_back();
    return text;
}

std::string cell(ReadRow const& row, std::size_t column) {
    if (column >= row.cells.size()) return "";
    auto const* const text = std::get_if<std::string>(&row.cells[column].value);
    return text ? unguarded(*text) : "";
}

Refusal wrong(char const* code, ReadRow const& row) {
    auto const number = std::to_string(row.number);
    return {Why::invalid, code, number, "file", {{"row", number}}};
}

class Columns {
public:
    static Result<Columns> of(ReadRow const& head, AdapterSettings const& adapter) {
        Columns columns(adapter);
        auto const& a = adapter;
        for (auto const& [name, needed] : {std::pair{a.booked_on, true},
                                           {a.amount, a.debit.empty()},
                                           {a.debit, !a.debit.empty()},
                                           {a.credit, !a.debit.empty()},
                                           {a.balance, true},
                                           {a.account, !a.account.empty()},
                                           {a.currency, !a.currency.empty()},
                                           {a.name, false},
                                           {a.counterparty, false},
                                           {a.ref, false},
                                           {a.remark, false}}) {
            for (std::size_t at = 0; at < head.cells.size(); ++at)
                if (!name.empty() && cell(head, at) == name) columns.at_.try_emplace(name, at);
            if (needed && !columns.at_.contains(name))
                return Refusal{Why::invalid, "statement.column", name, "file", {{"column", name}}};
        }
        return columns;
    }

    std::string text(ReadRow const& row, std::string const& name) const {
        auto const found = at_.find(name);
        return found == at_.end() ? "" : cell(row, found->second);
    }
    std::optional<Fen> fen(ReadRow const& row, std::string const& name) const {
        auto const value = text(row, name);
        if (adapter_.unit == AmountUnit::yuan) return read_yuan(value);
        Fen fen = 0;
        auto const* const end = value.data() + value.size();
        auto const read = std::from_chars(value.data(), end, fen);
        bool const whole = read.ec == std::errc{} && read.ptr == end && !value.empty();
        if (!whole || fen > most_fen || fen < -most_fen) return {};
        return fen;
    }
    std::optional<Fen> amount(ReadRow const& row) const {
        if (adapter_.debit.empty()) return fen(row, adapter_.amount);
        auto const side = [&](std::string const& name) {
            return text(row, name).empty() ? std::optional<Fen>(0) : fen(row, name);
        };
        auto const out = side(adapter_.debit), in = side(adapter_.credit);
        if (!out || !in || (*out != 0 && *in != 0)) return {};
        return *in - *out;
    }
    std::optional<Day> day(ReadRow const& row) const {
        auto value = text(row, adapter_.booked_on).substr(0, 10);
        if (value.size() == 8)
            value = value.substr(0, 4) + "-" + value.substr(4, 2) + "-" + value.substr(6);
        std::ranges::replace(value, '/', '-');
        return read_day(value);
    }

private:
    explicit Columns(AdapterSettings const& adapter) : adapter_(adapter) {}
    AdapterSettings const& adapter_;
    std::map<std::string, std::size_t> at_;
};

Result<BankLine> line_of(ReadRow const& row, Columns const& columns, AdapterSettings const& a,
                         std::string const& account, Day today) {
    auto const day = columns.day(row);
    if (!day) return wrong("statement.day", row);
    if (*day > today) return wrong("statement.future", row);
    auto const fen = columns.amount(row), balance = columns.fen(row, a.balance);
    if (!fen || !balance || *fen == 0) return wrong("statement.amount", row);
    auto const currency = columns.text(row, a.currency);
    if (!currency.empty() && currency != "CNY" && currency != "RMB" && currency != "人民币")
        return wrong("statement.currency", row);
    auto const own = a.account.empty() ? account : columns.text(row, a.account);
    if (own != account) return wrong("statement.account", row);
    return BankLine{own,
                    *day,
                    *fen,
                    *balance,
                    columns.text(row, a.name),
                    columns.text(row, a.counterparty),
                    columns.text(row, a.ref),
                    columns.text(row, a.remark),
                    row.number};
}

}  // namespace

Result<std::vector<BankLine>> read_statement(std::string_view bytes, AdapterSettings const& adapter,
                                             std::string const& account, Day today) {
    auto rows = TRY(documents::read_csv(bytes));
    std::erase_if(rows, [&](ReadRow const& row) { return row.number <= adapter.skip_lines; });
    if (rows.size() < 2) return Refusal{Why::invalid, "statement.empty", {}, "file"};
    auto const columns = TRY(Columns::of(rows.front(), adapter));
    std::vector<BankLine> lines;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
        lines.push_back(TRY(line_of(*row, columns, adapter, account, today)));
    if (adapter.newest_first) std::ranges::reverse(lines);
    return lines;
}

std::string key_of(BankLine const& line) {
    constexpr std::string_view between = "\x1f";
    auto const day = written(line.booked_on), fen = std::to_string(line.fen),
               balance = std::to_string(line.balance_after);
    return record::hex(record::sha256({line.account, between, day, between, fen, between, balance,
                                       between, line.counterparty, between, line.remark}));
}

Result<Sorted> sort_out(std::vector<BankLine> const& lines, std::vector<KnownLine> const& known) {
    std::map<std::string, int> in_file, seen_refs, left;
    std::map<std::string, Fen> amounts;
    for (auto const& line : lines) ++in_file[line.ref];
    for (auto const& each : known) {
        ++seen_refs[each.ref];
        ++left[each.key];
        amounts[each.ref] = each.fen;
    }
    Sorted sorted;
    for (auto const& line : lines) {
        bool const told = !line.ref.empty() && in_file[line.ref] == 1 && seen_refs[line.ref] == 1;
        if (told && amounts[line.ref] != line.fen)
            return Refusal{Why::conflict,
                           "statement.conflict",
                           line.ref,
                           "file",
                           {{"ref", line.ref},
                            {"before", written_yuan(amounts[line.ref])},
                            {"now", written_yuan(line.fen)}}};
        bool const counted = !told && left[key_of(line)]-- > 0;
        if (told || counted)
            ++sorted.known;
        else
            sorted.fresh.push_back(line);
    }
    return sorted;
}

std::optional<int> broken_at(std::vector<BankLine> const& lines, Fen opening) {
    Day latest{};
    for (auto const& line : lines) {
        if (opening + line.fen != line.balance_after || line.booked_on < latest) return line.row;
        opening = line.balance_after;
        latest = line.booked_on;
    }
    return {};
}

}  // namespace banshi::aid
