#include "documents/csv.h"

#include <algorithm>

#include "documents/characters.h"
#include "documents/encoding.h"

namespace banshi::documents {

namespace {

Refusal too_many(WorkbookLimits const& limits) {
    return {Why::invalid,
            "csv.too_many",
            {},
            {},
            {{"rows", std::to_string(limits.rows)}, {"columns", std::to_string(limits.columns)}}};
}

// Of UTF-16, known by its mark or by the empty halves of its commas and line ends; else nothing.
char const* wide_encoding(std::string_view bytes) {
    if (bytes.size() % 2 != 0) return nullptr;
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    std::size_t empty[2] = {0, 0};
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (bytes[at] == 0) ++empty[at % 2];
    if (empty[0] == empty[1]) return nullptr;
    return empty[0] > empty[1] ? "UTF-16BE" : "UTF-16LE";
}

// The first line that has two of them tells, for heads hold no marks of their own.
char parting_mark(std::string_view text) {
    constexpr std::string_view marks = ",\t;";
    std::size_t count[marks.size()] = {};
    bool quoted = false;
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (auto const mark = marks.find(c); mark != marks.npos) ++count[mark];
        if (c != '\n' && c != '\r') continue;
        if (std::ranges::max(count) >= 2) break;
        std::ranges::fill(count, 0);
    }
    auto const most = std::ranges::max_element(count);
    return *most < 2 ? ',' : marks[static_cast<std::size_t>(most - count)];
}

Result<std::string> in_utf8(std::string_view bytes) {
    constexpr std::string_view mark = "\uFEFF";  // Excel begins its UTF-8 with it
    if (auto const* const wide = wide_encoding(bytes)) {
        if (auto text = Converter(wide, "UTF-8").converted(bytes)) return *std::move(text);
        return Refusal{Why::invalid, "csv.encoding"};
    }
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    if (auto text = Converter("UTF-8", "UTF-8").converted(bytes)) return *std::move(text);
    if (auto text = Converter("GB18030", "UTF-8").converted(bytes)) return *std::move(text);
    return Refusal{Why::invalid, "csv.encoding"};
}

class CsvReader {
public:
    CsvReader(std::string_view text, WorkbookLimits const& limits)
        : rest_(text), mark_(1, parting_mark(text)), ends_(mark_ + "\r\n"), limits_(limits) {}

    Result<std::vector<ReadRow>> read() {
        while (!rest_.empty()) {
            auto row = TRY(read_row());
            bool const empty = std::ranges::all_of(
                row.cells, [](auto const& cell) { return cell.value.index() == 0; });
            if (empty) continue;
            if (rows_.size() == limits_.rows) return too_many(limits_);
            rows_.push_back(std::move(row));
        }
        return std::move(rows_);
    }

private:
    Result<ReadRow> read_row() {
        ReadRow row{line_, {}};
        for (;;) {
            auto const text = clean(TRY(read_cell()));
            if (row.cells.size() == limits_.columns || cells_++ == limits_.cells)
                return too_many(limits_);
            row.cells.emplace_back();
            if (!text.empty()) row.cells.back().value = text;
            if (take(mark_)) continue;
            if (!take("\r\n") && !take("\n")) take("\r");
            ++line_;
            return row;
        }
    }

    Result<std::string> read_cell() {
        if (take("\"")) return read_quoted();
        auto const end = std::min(rest_.find_first_of(ends_), rest_.size());
        std::string const text(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return text;
    }

    Result<std::string> read_quoted() {
        Refusal const unended{Why::invalid, "csv.quote", {}, {}, {{"line", std::to_string(line_)}}};
        std::string text;
        for (;;) {
            auto const end = rest_.find('"');
            if (end == rest_.npos) return unended;
            text += rest_.substr(0, end);
            line_ += static_cast<int>(std::count(rest_.begin(), rest_.begin() + end, '\n'));
            rest_.remove_prefix(end + 1);
            if (!take("\"")) break;
            text += '"';
        }
        bool const ends = rest_.empty() || ends_.find(rest_[0]) != ends_.npos;
        if (!ends) return unended;
        return text;
    }

    bool take(std::string_view wanted) {
        if (!rest_.starts_with(wanted)) return false;
        rest_.remove_prefix(wanted.size());
        return true;
    }

    std::string_view rest_;
    std::string const mark_, ends_;
    WorkbookLimits const& limits_;
    std::vector<ReadRow> rows_;
    std::size_t cells_ = 0;
    int line_ = 1;
};

// Every mark that may part cells is quoted: a reader guesses from those that stand bare.
std::string in_quotes(std::string const& text) {
    if (text.find_first_of("\",;\t\r\n") == text.npos) return text;
    std::string out = "\"";
    for (char const c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
}

}  // namespace

Result<std::vector<ReadRow>> read_csv(std::string_view bytes, WorkbookLimits const& limits) {
    if (bytes.size() > limits.bytes) return Refusal{Why::invalid, "csv.too_large"};
    auto const text = TRY(in_utf8(bytes));
    return CsvReader(text, limits).read();
}

std::string written_csv(std::vector<std::vector<std::string>> const& rows) {
    std::string out;
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) out += (i ? "," : "") + in_quotes(row[i]);
        out += "\r\n";
    }
    return out;
}

}  // namespace banshi::documents
