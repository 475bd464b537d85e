#pragma once
// One POST to the outside, by libcurl.

#include <string>
#include <vector>

#include "base/time.h"

namespace banshi::notices {

struct Post {
    std::string url;
    std::string body;
    std::vector<std::string> headers;  // "Content-Type: application/json"
    std::string authorities;           // empty: those of the system
    Seconds timeout;
};
struct Posted {
    long status = 0;      // 0: no answer, and trouble says why
    std::string body;     // its beginning
    std::string trouble;  // "unreachable", "timed_out", "untrusted": never what was sent where
};
Posted post(Post const&);

}  // namespace banshi::notices
