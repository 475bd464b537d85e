// The slip as ESC/POS, the language of ticket printers.

#include <algorithm>

#include "documents/qr.h"
#include "documents/ticket_slip.h"

namespace banshi::documents {

namespace {

using namespace std::string_literals;

constexpr int paper_columns = 48;
constexpr int paper_dots = 576;  // 72 mm can be printed on, 8 dots a millimetre

std::string const start = "\x1B\x40"s;       // forget what the last job left
std::string const chinese_on = "\x1C\x26"s;  // two and four bytes are one character
std::string const centred = "\x1B\x61\x01"s;
std::string const cut = "\x1D\x56\x42\x00"s;  // feed to the knife first

enum class Size { plain = 1, twice = 2, thrice = 3 };

std::string sized(Size size) {
    auto const times = static_cast<char>(static_cast<int>(size) - 1);
    return {'\x1D', '\x21', static_cast<char>(times << 4 | times)};
}

std::string lines(std::string const& text, Size size, Characters font) {
    if (text.empty()) return {};
    auto out = sized(size);
    for (auto const& line : wrapped(text, paper_columns / static_cast<int>(size)))
        out += printer_bytes(line, font) + '\n';
    return out;
}

// GS ( k: a function of the printer's own QR drawing with its arguments.
std::string qr_function(std::string const& arguments) {
    auto const length = arguments.size();
    return "\x1D\x28\x6B"s + static_cast<char>(length & 0xFF) + static_cast<char>(length >> 8) +
           arguments;
}

std::string qr_commands(std::string const& text, QrMatrix const& matrix) {
    // Six dots a square scan well; a long text needs smaller ones to fit the paper.
    auto const square = std::min(6, paper_dots / (matrix.size + 2 * quiet_zone));
    return qr_function("\x31\x41\x32\x00"s) +                      // model 2
           qr_function("\x31\x43"s + static_cast<char>(square)) +  // dots a square
           qr_function("\x31\x50\x30" + text) +                    // keep the text
           qr_function("\x31\x51\x30");                            // print it
}

}  // namespace

Result<std::string> ticket_commands(TicketSlip const& slip, Characters font) {
    auto const number =
        slip.priority_mark.empty() ? slip.number : slip.number + " " + slip.priority_mark;
    auto out = start + chinese_on + centred;
    out += lines(slip.hall, Size::plain, font);
    out += lines(slip.service, Size::twice, font);
    out += lines(number, Size::thrice, font);
    out += lines(slip.way, Size::plain, font);
    out += lines(slip.ahead, Size::twice, font);
    for (auto const* text : {&slip.estimate, &slip.due_rule, &slip.name, &slip.issued})
        out += lines(*text, Size::plain, font);
    if (!slip.link.empty()) {
        auto const matrix = TRY(qr_matrix(slip.link));
        out += qr_commands(slip.link, matrix) + '\n';
    }
    out += lines(slip.proof, Size::plain, font);
    return out + cut;
}

}  // namespace banshi::documents
