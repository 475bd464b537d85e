#pragma once
// The answer that is a file.

#include "server/http.h"
#include "systems/system.h"

namespace banshi::server {

// A file without a name is not to be kept: it is shown as a page. One with a tag never changes, but
// whoever may see it today may not tomorrow, so only the reader's own device keeps it.
Reply file_reply(int status, File&&, Request const&);

}  // namespace banshi::server
