#include "documents/workbook_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "documents/workbook_parts.h"

namespace banshi::documents {

namespace {

constexpr std::size_t excel_columns = 16384;
constexpr int excel_rows = 1048576;

struct Place {
    std::size_t column = 0;
    int row = 0;
};

// AB12; nothing when it is no such name.
std::optional<Place> place_of(std::string_view name) {
    Place place;
    std::size_t letters = 0;
    for (; letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z'; ++letters) {
        place.column = place.column * 26 + static_cast<std::size_t>(name[letters] - 'A') + 1;
        if (place.column > excel_columns) return std::nullopt;
    }
    auto const end = name.data() + name.size();
    auto const digits = std::from_chars(name.data() + letters, end, place.row);
    if (letters == 0 || digits.ptr != end || place.row < 1 || place.row > excel_rows)
        return std::nullopt;
    --place.column;
    return place;
}

Refusal bad_workbook(std::string const& why) { return {Why::invalid, "workbook.broken", why}; }
Refusal too_many(std::string const& what) { return {Why::invalid, "workbook.too_many", what}; }
Refusal too_large(std::string const& what) { return {Why::invalid, "workbook.too_large", what}; }

// Serial numbers count days, and their fractions the time of day.
Cell dated(double serial, NumberFormat format, bool from_1904) {
    constexpr double last_day = 2958466;
    if (serial < 0 || serial >= last_day) return serial;
    constexpr std::int64_t day_seconds = 24 * 60 * 60;
    auto const seconds = std::llround(serial * day_seconds);
    // A format of hours alone may hide a date, but nobody counts a thousand days in hours.
    if (format == NumberFormat::time && serial < 1000) return Seconds{seconds};

    // Excel believes in a 29 February 1900; before it, days count from one day later.
    auto const zero = from_1904     ? Day{std::chrono::year{1904} / 1 / 1}
                      : serial < 60 ? Day{std::chrono::year{1899} / 12 / 31}
                                    : Day{std::chrono::year{1899} / 12 / 30};
    auto const day = zero + std::chrono::days{seconds / day_seconds};
    auto const rest = Seconds{seconds % day_seconds};
    if (format == NumberFormat::date && rest == Seconds{0}) return day;
    return WallTime{day, rest};
}

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

// What may still come, on all sheets together.
struct Left {
    std::size_t rows, cells, text;

    static Result<void> take(std::size_t& left, std::size_t count,
                             Refusal (*why)(std::string const&), char const* what) {
        if (count > left) return why(what);
        left -= count;
        return {};
    }
};

// One sheet, from the events of its XML.
class SheetReader {
public:
    SheetReader(WorkbookParts const& parts, WorkbookLimits const& limits, Left& left)
        : parts_(parts), limits_(limits), left_(left), runs_(limits.text) {}

    Result<std::vector<ReadRow>> read(Archive& archive, std::string const& path) {
        XmlEvents events;
        events.opened = [this](std::string_view name, Attributes attributes) {
            return opened(name, attributes);
        };
        events.closed = [this](std::string_view name) { return closed(name); };
        events.text = [this](std::string_view text) { return heard(text); };
        TRY(read_xml(archive, path, events));
        return std::move(sheet_);
    }

private:
    Result<void> opened(std::string_view name, Attributes attributes) {
        runs_.opened(name);
        if (name == "row") return open_row(attributes["r"]);
        if (name == "c") return open_cell(attributes);
        if (name == "f") cell_.is_formula = true;
        if (name == "v") in_value_ = true;
        if (name == "mergeCell") return merge(attributes["ref"]);
        return {};
    }

    Result<void> closed(std::string_view name) {
        runs_.closed(name);
        if (name == "v") in_value_ = false;
        if (name == "c") return close_cell();
        if (name == "row") return close_row();
        return {};
    }

    Result<void> heard(std::string_view text) {
        if (!in_value_) return runs_.text(text);
        TRY(Left::take(left_.text, text.size(), too_large, "text"));
        value_ += text;
        return {};
    }

    Result<void> open_row(std::string_view number) {
        auto const before = row_.number;
        row_ = {before + 1, {}};
        column_ = 0;
        if (auto const place = place_of("A" + std::string(number))) row_.number = place->row;
        if (row_.number <= before) return bad_workbook("rows out of order");
        return {};
    }

    Result<void> open_cell(Attributes attributes) {
        cell_ = {};
        value_.clear();
        type_ = attributes["t"];
        style_ = static_cast<std::size_t>(number_in(attributes["s"]).value_or(0));
        if (auto const place = place_of(attributes["r"])) column_ = place->column;
        return {};
    }

    Result<void> close_cell() {
        TRY(set_value());
        auto const column = column_++;
        // Sheets are often painted far beyond their contents.
        if (cell_.value.index() == 0 && !cell_.is_formula) return {};
        if (column >= limits_.columns) return too_many("columns");
        auto& cells = row_.cells;
        if (column >= cells.size()) {
            TRY(Left::take(left_.cells, column + 1 - cells.size(), too_many, "cells"));
            cells.resize(column + 1);
        }
        cells[column] = std::move(cell_);
        return {};
    }

