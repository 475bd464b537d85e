#pragma once
// The web pages: a folder that is read into memory once, packed ahead of time. Only names that
// were found there are ever served, so no path can lead out of it.

#include <map>
#include <string>
#include <vector>

#include "server/http.h"

namespace banshi::server {

// What pages may talk to beside their own origin: the card reader's service of a kiosk,
// "http://127.0.0.1:8765".
using ExtraOrigins = std::vector<std::string>;

// Headers that keep a page to itself: no foreign scripts, frames, plug-ins or senses.
Headers security_headers(ExtraOrigins const& connect = {});

class StaticFiles {
public:
    // Throws when the folder cannot be read.
    explicit StaticFiles(std::string const& folder, ExtraOrigins const& connect = {});

    // Nothing when there is no such file. "/", "/citizen/" and "/citizen" mean the index.html
    // there, "/help" may mean help.html.
    std::optional<Reply> find(Request const&) const;

    // A file from elsewhere, under this path: "xinqu/map.geojson". Before anything is served.
    void add(std::string const& name, std::string bytes);

    std::size_t bytes() const;  // held in memory

private:
    struct File {
        std::string type;
        std::string etag;
        Bytes plain;
        Bytes packed;  // null where packing does not pay
        bool is_forever;
    };
    Reply reply(File const&, Request const&) const;

    Headers security_;
    std::map<std::string, File> files_;  // by path without the first slash
};

}  // namespace banshi::server
