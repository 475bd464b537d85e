#include "documents/table_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "documents/characters.h"
#include "documents/csv.h"
#include "documents/written_date.h"

namespace banshi::documents {

namespace {

constexpr int head_rows = 10;
constexpr int least_heads = 3;

std::string folded_head(std::string_view head) {
    auto text = half_width(head);
    text.resize(std::min(text.find('('), text.size()));
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '*'; });
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    return text;
}

std::string two(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string written_moment(WallTime const& at) {
    auto const minutes = std::chrono::floor<Minutes>(at.since_midnight).count();
    if (minutes == 0) return written(at.day);
    return written(at.day) + " " + two(static_cast<unsigned>(minutes / 60)) + ":" +
           two(static_cast<unsigned>(minutes % 60));
}

// A telephone that was typed as a number keeps its figures.
std::string written_number(double value) {
    if (std::abs(value) < 1e15 && value == std::floor(value))
        return std::to_string(static_cast<std::int64_t>(value));
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string plain_text(Cell const& cell) {
    if (auto const* const text = std::get_if<std::string>(&cell)) return plain_figures(*text);
    if (auto const* const number = std::get_if<double>(&cell)) return written_number(*number);
    if (auto const* const count = std::get_if<std::int64_t>(&cell)) return std::to_string(*count);
    if (auto const* const day = std::get_if<Day>(&cell)) return written(*day);
    if (auto const* const at = std::get_if<WallTime>(&cell)) return written_moment(*at);
    if (auto const* const time = std::get_if<Seconds>(&cell))
        return written_clock(std::chrono::floor<Minutes>(*time));
    return "";
}

// Of a cell without a format, or of a text of figures alone; else 0.
double serial_in(std::string const& text) {
    auto const plain = half_width(text);
    auto const* const end = plain.data() + plain.size();
    double value = 0;
    return std::from_chars(plain.data(), end, value).ptr == end ? value : 0;
}

std::string trimmed(std::string const& text) {
    auto const begin = text.find_first_not_of(" \t\n");
    return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

// 2,000,000 as 2000000; other commas stay.
std::string without_thousands(std::string const& text) {
    auto const is_figure = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const parts = text[at] == ',' && at > 0 && is_figure(at - 1) && is_figure(at + 1) &&
                           is_figure(at + 2) && is_figure(at + 3) && !is_figure(at + 4);
        if (!parts) out += text[at];
    }
    return out;
}

// Reads the cells of one sheet; what it finds out about a cell goes to its row.
class CellReader {
public:
    CellReader(TableRow& row, std::size_t place, bool from_1904)
        : row_(row), column_(place), from_1904_(from_1904) {}

    std::string read(ReadCell const& cell, TableColumn const& column) {
        auto const holds = column.holds;
        if (cell.is_formula) return fault("formula", cell);
        if (cell.is_fault) return fault("fault", cell);
        if (cell.is_merged) return fault("merged", cell);
        switch (holds) {
            case ColumnHolds::line:
                return trimmed(one_line(plain_text(cell.value)));
            case ColumnHolds::text:
                return trimmed(clean(plain_text(cell.value)));
            case ColumnHolds::count:
                return count(cell, column.around);
            case ColumnHolds::day:
            case ColumnHolds::moment:
                break;
        }
        return moment(cell, holds);
    }

private:
    // The cell stays as it was written, to be put right.
    std::string fault(std::string const& code, ReadCell const& cell) {
        row_.faults.push_back({column_, code});
        return trimmed(one_line(plain_text(cell.value)));
    }

    // 2,000, and 约 500 余户.
    std::string count(ReadCell const& cell, std::vector<std::string> const& around) {
        auto const written = without_thousands(folded_name(plain_text(cell.value)));
        auto text = written;
        for (auto const& word : around)
            if (auto const at = text.find(word); at != text.npos) text.erase(at, word.size());
        bool const figures = text.find_first_not_of("0123456789") == text.npos;
        if (!figures || text.size() > 9 || text.empty() != written.empty())
            return fault("count", cell);
        if (text != written) row_.remarks.push_back({column_, "words"});
        return text;
    }

    std::string moment(ReadCell const& cell, ColumnHolds holds) {
        auto const text = trimmed(plain_text(cell.value));
        if (text.empty()) return "";
        auto const serial = moment_of_serial(serial_in(text), from_1904_);
        if (serial) row_.remarks.push_back({column_, "serial"});
        auto const at = serial ? Result<WallTime>(*serial) : read_written_date(text);
        if (!at) return fault(at.refusal().text, cell);
        return holds == ColumnHolds::day ? written(at.value().day) : written_moment(at.value());
    }

    TableRow& row_;
    std::size_t column_;
    bool from_1904_;
};

class TableReader {
public:
    explicit TableReader(std::vector<TableColumn> const& columns) : columns_(columns) {
        for (std::size_t at = 0; at < columns.size(); ++at)
            for (auto const& head : columns[at].heads) known_.emplace(folded_head(head), at);
    }

    std::optional<FileTable> read(ReadSheet const& sheet) {
        for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
            if (sheet.rows[at].number > head_rows) break;
            auto const heads = heads_in(sheet.rows[at]);
            auto const known = [](Head const& head) { return head.column.has_value(); };
            if (std::ranges::count_if(heads, known) < least_heads) continue;
            return table_of(sheet, at + 1, heads);
        }
        return std::nullopt;
    }

private:
    struct Head {
        std::string text;
        std::optional<std::size_t> column;
    };

    std::vector<Head> heads_in(ReadRow const& row) const {
        std::vector<Head> heads;
        std::vector<bool> taken(columns_.size());
        for (auto const& cell : row.cells) {
            auto& head = heads.emplace_back();
            head.text = trimmed(one_line(plain_text(cell.value)));
            auto const found = known_.find(folded_head(head.text));
            if (head.text.empty() || found == known_.end() || taken[found->second]) continue;
            head.column = found->second;
            taken[found->second] = true;
        }
        return heads;
    }

    FileTable table_of(ReadSheet const& sheet, std::size_t first, std::vector<Head> const& heads) {
        FileTable table;
        for (auto const& [text, column] : heads) {
            if (column) table.keys.push_back(columns_[*column].key);
            if (column || !text.empty()) (column ? table.heads : table.ignored).push_back(text);
        }
        for (std::size_t at = first; at < sheet.rows.size(); ++at) {
            auto row = row_of(sheet.rows[at], heads, sheet.from_1904);
            bool const empty = std::ranges::all_of(row.cells, &std::string::empty);
            if (!empty || !row.faults.empty()) table.rows.push_back(std::move(row));
        }
        return table;
    }

    TableRow row_of(ReadRow const& read, std::vector<Head> const& heads, bool from_1904) {
        TableRow row{read.number, {}, {}, {}};
        for (std::size_t at = 0; at < heads.size(); ++at) {
            if (!heads[at].column) continue;
            auto const cell = at < read.cells.size() ? read.cells[at] : ReadCell{};
            CellReader reader(row, row.cells.size(), from_1904);
            auto text = reader.read(cell, columns_[*heads[at].column]);
            row.cells.push_back(std::move(text));
        }
        return row;
    }

    std::vector<TableColumn> const& columns_;
    std::map<std::string, std::size_t> known_;
};

}  // namespace