    Result<void> close_row() {
        if (row_.cells.empty()) return {};
        TRY(Left::take(left_.rows, 1, too_many, "rows"));
        sheet_.push_back(std::move(row_));
        row_ = {sheet_.back().number, {}};
        return {};
    }

    Result<void> set_value() {
        auto const inline_text = runs_.taken();
        if (type_ == "s") return set_shared_text();
        if (type_ == "inlineStr") return set_text(inline_text);
        if (value_.empty()) return {};
        cell_.is_fault = type_ == "e";
        if (type_ == "b") return set_text(value_ == "1" ? "TRUE" : "FALSE");
        auto const number = type_.empty() || type_ == "n" ? number_in(value_) : std::nullopt;
        if (!number) return set_text(value_);
        auto const format =
            style_ < parts_.formats.size() ? parts_.formats[style_] : NumberFormat::number;
        cell_.value = format == NumberFormat::number ? Cell(*number)
                                                     : dated(*number, format, parts_.from_1904);
        return {};
    }

    Result<void> set_shared_text() {
        auto const place = number_in(value_);
        if (!place || *place < 0 || *place >= static_cast<double>(parts_.texts.size()))
            return bad_workbook("no such shared text");
        return set_text(parts_.texts[static_cast<std::size_t>(*place)]);
    }

    // Shared texts are small in the file and large when a million cells name one of them.
    Result<void> set_text(std::string const& text) {
        TRY(Left::take(left_.text, text.size(), too_large, "text"));
        if (!text.empty()) cell_.value = text;
        return {};
    }

    // Merged ranges stand behind the rows.
    Result<void> merge(std::string_view range) {
        auto const colon = range.find(':');
        if (colon == range.npos) return {};
        auto const from = place_of(range.substr(0, colon)), to = place_of(range.substr(colon + 1));
        if (!from || !to) return bad_workbook("no such range");
        auto row = std::lower_bound(sheet_.begin(), sheet_.end(), from->row,
                                    [](auto const& row, int n) { return row.number < n; });
        for (; row != sheet_.end() && row->number <= to->row; ++row) {
            // Ranges cannot overlap, so that all of them together touch each cell once.
            TRY(Left::take(merges_left_, row->cells.size() + 1, too_many, "merged cells"));
            for (auto i = from->column; i <= to->column && i < row->cells.size(); ++i)
                row->cells[i].is_merged = true;
        }
        return {};
    }

    WorkbookParts const& parts_;
    WorkbookLimits const& limits_;
    Left& left_;
    TextRuns runs_;
    std::size_t merges_left_ = 20 * limits_.cells;

    std::vector<ReadRow> sheet_;
    ReadRow row_;
    std::size_t column_ = 0;
    ReadCell cell_;
    std::string type_, value_;
    std::size_t style_ = 0;
    bool in_value_ = false;
};

Result<std::vector<ReadSheet>> read_sheets(std::string_view bytes, WorkbookLimits const& limits) {
    auto archive = TRY(Archive::open(bytes, limits.unpacked));
    auto const parts = TRY(read_parts(archive, limits));
    Left left{limits.rows, limits.cells, limits.text};
    std::vector<ReadSheet> sheets;
    for (auto const& sheet : parts.sheets) {
        auto rows = TRY(SheetReader(parts, limits, left).read(archive, sheet.path));
        sheets.push_back({sheet.name, std::move(rows), parts.from_1904});
    }
    return sheets;
}

Refusal with_limits(Refusal why, WorkbookLimits const& limits) {
    why.facts = {{"rows", std::to_string(limits.rows)},
                 {"columns", std::to_string(limits.columns)}};
    return why;
}

}  // namespace

Result<std::vector<ReadSheet>> read_workbook(std::string_view bytes, WorkbookLimits const& limits) {
    // The container of .xls, and of .xlsx under a password.
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return Refusal{Why::invalid, "workbook.old"};
    if (bytes.size() > limits.bytes) return too_large("file");
    auto sheets = read_sheets(bytes, limits);
    if (sheets) return sheets;
    auto const& why = sheets.refusal();
    if (why.text == "archive.too_large") return too_large(why.detail);
    if (why.text == "archive.broken" || why.text == "xml.broken") return bad_workbook(why.detail);
    if (why.text == "workbook.too_many") return with_limits(why, limits);
    return sheets;
}

std::optional<WallTime> moment_of_serial(double serial, bool from_1904) {
    constexpr double first = 20000, last = 60000;  // 1954 to 2064
    if (serial < first || serial > last) return std::nullopt;
    auto const cell = dated(serial, NumberFormat::date, from_1904);
    if (auto const* const day = std::get_if<Day>(&cell)) return WallTime{*day, Seconds{0}};
    return std::get<WallTime>(cell);
}

std::string cell_name(std::size_t column, int row) {
    std::string name;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name + std::to_string(row);
}

}  // namespace banshi::documents
