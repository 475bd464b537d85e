#include "systems/hall/link.h"

#include <algorithm>

#include "engines/people/keys.h"

namespace banshi::hall {

std::string link_secret(TicketId const& ticket) {
    return people::lookup_hash("ticket link", ticket.text).substr(0, 32);
}

std::string check_in_code(TicketId const& ticket) {
    return ticket.text + "." + link_secret(ticket);
}

std::optional<ReadCode> read_check_in_code(std::string_view code) {
    auto const dot = code.find('.');
    if (dot == code.npos || dot == 0 || dot > 64) return std::nullopt;
    return ReadCode{{std::string(code.substr(0, dot))}, std::string(code.substr(dot + 1))};
}

std::string reference_of(TicketId const& ticket) {
    auto const& text = ticket.text;
    auto reference = text.substr(text.size() - std::min<std::size_t>(8, text.size()));
    std::ranges::transform(reference, reference.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return reference;
}

}  // namespace banshi::hall
