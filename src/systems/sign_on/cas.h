#pragma once
// What a CAS 3.0 server says to a service ticket.

#include <string_view>

#include "systems/sign_on/id_token.h"

namespace banshi::sign_on {

// Refuses sign_on.bad_ticket where the server does not know the ticket (any more), and
// sign_on.bad_token where it answers something else.
Result<Proven> read_service_response(std::string_view xml);

}  // namespace banshi::sign_on
