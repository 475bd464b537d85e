#pragma once
// A4 paper 公文用纸: titles, paragraphs, tables and codes, one below the other, on as many
// pages as they need. The caller brings the words; the same sheet always gives the same bytes.

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "documents/canvas.h"

namespace banshi::documents {

struct Title {
    std::string text;
    Ink ink = Ink::black;  // red between two red rules, for sheets of supervision
};

struct Heading {
    std::string text;
};

struct Paragraph {
    std::string text;
    bool bold = false;
};

// The head stands again on each page that the table reaches. Rows stay whole.
struct Table {
    struct Column {
        std::string head;
        double share = 1;  // of the width
        Align align = Align::left;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

// The number 号 in a frame, as on the door of a house: black and white, it will be copied.
struct Plate {
    std::string caption;
    std::string number;
};

// The way of a matter 办理过程, downwards: a round station opens and works, a square one clears.
struct Way {
    enum class Mark { passed, open, cleared };
    struct Stop {
        std::string text;
        std::string when;
        Mark mark = Mark::passed;
    };
    std::vector<Stop> stops;
};

// With its caption beside it.
struct Code {
    std::string content;
    std::string caption;
};

// Where the reader cuts off an answer slip.
struct CutLine {};

using Block = std::variant<Title, Heading, Paragraph, Table, Plate, Way, Code, CutLine>;

struct Sheet {
    std::string name;  // in the title bar of the reader
    std::vector<Block> blocks;
};

// Refuses qr.too_long.
Result<std::string> sheet_pdf(Sheet const&, Instant made);

}  // namespace banshi::documents
