// The slip as a page, for kiosks that print by the office printer and for phones.

#include <vector>

#include "documents/canvas.h"
#include "documents/ticket_slip.h"

namespace banshi::documents {

namespace {

constexpr double paper = millimetres(80);
constexpr double margin = millimetres(4);
constexpr double width = paper - 2 * margin;
constexpr double code_side = millimetres(32);
constexpr double code_air = millimetres(5);

struct Line {
    std::string const& text;
    Face face;
};

std::vector<Line> above_code(TicketSlip const& slip, std::string const& number) {
    constexpr auto centre = Align::centre;
    return {{slip.hall, {11, false, centre}},    {slip.service, {15, true, centre}},
            {number, {42, true, centre}},        {slip.way, {11, false, centre}},
            {slip.ahead, {15, true, centre}},    {slip.estimate, {12, false, centre}},
            {slip.due_rule, {9, false, centre}}, {slip.name, {11, false, centre}},
            {slip.issued, {9, false, centre}}};
}

double height_of(Canvas const& canvas, std::vector<Line> const& lines) {
    double sum = 0;
    for (auto const& line : lines)
        if (!line.text.empty()) sum += canvas.height_of(line.text, line.face, width);
    return sum;
}

}  // namespace

Result<std::string> ticket_pdf(TicketSlip const& slip, Instant made) {
    auto const matrix = TRY(qr_matrix(slip.link));
    auto const number =
        slip.priority_mark.empty() ? slip.number : slip.number + " " + slip.priority_mark;
    auto const lines = above_code(slip, number);
    auto const code = slip.link.empty() ? 0 : code_side + 2 * code_air;
    Line const proof{slip.proof, {9, false, Align::centre}};

    Canvas canvas(paper, paper, slip.number, made);
    canvas.set_height(2 * margin + height_of(canvas, lines) + code + height_of(canvas, {proof}));
    double y = margin;
    for (auto const& line : lines)
        if (!line.text.empty()) y += canvas.write(line.text, line.face, margin, y, width);
    if (!slip.link.empty()) canvas.code(matrix, (paper - code_side) / 2, y + code_air, code_side);
    canvas.write(proof.text, proof.face, margin, y + code, width);
    return std::move(canvas).finish();
}

}  // namespace banshi::documents
