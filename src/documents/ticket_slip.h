#pragma once
// 号条: the paper that says a number, how long it takes and how it can be proved. The ticket is
// stored before its slip is printed; printing may be repeated and gives the same bytes.

#include <string>

#include "base/result.h"
#include "base/time.h"
#include "documents/printer_text.h"

namespace banshi::documents {

// Sentences, ready to print; an empty one is left out.
struct TicketSlip {
    std::string hall;
    std::string service;
    std::string number;               // A026
    std::string priority_mark;        // 老 残 军
    std::string ahead;                // 前面 4 位
    std::string estimate;             // 约 9 分，慢则 16 分
    std::string due_rule;             // in one sentence
    std::string name;                 // masked: 张*
    std::string issued;               // when the number was given
    std::string proof;                // position and the head of its print: 184203 9f3c61ae
    std::string link;                 // in the QR code: the live page
    std::string way = "●────○────□";  // the three stations: given, worked, cleared
};

// ESC/POS for an 80 mm printer of 48 columns, by raw TCP. Refuses qr.too_long.
Result<std::string> ticket_commands(TicketSlip const&, Characters = Characters::gb18030);

// One page, 80 mm wide and as long as it needs. Refuses qr.too_long.
Result<std::string> ticket_pdf(TicketSlip const&, Instant made);

}  // namespace banshi::documents
