#pragma once
// What main.cpp needs to know of a system: one value, no base class, no registration.

#include <boost/json.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/config.h"
#include "base/result.h"
#include "base/shape.h"
#include "store/call.h"

namespace banshi {

// A policy of every district, set once all are read: the districts that this program serves. They
// live as long as it does, and keep their rows in one store.
struct CityMembers {
    std::vector<District const*> districts;
};

// What a deed gives back: a JSON body, or a file, or nothing at all (204).
struct Answer {
    json::value body;
    std::optional<File> file;
};

// A use case with its shape and its right: what the server, a scenario and the demo run.
struct Deed {
    std::string verb;  // the name of the use case: clear_item
    Right right;       // `anyone` for what needs no log-in
    bool writes = false;
    json::object takes;       // JSON Schema
    json::object (*gives)();  // JSON Schema, made where it is asked for; null for a file
    std::function<Result<Answer>(Call&, json::object const&, shape::Source)> serve;
    bool secret = false;  // told once and never kept for a repetition: passwords, tokens
    // Slow work without rows of its own (the hash of a password), done on a snapshot before the
    // deed's turn, so that no other deed waits for it. The deed is right without it too.
    std::function<void(Call&, json::object const&)> prepare = {};
    bool sealed = false;  // its answer holds a secret too, but a repetition must find it again
};

inline Right const anyone{"anyone"};

// What a deed does to the session of who asks: after `opens` the answer's field `token` goes into
// the session cookie and leaves the body; after `ends` the cookie is taken back.
enum class SessionChange { none, opens, ends };

inline constexpr std::size_t usual_upload_bytes = 12 * 1024 * 1024;  // a photo as phones take it

struct Route {
    std::string method;  // get, post, put, delete
    std::string path;    // below /api/v1/{district}; fields in braces are fields of the request
    Deed deed;
    int status = 200;  // of success: 201 where something came to be
    // A GET that people watch: with Accept: text/event-stream the same address is a stream, which
    // sends the answer again each time the topic is announced. "hall/{hall}", or empty.
    std::string topic = {};
    std::size_t most_bytes = 64 * 1024;  // of the body
    SessionChange session = SessionChange::none;
};

// Work without a person: by the clock (each day at a wall time, or each so many seconds).
struct Job {
    Deed deed;
    std::optional<Clock> daily = {};
    std::optional<Seconds> every = {};
};

using Pairs = std::vector<std::pair<std::string, std::string>>;  // in order, repeats kept

// What another program asks of a face.
struct Asked {
    std::string method;
    std::vector<std::string> path = {};  // below the face's name: {"v2", "services.xml"}
    Pairs query = {};
    Pairs form = {};                         // of an urlencoded or multipart body
    std::vector<Upload> files = {};          // whatever their fields are called
    std::optional<Refusal> unread = {};      // why there is no form: the face says it in its format
    std::string seen = {};                   // If-None-Match
    std::string request_id = {};             // to quote when the house is broken
    std::vector<District const*> open = {};  // where the address leads: one district, or all
};

struct Said {
    int status = 200;
    Pairs headers = {};
    std::string body = {};
};

// A face: addresses and formats that other programs prescribe, beside /api/v1. /{name}/... serves
// all districts that open it, /{district}/{name}/... one of them.
struct Face {
    std::string name;
    std::size_t most_bytes = 64 * 1024;  // of the body
    std::function<bool(District const&)> open;
    // The district that is meant, from the address alone. Refuses what no district answers.
    std::function<Result<District const*>(Asked const&)> place;
    // In a transaction, which is kept when a POST succeeds; everything else only looks.
    std::function<Said(Call&, Asked const&)> serve;
    // A "no" in the face's own format. Status 0: the refusal's own.
    std::function<Said(Asked const&, Texts const&, Language, Refusal const&, int status)> refuse;
};

struct System {
    std::string name;   // hall; also the name of its settings file
    std::string title;  // key of its name in the text files
    std::vector<Route> routes;
    std::vector<Job> jobs = {};
    std::vector<Face> faces = {};
    // Beside those of its deeds: what a deed asks for on its way, more than to be let in.
    std::vector<Right> further_rights = {};
    // Reads the district's settings file into the district's policies.
    std::function<Result<void>(District&, std::string_view toml, std::string const& file)>
        configure = {};
    // Makes the rows that the settings name (halls, windows ...); safe to repeat.
    std::function<Result<void>(Call&)> establish = {};
    // The figures that the source names, counted from events.
    std::function<json::array(Call&)> figures = {};
};

}  // namespace banshi
