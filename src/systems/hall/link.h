#pragma once
// The link of a ticket: whoever holds it holds the ticket. Its secret follows from the ticket's
// id by the key of the installation, so that a slip can be printed again; the store keeps a hash.

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace banshi::hall {

std::string link_secret(TicketId const&);  // 128 bits in hex

// What the QR code at the kiosk says.
std::string check_in_code(TicketId const&);
struct ReadCode {
    TicketId ticket;
    std::string secret;
};
std::optional<ReadCode> read_check_in_code(std::string_view);

// Eight figures that a desk can type: no look-alikes, from the end of the id.
std::string reference_of(TicketId const&);

}  // namespace banshi::hall
