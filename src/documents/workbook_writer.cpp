#include "documents/workbook_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "documents/characters.h"

namespace banshi::documents {

namespace {

void require(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

// A file without a name, in memory, for a library that only writes to files.
class MemoryFile {
public:
    MemoryFile() : number_(memfd_create("workbook", MFD_CLOEXEC)) {
        if (number_ < 0) throw std::system_error(errno, std::generic_category(), "workbook");
    }
    ~MemoryFile() { close(number_); }
    MemoryFile(MemoryFile const&) = delete;

    std::string path() const { return fmt::format("/proc/self/fd/{}", number_); }
    std::string bytes() const {
        std::string all(static_cast<std::size_t>(lseek(number_, 0, SEEK_END)), '\0');
        std::size_t done = 0;
        while (done < all.size()) {
            auto const count =
                pread(number_, all.data() + done, all.size() - done, static_cast<off_t>(done));
            if (count <= 0) throw std::system_error(errno, std::generic_category(), "workbook");
            done += static_cast<std::size_t>(count);
        }
        return all;
    }

private:
    int number_;
};

std::string front(std::string const& text, std::size_t most) {
    auto const all = characters(text);
    if (all.size() <= most) return text;
    std::string out;
    for (std::size_t i = 0; i < most; ++i) out += utf8(all[i]);
    return out;
}

// The limits of Excel itself.
std::string sheet_name(std::string const& wished) {
    auto name = front(one_line(wished), 31);
    for (auto& c : name)
        if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = ' ';
    return name;
}

// Characters outside the first plane count twice, so half of what Excel takes always fits.
std::string cell_text(std::string const& text) {
    auto const safe = clean(text);
    constexpr std::size_t excel_takes = 32767;
    return safe.size() <= excel_takes ? safe : front(safe, excel_takes / 2);
}

double serial(Day day) {
    constexpr Day day_zero{std::chrono::year{1899} / 12 / 30};
    return static_cast<double>((day - day_zero).count());
}

double serial(Seconds time) { return static_cast<double>(time.count()) / (24 * 60 * 60); }

constexpr std::array<char const*, 7> formats = {
    "@", "#,##0", "#,##0.00", "yyyy-mm-dd", "hh:mm", "yyyy-mm-dd hh:mm", "0.0%"};

// The place of a kind's value among the alternatives of a cell.
std::size_t alternative(CellKind kind) {
    switch (kind) {
        case CellKind::text:
            return Cell(std::string()).index();
        case CellKind::integer:
        case CellKind::money:
            return Cell(std::int64_t()).index();
        case CellKind::date:
            return Cell(Day()).index();
        case CellKind::time:
            return Cell(Seconds()).index();
        case CellKind::moment:
            return Cell(WallTime()).index();
        case CellKind::percent:
            return Cell(double()).index();
    }
    return 0;
}

double number_in(Cell const& cell, CellKind kind) {
    if (auto const* whole = std::get_if<std::int64_t>(&cell))
        return kind == CellKind::money ? static_cast<double>(*whole) / 100
                                       : static_cast<double>(*whole);
    if (auto const* share = std::get_if<double>(&cell)) return *share;
    if (auto const* day = std::get_if<Day>(&cell)) return serial(*day);
    if (auto const* time = std::get_if<Seconds>(&cell)) return serial(*time);
    auto const& moment = std::get<WallTime>(cell);
    return serial(moment.day) + serial(moment.since_midnight);
}

}  // namespace

struct WorkbookWriter::Book {
    MemoryFile file;
    lxw_workbook* book = nullptr;  // ours until workbook_close
    lxw_worksheet* page = nullptr;
    WorkbookSheet sheet;
    lxw_row_t row = 0;
    lxw_row_t heads = 0;
    lxw_format* bold = nullptr;
    std::array<lxw_format*, formats.size()> shown{};

    ~Book() {
        if (book) lxw_workbook_free(book);
    }

