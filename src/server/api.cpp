#include "server/api.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <mutex>

#include "engines/people/keys.h"
#include "engines/people/sessions.h"
#include "server/errand.h"
#include "server/faces.h"
#include "server/file_reply.h"
#include "server/incoming.h"
#include "server/live.h"
#include "server/openapi.h"
#include "server/peers.h"
#include "server/perform.h"
#include "server/problem.h"
#include "server/representation.h"
#include "server/sessions.h"

namespace banshi::server {

using Shared = std::shared_ptr<Errand>;

struct Api::Inside {
    ApiParts parts;
    Live live;
    Faces faces;
    Networks watchers;
    Turnstile log_ins{{.per_second = 0.5, .burst = 30}};  // a password costs a tenth of a second
    Turnstile uploads{{.per_second = 1, .burst = 60}};    // and so does a photo
    std::map<std::string, Door, std::less<>> doors = {};
    std::once_flag described = {};
    Bytes document = {};  // of all that the districts offer, from when somebody first asked
    std::string document_tag = {};

    explicit Inside(ApiParts);

    void serve(Request&&, Respond);
    std::optional<Reply> serve_site(Request const&);
    Reply serve_page(Request&&);
    Reply openapi(Request const&);
    void serve_ready(Request const&, Respond);
    void run(Shared const&);
    void run_for_staff(Shared const&, Seconds wait);
    void send(Shared const&);
    void write(Shared const&);
    Hold watch(Errand const&);
    Result<Performed> perform_in(Transaction&, Errand&);
    Result<Performed> perform_as(Actor const&, Transaction&, Errand const&, Instant now);
    void prepare_in(Transaction&, Errand const&);
    void answer(Errand&, std::exception_ptr const& broken);
    Reply reply(Errand&);
    std::size_t body_limit(Request const&) const;
    void served(Served const&);

