#pragma once
// Finds the route for a method and a path. A word of a path goes before a field, so that
// /tickets/mine is never read as the ticket "mine".

#include <map>
#include <span>
#include <string>
#include <vector>

#include "systems/system.h"

namespace banshi::server {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Found {
    Route const* route = nullptr;
    Fields fields = {};      // those of the path
    std::string allow = {};  // methods that the path does have; empty: no such path
};

class Router {
public:
    // The systems must outlive the router.
    explicit Router(std::vector<System const*> const& systems);

    // HEAD is answered by what answers GET.
    Found find(std::string_view method, std::span<std::string const> path) const;

private:
    struct Entry {
        std::vector<std::string> parts;  // "hall", "{hall}"
        Route const* route;
    };
    // By number of parts and first word.
    std::map<std::pair<std::size_t, std::string>, std::vector<Entry>> entries_;
};

}  // namespace banshi::server