    lxw_format* format(CellKind kind) const { return shown[static_cast<std::size_t>(kind)]; }
    void write_text(lxw_col_t, std::string const& text, lxw_format*);
    void set_columns();
    void offer(std::vector<std::string>& choices, lxw_col_t);
    void set_print();
    void write_above();
    void end_sheet();
};

WorkbookWriter::WorkbookWriter(Instant made) : book_(std::make_unique<Book>()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_->book = workbook_new_opt(book_->file.path().c_str(), &options);
    CHECK(book_->book);

    lxw_doc_properties facts{};
    facts.created = std::chrono::floor<std::chrono::seconds>(made).time_since_epoch().count();
    require(workbook_set_properties(book_->book, &facts));
    book_->bold = workbook_add_format(book_->book);
    format_set_bold(book_->bold);
    for (std::size_t i = 0; i < formats.size(); ++i) {
        book_->shown[i] = workbook_add_format(book_->book);
        format_set_num_format(book_->shown[i], formats[i]);
    }
}

WorkbookWriter::~WorkbookWriter() = default;

void WorkbookWriter::Book::set_columns() {
    for (lxw_col_t i = 0; auto& column : sheet.columns) {
        require(worksheet_set_column(page, i, i, column.width, format(column.kind)));
        if (!column.choices.empty()) offer(column.choices, i);
        ++i;
    }
}

void WorkbookWriter::Book::offer(std::vector<std::string>& choices, lxw_col_t column) {
    std::vector<char*> list;
    for (auto& choice : choices) list.push_back(choice.data());
    list.push_back(nullptr);
    lxw_data_validation check{};
    check.validate = LXW_VALIDATION_TYPE_LIST;
    check.value_list = list.data();
    auto const first = heads + 1, last = static_cast<lxw_row_t>(LXW_ROW_MAX - 1);
    auto const done = worksheet_data_validation_range(page, first, column, last, column, &check);
    // Excel holds 255 characters of choices; a longer list is typed in freely.
    if (done != LXW_ERROR_255_STRING_LENGTH_EXCEEDED) require(done);
}

void WorkbookWriter::Book::set_print() {
    constexpr std::uint8_t a3 = 8, a4 = 9;  // as printers number them
    worksheet_set_landscape(page);
    worksheet_set_paper(page, sheet.paper == Paper::a3 ? a3 : a4);
    worksheet_fit_to_pages(page, 1, 0);
    require(worksheet_repeat_rows(page, heads, heads));
}

void WorkbookWriter::Book::write_text(lxw_col_t column, std::string const& text, lxw_format* with) {
    require(worksheet_write_string(page, row, column, cell_text(text).c_str(), with));
}

void WorkbookWriter::Book::write_above() {
    for (auto const& line : sheet.lines) {
        write_text(0, line, row == 0 ? bold : nullptr);
        ++row;
    }
    for (lxw_col_t i = 0; auto const& column : sheet.columns) write_text(i++, column.title, bold);
    ++row;
}

void WorkbookWriter::Book::end_sheet() {
    if (!page) return;
    auto const last = static_cast<lxw_col_t>(sheet.columns.size() - 1);
    require(worksheet_autofilter(page, heads, 0, std::max(row, heads + 1) - 1, last));
}

void WorkbookWriter::begin_sheet(WorkbookSheet sheet) {
    CHECK(!sheet.columns.empty());
    auto& book = *book_;
    book.end_sheet();
    auto const name = sheet_name(sheet.name);
    require(workbook_validate_sheet_name(book.book, name.c_str()));
    book.page = workbook_add_worksheet(book.book, name.c_str());
    CHECK(book.page);
    book.sheet = std::move(sheet);
    book.row = 0;
    book.heads = static_cast<lxw_row_t>(book.sheet.lines.size());
    book.set_columns();
    book.set_print();
    book.write_above();
    worksheet_freeze_panes(book.page, book.row, 0);
}

void WorkbookWriter::add_row(std::vector<Cell> const& cells) {
    auto& book = *book_;
    CHECK(book.page && cells.size() == book.sheet.columns.size());
    for (lxw_col_t i = 0; auto const& cell : cells) {
        auto const kind = book.sheet.columns[i].kind;
        auto const column = i++;
        if (cell.index() == 0) continue;
        CHECK(cell.index() == alternative(kind));
        auto* const format = book.format(kind);
        if (auto const* text = std::get_if<std::string>(&cell))
            book.write_text(column, *text, format);
        else
            require(
                worksheet_write_number(book.page, book.row, column, number_in(cell, kind), format));
    }
    ++book.row;
}

std::string WorkbookWriter::finish() && {
    book_->end_sheet();
    require(workbook_close(std::exchange(book_->book, nullptr)));
    return book_->file.bytes();
}

}  // namespace banshi::documents
