#pragma once
// The interface of the districts, /api/v1/{district}/..., made from the route lists of their
// systems; and what a site needs beside it: /api/v1/openapi.json, /healthz, /readyz, /metrics.

#include "server/http.h"
#include "server/metrics.h"
#include "server/streams.h"
#include "store/store.h"
#include "systems/system.h"

namespace banshi::server {

// A district and the systems that it has switched on. Both must outlive the Api.
struct Site {
    District const* district;
    std::vector<System const*> systems;
};

inline constexpr char const* session_cookie = "banshi_session";
// Where all comes encrypted: browsers take it from this host alone.
inline constexpr char const* secure_session_cookie = "__Host-banshi_session";

// Who asks: from the session cookie or the bearer token; a write by cookie must repeat the
// session's CSRF token. A visitor is an answer too, a false token is a refusal.
using Identify =
    std::function<Result<Actor>(Transaction&, District const&, Request const&, Instant now)>;

enum class Cookies { secure, plain };  // plain: for a site without TLS, on its own machine

// What the Api works with. At the end: stop the server, close the store, let the Api go.
struct ApiParts {
    std::vector<Site> sites;
    Store& store;
    Hub& hub;
    Texts const& texts;
    Random& random;
    Metrics& metrics;
    std::function<Instant()> now;
    Identify identify;
    Cookies cookies = Cookies::secure;
    // Who watches over the house: for them alone are /metrics and what /readyz says beside "ready".
    std::vector<std::string> watchers = {"127.0.0.0/8", "::1"};
    // What the house should know though it is ready: lines that /readyz shows. May be empty.
    std::function<std::string()> concerns = {};
    // Answers what no route of ours answers: pages and files. Nothing: it is not there.
    std::function<std::optional<Reply>(Request const&)> otherwise = {};
};

class Api {
public:
    explicit Api(ApiParts);
    ~Api();

    Handler handler();
    // For Store::on_announce.
    void announced(std::vector<std::string> const& topics);
    std::size_t watches() const;  // live addresses that somebody reads, each session's for itself

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace banshi::server
