#pragma once
// One POST or GET to the outside, by libcurl. Nobody is sent on to another address.

#include <filesystem>
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

// Where what is secret towards others lies, a file each, and whose certificates are believed: set
// for every district at the start.
struct Outside {
    std::filesystem::path secrets;
    std::string authorities;
};

// A document of at most 256 KiB; what is longer is "too_large".
Posted fetch(std::string const& url, std::string const& authorities, Seconds timeout);

}  // namespace banshi::notices
