#include "documents/sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"

namespace banshi::documents {

namespace {

constexpr double paper_width = millimetres(210), paper_height = millimetres(297);
constexpr double margin = millimetres(25);
constexpr double width = paper_width - 2 * margin;
constexpr double foot = paper_height - margin;
constexpr double code_side = millimetres(30);
constexpr double air = 6;       // between blocks, and around a code
constexpr double cell_air = 3;  // around the text of a cell
constexpr double hair = 0.4, strong = 1.2;

// A page being filled from the top, and the ones before it.
class Pages {
public:
    Pages(std::string const& name, Instant made) : canvas(paper_width, paper_height, name, made) {}

    bool has_room_for(double height) const { return y + height <= foot; }
    // On this page where it fits, else on the next one.
    void need(double height) {
        if (!has_room_for(height)) turn();
    }
    void turn() {
        number();
        canvas.next_page();
        ++page_;
        y = margin;
    }
    void write(std::string const& text, Face face, Ink ink = Ink::black) {
        y += canvas.write(text, face, margin, y, width, ink);
    }
    void rule(double thickness, Ink ink = Ink::black) {
        canvas.rule(margin, y, width, thickness, ink);
    }
    std::string finish() && {
        number();
        return std::move(canvas).finish();
    }

    Canvas canvas;
    double y = margin;

private:
    void number() {
        constexpr Face small{9, false, Align::centre};
        canvas.write(fmt::format("— {} —", page_), small, margin, foot + margin / 3, width);
    }

    int page_ = 1;
};

Result<void> add(Pages& pages, Title const& title) {
    constexpr Face face{16, true, Align::centre};
    pages.need(pages.canvas.height_of(title.text, face, width) + 5 * air);
    bool const ruled = title.ink == Ink::red;
    if (ruled) pages.rule(strong, Ink::red);
    pages.y += air;
    pages.write(title.text, face, title.ink);
    pages.y += air;
    if (ruled) pages.rule(strong, Ink::red);
    pages.y += 2 * air;
    return {};
}

Result<void> add(Pages& pages, Heading const& heading) {
    constexpr Face face{13, true};
    constexpr double what_follows = 60;  // a heading never stands alone at the foot
    pages.need(pages.canvas.height_of(heading.text, face, width) + what_follows);
    pages.y += air;
    pages.write(heading.text, face);
    pages.y += air / 2;
    return {};
}

Result<void> add(Pages& pages, Paragraph const& paragraph) {
    Face const face{12, paragraph.bold};
    for (auto const& line : pages.canvas.lines_of(paragraph.text, face, width)) {
        pages.need(pages.canvas.height_of(line, face, width));
        pages.write(line, face);
    }
    pages.y += air;
    return {};
}

class TableWriter {
public:
    TableWriter(Pages& pages, Table const& table) : pages_(pages), table_(table) {
        for (auto const& column : table.columns) shares_ += column.share;
        line_height_ = pages.canvas.height_of("号", face(false), width);
    }

    void write() {
        pages_.need(head_height() + 3 * line_height_);
        write_head();
        for (auto const& row : table_.rows) write_row(row, false);
        pages_.y += 2 * air;
    }

private:
    using Cells = std::vector<std::string>;

    static Face face(bool bold) { return {10, bold}; }
    double width_of(std::size_t column) const {
        return width * table_.columns[column].share / shares_;
    }
    double head_height() const { return line_height_ + 2 * cell_air; }

    void write_head() {
        Cells heads;
        for (auto const& column : table_.columns) heads.push_back(column.head);
        write_row(heads, true);
    }

    // Each cell as the lines that it breaks into.
    std::vector<Cells> broken(Cells const& cells, bool bold) const {
        CHECK(cells.size() == table_.columns.size());
        std::vector<Cells> lines;
        for (std::size_t i = 0; i < cells.size(); ++i)
            lines.push_back(
                pages_.canvas.lines_of(cells[i], face(bold), width_of(i) - 2 * cell_air));
        return lines;
    }

    void write_row(Cells const& cells, bool bold) {
        auto const lines = broken(cells, bold);
        std::size_t most = 0;
        for (auto const& cell : lines) most = std::max(most, cell.size());
        auto const height = static_cast<double>(most) * line_height_ + 2 * cell_air;
        bool const fits_a_page = margin + head_height() + height <= foot;
        if (fits_a_page && !pages_.has_room_for(height)) turn(bold);

        pages_.y += cell_air;
        for (std::size_t number = 0; number < most; ++number) {
            if (!pages_.has_room_for(line_height_)) turn(bold);
            write_line(lines, number, bold);
        }
        pages_.y += cell_air;
        pages_.rule(bold ? strong : hair);
    }

