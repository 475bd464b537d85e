// The slip as a page, for kiosks that print by the office printer and for phones.

#include <algorithm>
#include <vector>

#include "documents/canvas.h"
#include "documents/ticket_slip.h"

namespace banshi::documents {

namespace {

constexpr double paper = millimetres(80);
constexpr double edge = millimetres(4);
constexpr double inner_width = paper - 2 * edge;
constexpr double code_width = millimetres(32);
constexpr double code_air = millimetres(5);

struct Line {
    std::string const& text;
    Face face;
};

using SlipLines = std::vector<Line>;

constexpr auto centre = Align::centre;
constexpr Face large{42, true, centre}, marked{17, true, centre};

SlipLines above_number(TicketSlip const& slip) {
    return {{slip.hall, {11, false, centre}}, {slip.service, {15, true, centre}}};
}

SlipLines below_number(TicketSlip const& slip) {
    return {{slip.way, {11, false, centre}},      {slip.ahead, {15, true, centre}},
            {slip.estimate, {12, false, centre}}, {slip.due_rule, {9, false, centre}},
            {slip.name, {11, false, centre}},     {slip.issued, {9, false, centre}}};
}

SlipLines below_code(TicketSlip const& slip) { return {{slip.proof, {9, false, centre}}}; }

double height_of(Canvas const& canvas, SlipLines const& lines) {
    double sum = 0;
    for (auto const& [text, face] : lines)
        if (!text.empty()) sum += canvas.height_of(text, face, inner_width);
    return sum;
}

double height_of_number(Canvas const& canvas, TicketSlip const& slip) {
    return canvas.height_of(slip.number, large, inner_width);
}

double write(Canvas& canvas, SlipLines const& lines, double y) {
    for (auto const& [text, face] : lines)
        if (!text.empty()) y += canvas.write(text, face, edge, y, inner_width);
    return y;
}

// The number, and beside it the reason for its priority in a ring.
void write_number(Canvas& canvas, TicketSlip const& slip, double y) {
    if (slip.priority_mark.empty()) {
        canvas.write(slip.number, large, edge, y, inner_width);
        return;
    }
    constexpr double gap = 8, rim = 1.5;
    auto const ring = canvas.height_of(slip.priority_mark, marked, inner_width);
    auto const ring_width = std::max(ring, canvas.width_of(slip.priority_mark, marked) + ring / 2);
    auto const number_width = canvas.width_of(slip.number, large) + 1;
    auto const left = (paper - number_width - gap - ring_width) / 2;
    auto const ring_left = left + number_width + gap;
    auto const ring_top = y + (height_of_number(canvas, slip) - ring) / 2;
    canvas.write(slip.number, large, left, y, number_width);
    canvas.frame(ring_left, ring_top, ring_width, ring, ring / 2, rim);
    canvas.write(slip.priority_mark, marked, ring_left, ring_top, ring_width);
}

}  // namespace

Result<std::string> ticket_pdf(TicketSlip const& slip, Instant made) {
    auto const matrix = TRY(qr_matrix(slip.link));
    auto const code = slip.link.empty() ? 0 : code_width + 2 * code_air;
    Canvas canvas(paper, paper, slip.number, made);
    auto const number = height_of_number(canvas, slip);
    canvas.set_height(2 * edge + height_of(canvas, above_number(slip)) + number +
                      height_of(canvas, below_number(slip)) + code +
                      height_of(canvas, below_code(slip)));

    auto y = write(canvas, above_number(slip), edge);
    write_number(canvas, slip, y);
    y = write(canvas, below_number(slip), y + number);
    if (!slip.link.empty()) canvas.code(matrix, (paper - code_width) / 2, y + code_air, code_width);
    write(canvas, below_code(slip), y + code);
    return std::move(canvas).finish();
}

}  // namespace banshi::documents
