#pragma once
// The wire to a ticket printer: raw TCP, port 9100. A printer that fails never fails the deed:
// the ticket exists, the screen shows its number, and the slip can be printed again.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace banshi::documents {

struct PrinterAddress {
    std::string ip;  // a number: looking up a name could block for minutes
    std::uint16_t port = 9100;
};

struct PrinterPatience {
    std::chrono::milliseconds to_connect{2000};
    std::chrono::milliseconds to_write{2000};  // for all of it
};

// Refuses printer.unreachable, and printer.stuck when the bytes were not taken in time; some
// may be on paper then.
Result<void> print(PrinterAddress const&, std::string_view bytes, PrinterPatience = {});

}  // namespace banshi::documents