std::vector<std::string> names_in(std::string_view list) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= list.size();) {
        auto const end = std::min(list.find('|', at), list.size());
        if (end > at) names.emplace_back(list.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

std::string folded_name(std::string_view written) {
    auto out = half_width(written);
    std::erase(out, ' ');
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    return out;
}

std::string said_in_cell(Cell const& cell) { return trimmed(one_line(plain_text(cell))); }

Result<FileTable> read_table(std::string_view bytes, std::vector<TableColumn> const& columns,
                             WorkbookLimits const& limits) {
    // A title and the heads are no rows of the table.
    auto wider = limits;
    wider.rows += head_rows;
    bool const is_workbook = bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0");
    std::vector<ReadSheet> sheets;
    if (is_workbook) {
        sheets = TRY(read_workbook(bytes, wider));
    } else {
        auto rows = TRY(read_csv(bytes, wider));
        sheets.push_back({"", std::move(rows), false});
    }
    TableReader reader(columns);
    std::optional<FileTable> table;
    std::vector<std::string> passed;
    for (auto const& sheet : sheets) {
        if (!table && (table = reader.read(sheet))) continue;
        if (!sheet.rows.empty()) passed.push_back(sheet.name);
    }
    if (!table) return Refusal{Why::invalid, "table.no_heads"};
    table->passed = std::move(passed);
    if (table->rows.size() <= limits.rows) return *std::move(table);
    return Refusal{
        Why::invalid,
        "workbook.too_many",
        "rows",
        {},
        {{"rows", std::to_string(limits.rows)}, {"columns", std::to_string(limits.columns)}}};
}

}  // namespace banshi::documents
