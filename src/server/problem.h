#pragma once
// What a "no" looks like outside: RFC 9457, with the stable code of the refusal and a sentence
// in the reader's language that says what to do next.

#include <boost/json.hpp>

#include "base/result.h"
#include "base/text.h"
#include "server/http.h"

namespace banshi::server {

// The cookie `lang` that the pages set, else Accept-Language, else Chinese.
Language language_of(Request const&);

int status_of(Why);

// The answer to a refusal. `status` is the refusal's own unless another one is given.
Reply problem(Texts const&, Request const&, Refusal const&, int status = 0);

// What the server itself refuses before any route is asked: 400, 408, 413, 429, 431, 503 ...
Refusal refusal_of_status(int status);
Reply problem_of_status(Texts const&, Request const&, int status);

Reply json_reply(int status, boost::json::value const& body);

}  // namespace banshi::server