    Reply refusal(Request const& request, Refusal const& refused, int status = 0) const {
        return problem(parts.texts, request, refused, status);
    }
    Reply too_many(Request const& request, Seconds wait) const {
        auto reply = problem_of_status(parts.texts, request, 429);
        reply.headers.emplace_back("Retry-After", std::to_string(wait.count()));
        return reply;
    }
    // By which methods an address is reached, for who asks that or comes by another.
    Reply wrong_way(Request const& request, std::string const& allow) const {
        auto reply = request.method == "OPTIONS"
                         ? Reply{.status = 204}
                         : refusal(request, {Why::invalid, "route.method"}, 405);
        reply.headers.emplace_back("Allow", allow);
        return reply;
    }
};

static constexpr char const* to_look_at = "GET, HEAD, OPTIONS";

static bool only_looks(Request const& request) {
    return request.method == "GET" || request.method == "HEAD";
}

Api::Inside::Inside(ApiParts the_parts)
    : parts(std::move(the_parts)),
      live(parts.hub),
      faces({parts.store, parts.texts, parts.random, parts.now}),
      watchers(parts.watchers) {
    for (auto const& site : parts.sites) {
        doors.emplace(site.district->name(), Door{site, Router(site.systems)});
        for (auto const* system : site.systems)
            for (auto const& face : system->faces) faces.add(face, *site.district);
    }
}

// ---- beside the districts

Reply Api::Inside::openapi(Request const& request) {
    std::call_once(described, [this] {
        std::vector<System const*> all;
        std::vector<std::string> names;
        for (auto const& site : parts.sites) {
            names.push_back(site.district->name());
            for (auto const* system : site.systems)
                if (std::ranges::find(all, system) == all.end()) all.push_back(system);
        }
        auto const whole = server::openapi(all, parts.texts, names);
        document = std::make_shared<std::string const>(json::serialize(whole));
        document_tag = etag_of(*document);
    });
    Reply out{.headers = {{"Content-Type", "application/json"},
                          {"Cache-Control", "no-cache"},
                          // Weak: it is the same whether packed or not.
                          {"ETag", "W/\"" + document_tag + "\""}},
              .route = "/api/v1/openapi.json"};
    if (names_tag(request.header("If-None-Match"), document_tag))
        out.status = 304;
    else
        out.shared = document;
    return out;
}

std::optional<Reply> Api::Inside::serve_site(Request const& request) {
    auto const& path = request.path;
    Headers const plain{{"Content-Type", "text/plain; charset=utf-8"},
                        {"Cache-Control", "no-store"}};
    if (path == std::vector<std::string>{"healthz"})
        return Reply{.headers = plain, .body = "ok\n", .route = "/healthz"};
    if (path == std::vector<std::string>{"metrics"} && !watchers.contains(request.peer))
        return refusal(request, {Why::forbidden, "route.for_watchers"});
    if (path == std::vector<std::string>{"metrics"})
        return Reply{.headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
                     .body = parts.metrics.text(),
                     .route = "/metrics"};
    if (path == std::vector<std::string>{"api", "v1", "openapi.json"}) return openapi(request);
    return std::nullopt;
}

Reply Api::Inside::serve_page(Request&& request) {
    auto const method = std::exchange(request.method, only_looks(request) ? request.method : "GET");
    auto page = parts.otherwise ? parts.otherwise(request) : std::nullopt;
    request.method = method;
    if (!page) return refusal(request, {Why::not_found, "route.missing"});
    bool const wrong = page->status != 404 && !only_looks(request);
    return wrong ? wrong_way(request, to_look_at) : *std::move(page);
}

// Ready: the database answers. What is wrong beside that stands below.
void Api::Inside::serve_ready(Request const& request, Respond respond) {
    bool const tells = parts.concerns && watchers.contains(request.peer);
    auto const ready = "ready\n" + (tells ? parts.concerns() : "");
    parts.store.read([](Transaction&) {},
                     [respond, ready](std::exception_ptr broken) {
                         respond({.status = broken ? 503 : 200,
                                  .headers = {{"Content-Type", "text/plain; charset=utf-8"},
                                              {"Cache-Control", "no-store"}},
                                  .body = broken ? "the database does not answer\n" : ready,
                                  .route = "/readyz"});
                     });
}

void Api::Inside::serve(Request&& request, Respond respond) {
    auto const& path = request.path;
    auto site = serve_site(request);
    bool const asks_ready = path == std::vector<std::string>{"readyz"};
    if ((site || asks_ready) && !only_looks(request))
        return respond(wrong_way(request, to_look_at));
    if (site) return respond(*std::move(site));
    if (asks_ready) return serve_ready(request, std::move(respond));
    if (faces.serve(request, respond)) return;
    if (path.size() < 2 || path[0] != "api" || path[1] != "v1")
        return respond(serve_page(std::move(request)));
    auto const door = path.size() > 2 ? doors.find(path[2]) : doors.end();
    if (door == doors.end())
        return respond(refusal(request, {Why::not_found, "district.not_found"}));
    auto found = door->second.router.find(request.method, std::span(path).subspan(3));
    if (!found.route) {
        if (found.allow.empty())
            return respond(refusal(request, {Why::not_found, "route.missing"}));
        return respond(wrong_way(request, found.allow));
    }
    auto in = incoming(found, request);
    if (!in) {
        auto reply = refusal(request, in.refusal(), status_of_incoming(in.refusal()));
        reply.route = found.route->path;
        return respond(std::move(reply));
    }
    run(std::make_shared<Errand>(Errand{std::move(request), std::move(respond), &door->second,
                                        std::move(found), std::move(in).value()}));
}

// ---- a route

void Api::Inside::run(Shared const& errand) {
    if (errand->route().deed.writes && parts.store.backlog() > longest_backlog)
        return errand->respond(refusal(errand->request, {Why::busy, "house.busy"}));
    auto const& asked = errand->route().deed;
    auto const& request = errand->request;
    if (asked.secret || asked.sealed)
        if (auto const wait = log_ins.wait(request.peer, parts.now()))
            return run_for_staff(errand, *wait);
    if (takes_files(errand->route()))
        if (auto const wait = uploads.wait(request.peer, parts.now()))
            return errand->respond(too_many(request, *wait));
    send(errand);
}

// Whoever is logged in as staff has no code to guess, and may have a pile of paper to type in; but
// a password is guessed by nobody.
void Api::Inside::run_for_staff(Shared const& errand, Seconds wait) {
    auto const slower = [this, errand, wait] { errand->respond(too_many(errand->request, wait)); };
    auto const& route = errand->route();
    bool const guesses = route.deed.prepare || route.session == SessionChange::opens;
    if (guesses || errand->request.header("Cookie").empty()) return slower();
    auto const staff = std::make_shared<bool>(false);
    parts.store.read(
        [this, errand, staff](Transaction& tx) {
            auto const known =
                parts.identify(tx, *errand->door->site.district, errand->request, parts.now());
            *staff = known && known.value().kind == Actor::Kind::staff;
        },
        [this, errand, staff, slower](std::exception_ptr broken) {
            broken || !*staff ? slower() : send(errand);
        });
}

void Api::Inside::send(Shared const& errand) {
    errand->seen = parts.hub.last_id();
    errand->moment = live.moment();
    auto const& deed = errand->route().deed;
    if (deed.writes && !deed.prepare) return write(errand);
    if (deed.writes)
        return parts.store.read([this, errand](Transaction& tx) { prepare_in(tx, *errand); },
                                [this, errand](std::exception_ptr broken) {
                                    broken ? answer(*errand, broken) : write(errand);
                                });
    parts.store.read([this, errand](Transaction& tx) { errand->result = perform_in(tx, *errand); },
                     [this, errand](std::exception_ptr broken) { answer(*errand, broken); });
}

void Api::Inside::write(Shared const& errand) {
    parts.store.write(
        [this, errand](Transaction& tx) {
            errand->result = perform_in(tx, *errand);
            return keeps(*errand->result);
        },
        [this, errand](std::exception_ptr broken) { answer(*errand, broken); });
}

void Api::Inside::prepare_in(Transaction& tx, Errand const& errand) {
    auto const& district = *errand.door->site.district;
    auto const now = parts.now();
    auto const known = parts.identify(tx, district, errand.request, now);
    Actor const visitor;
    Call call{known ? known.value() : visitor, now, district, tx, parts.random, parts.texts,
              language_of(errand.request)};
    errand.route().deed.prepare(call, errand.incoming.fields);
}

Result<Performed> Api::Inside::perform_in(Transaction& tx, Errand& errand) {
    auto const now = parts.now();
    auto actor = TRY(parts.identify(tx, *errand.door->site.district, errand.request, now));
    errand.session = actor.session;
    errand.account = actor.account.text;
    errand.of_the_house = actor.kind == Actor::Kind::device || actor.kind == Actor::Kind::staff;
    // The requests of somebody who has not logged in hang together by their household alone.
    if (actor.session.empty())
        actor.session = people::lookup_hash("network", household(errand.request.peer));
    return perform_as(actor, tx, errand, now);
}

Result<Performed> Api::Inside::perform_as(Actor const& actor, Transaction& tx, Errand const& errand,
                                          Instant now) {
    auto const& district = *errand.door->site.district;
    Call call{actor, now, district, tx, parts.random, parts.texts, language_of(errand.request)};
    auto const& in = errand.incoming;
    return perform(call, errand.route().deed, in.fields, in.source, in.key);
}

void Api::Inside::answer(Errand& errand, std::exception_ptr const& broken) {
    Reply out;
    try {
        if (broken) std::rethrow_exception(broken);
        out = reply(errand);
    } catch (std::exception const& fault) {
        spdlog::error("request {} {}: {}", errand.request.id, errand.route().deed.verb,
                      fault.what());
        out = refusal(errand.request, {Why::busy, "house.broken"});
    }
    out.route = errand.route().path;
    errand.respond(std::move(out));
}

// What a person typed may stand in the detail: on one line of the log, and not at any length.
static std::string for_log(std::string_view detail) {
    std::string out(detail.substr(0, 200));
    for (auto& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return out;
}

Reply Api::Inside::reply(Errand& errand) {
    if (!*errand.result) {
        auto const& refused = errand.result->refusal();
        spdlog::info("request {} {} refused: {} {}", errand.request.id, errand.route().deed.verb,
                     refused.text, for_log(refused.detail));
        return refusal(errand.request, refused);
    }
    auto performed = std::move(*errand.result).value();
    auto& [body, file] = performed.answer;
    if (file) return file_reply(errand.route().status, std::move(*file), errand.request);
    if (errand.wants_stream())
        return {.stream = Opening{key_of(errand), errand.seen, "state", json::serialize(body),
                                  watch(errand), errand.of_the_house}};
    auto cookies = carry_session(body, errand.route(), parts.now(), parts.cookies);
    auto out = body.is_null() ? Reply{.status = 204, .headers = {{"Cache-Control", "no-store"}}}
                              : json_reply(errand.route().status, body);
    std::ranges::move(cookies, std::back_inserter(out.headers));
    if (performed.replayed) out.headers.emplace_back("Idempotency-Replayed", "true");
    return out;
}

std::size_t Api::Inside::body_limit(Request const& request) const {
    if (auto const most = faces.body_limit(request)) return *most;
    auto const& path = request.path;
    auto const door = path.size() > 3 && path[0] == "api" ? doors.find(path[2]) : doors.end();
    if (door == doors.end()) return usual_body_bytes;
    auto const found = door->second.router.find(request.method, std::span(path).subspan(3));
    return found.route ? found.route->most_bytes : usual_body_bytes;
}

void Api::Inside::served(Served const& served) {
    parts.metrics.served(served);
    // The pattern of the route, never the path: paths may name people's tickets.
    spdlog::info("{} {} {} {} us {} bytes {}", served.method,
                 served.route.empty() ? "-" : served.route, served.status, served.took.count(),
                 served.sent, served.request_id);
}

// ---- live addresses

// A stream ends with the session that opened it.
Hold Api::Inside::watch(Errand const& errand) {
    std::vector<std::string> topics{topic_of(errand)};
    if (!errand.account.empty()) topics.push_back(people::account_topic(AccountId{errand.account}));
    auto const again = std::make_shared<Errand const>(Errand{essence(errand),
                                                             nullptr,
                                                             errand.door,
                                                             errand.found,
                                                             errand.incoming,
                                                             {},
                                                             errand.session,
                                                             errand.account});
    auto const look = [this, again](auto told) {
        auto const state = std::make_shared<std::optional<std::string>>();
        parts.store.read(
            [this, again, state](Transaction& tx) {
                auto const now = parts.now();
                auto const& district = *again->door->site.district;
                auto const actor = parts.identify(tx, district, again->request, now);
                if (!actor || actor.value().session != again->session) return;
                auto const seen = perform_as(actor.value(), tx, *again, now);
                if (seen) *state = json::serialize(seen.value().answer.body);
            },
            // What is told holds the watch, and the store may keep its last work for long.
            [state, told](std::exception_ptr) mutable { std::exchange(told, nullptr)(*state); });
    };
    return live.watch(key_of(errand), topics, look, errand.moment);
}

// ---- the door

Api::Api(ApiParts parts) : inside_(std::make_unique<Inside>(std::move(parts))) {}
Api::~Api() = default;

void Api::announced(std::vector<std::string> const& topics) { inside_->live.announced(topics); }

std::size_t Api::watches() const { return inside_->live.watches(); }

Handler Api::handler() {
    auto* const inside = inside_.get();
    return {.serve =
                [inside](Request&& request, Respond respond) {
                    inside->serve(std::move(request), std::move(respond));
                },
            .body_limit = [inside](Request const& request) { return inside->body_limit(request); },
            .problem =
                [inside](int status, Request const& request) {
                    auto const refused = refusal_of_status(status);
                    if (auto own = inside->faces.problem(request, refused, status)) return *own;
                    return problem_of_status(inside->parts.texts, request, status);
                },
            .served = [inside](Served const& served) { inside->served(served); }};
}

}  // namespace banshi::server