    void write_line(std::vector<Cells> const& lines, std::size_t number, bool bold) {
        double x = margin;
        for (std::size_t i = 0; i < lines.size(); x += width_of(i++)) {
            if (number >= lines[i].size()) continue;
            auto aligned = face(bold);
            aligned.align = table_.columns[i].align;
            pages_.canvas.write(lines[i][number], aligned, x + cell_air, pages_.y,
                                width_of(i) - 2 * cell_air);
        }
        pages_.y += line_height_;
    }

    void turn(bool in_head) {
        pages_.turn();
        if (!in_head) write_head();
    }

    Pages& pages_;
    Table const& table_;
    double shares_ = 0;
    double line_height_ = 0;
};

Result<void> add(Pages& pages, Table const& table) {
    TableWriter(pages, table).write();
    return {};
}

Result<void> add(Pages& pages, Plate const& plate) {
    constexpr Face small{9, false, Align::centre}, large{28, true, Align::centre};
    constexpr double wide = millimetres(80), corner = 5, rim = 1.5;
    auto const caption = pages.canvas.height_of(plate.caption, small, wide);
    auto const number = pages.canvas.height_of(plate.number, large, wide);
    pages.need(caption + number + 3 * air);
    auto const left = margin + (width - wide) / 2;
    pages.canvas.frame(left, pages.y, wide, caption + number + air, corner, rim);
    pages.canvas.write(plate.caption, small, left, pages.y + air / 2, wide);
    pages.canvas.write(plate.number, large, left, pages.y + air / 2 + caption, wide);
    pages.y += caption + number + 3 * air;
    return {};
}

void mark(Pages& pages, Way::Mark mark, double y) {
    constexpr double x = margin + air, size = 3.5;
    if (mark == Way::Mark::cleared)
        pages.canvas.square(x, y, 2 * size);
    else
        pages.canvas.dot(x, y, size, mark == Way::Mark::passed);
}

Result<void> add(Pages& pages, Way const& way) {
    constexpr Face face{11}, small{9};
    constexpr double left = margin + 4 * air, room = width - 4 * air, thin = 0.8;
    for (std::size_t i = 0; i < way.stops.size(); ++i) {
        auto const& stop = way.stops[i];
        auto const text = pages.canvas.height_of(stop.text, face, room);
        auto const when = pages.canvas.height_of(stop.when, small, room);
        auto const line = pages.canvas.height_of("号", face, room);
        pages.need(text + when + air);
        bool const goes_on = i + 1 < way.stops.size();
        auto const middle = pages.y + line / 2;
        if (goes_on) pages.canvas.rule(margin + air - thin / 2, middle, thin, text + when + air);
        mark(pages, stop.mark, middle);
        pages.canvas.write(stop.text, face, left, pages.y, room);
        pages.canvas.write(stop.when, small, left, pages.y + text, room);
        pages.y += text + when + air;
    }
    pages.y += air;
    return {};
}

Result<void> add(Pages& pages, Code const& code) {
    auto const matrix = TRY(qr_matrix(code.content));
    constexpr double beside = code_side + 2 * air;
    pages.need(code_side + 2 * air);
    pages.canvas.code(matrix, margin, pages.y + air, code_side);
    pages.canvas.write(code.caption, {10}, margin + beside, pages.y + air, width - beside);
    pages.y += code_side + 2 * air;
    return {};
}

Result<void> add(Pages& pages, CutLine) {
    constexpr double dash = 6, gap = 4, what_follows = 120;
    pages.need(what_follows);
    pages.y += 2 * air;
    for (double x = margin; x + dash <= margin + width; x += dash + gap)
        pages.canvas.rule(x, pages.y, dash, hair);
    pages.y += 2 * air;
    return {};
}

}  // namespace

Result<std::string> sheet_pdf(Sheet const& sheet, Instant made) {
    Pages pages(sheet.name, made);
    for (auto const& block : sheet.blocks) {
        auto const done = std::visit([&](auto const& kind) { return add(pages, kind); }, block);
        if (!done) return done.refusal();
    }
    return std::move(pages).finish();
}

}  // namespace banshi::documents
