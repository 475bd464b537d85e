#include "server/listener.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <pthread.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstring>
#include <thread>

#include "base/check.h"
#include "base/random.h"
#include "server/worker.h"

namespace banshi::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// A worker and the timer that drives it.
struct Engine {
    std::shared_ptr<Worker> worker;
    asio::steady_timer timer;
    std::thread thread = {};

    explicit Engine(std::shared_ptr<Worker> its_worker)
        : worker(std::move(its_worker)), timer(*worker->io) {}

    void tick();
    void drain();
};

static void beat(Worker& worker) {
    auto& due = worker.streams[worker.tick % worker.streams.size()];
    due.each([](WatchedStream& stream) { stream.heartbeat(); });
    // The first worker keeps house for all, twice a heartbeat's time after the last reader.
    if (worker.shard == 0 && worker.tick % worker.streams.size() == 0)
        worker.house->hub.forget_idle_topics();
}

// Rearms itself until the server stops and nobody is left, or the time to drain is over.
void Engine::tick() {
    auto& work = *worker;
    ++work.tick;
    auto const now = std::chrono::floor<Seconds>(work.house->settings.now());
    work.date = http_date(now);
    work.connections.each([&](WatchedConnection& connection) {
        if (connection.deadline <= work.tick) connection.expire();
    });
    beat(work);
    if (work.draining && work.tick >= work.drain_until)
        work.connections.each([](WatchedConnection& connection) { connection.cut(); });
    if (work.draining && work.connections.empty()) return;

    timer.expires_after(work.house->settings.limits.tick);
    timer.async_wait([this](error_code error) {
        if (!error) tick();
    });
}

void Engine::drain() {
    auto& work = *worker;
    work.draining = true;
    work.drain_until = work.tick + work.ticks(work.house->settings.limits.drain);
    for (auto& list : work.streams) list.each([](WatchedStream& stream) { stream.close(); });
    work.connections.each([](WatchedConnection& connection) { connection.drain(); });
}

struct Server::Parts {
    std::shared_ptr<House> house;
    std::vector<std::unique_ptr<Engine>> engines = {};
    std::unique_ptr<tcp::acceptor> acceptor = {};
    std::unique_ptr<asio::steady_timer> pause = {};
    std::size_t next = 0;
    unsigned short port = 0;
    bool running = false;

    void add_engine();
    void listen();
    void accept();
    void accept_all();
    void seat(int socket, sockaddr_storage const& from);
};

void Server::Parts::add_engine() {
    auto worker = std::make_shared<Worker>();
    worker->house = house;
    worker->io = std::make_shared<asio::io_context>(1);
    worker->streams.resize(
        std::max<std::size_t>(1, worker->ticks(house->settings.limits.heartbeat)));
    worker->shard = house->hub.add_shard(
        [io = worker->io](std::function<void()> work) { asio::post(*io, std::move(work)); });
    engines.push_back(std::make_unique<Engine>(std::move(worker)));
}

void Server::Parts::listen() {
    // No SO_REUSEPORT: a second server started by mistake must fail and not share the calls.
    auto const& settings = house->settings;
    try {
        tcp::endpoint const at{asio::ip::make_address(settings.address), settings.port};
        acceptor = std::make_unique<tcp::acceptor>(*engines[0]->worker->io, at);
        acceptor->listen(4096);
        acceptor->non_blocking(true);
    } catch (boost::system::system_error const& error) {
        throw std::runtime_error(fmt::format("cannot listen on {}:{}: {}", settings.address,
                                             settings.port, error.code().message()));
    }
    pause = std::make_unique<asio::steady_timer>(*engines[0]->worker->io);
    port = acceptor->local_endpoint().port();
}

void Server::Parts::accept() {
    acceptor->async_wait(tcp::acceptor::wait_read, [this](error_code error) {
        if (!error) accept_all();
    });
}

void Server::Parts::accept_all() {
    while (acceptor->is_open()) {
        sockaddr_storage from{};
        socklen_t size = sizeof from;
        int const socket = ::accept4(acceptor->native_handle(), reinterpret_cast<sockaddr*>(&from),
                                     &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket >= 0) {
            seat(socket, from);
            continue;
        }
        if (errno == EINTR || errno == ECONNABORTED) continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK) return accept();
        // Out of files or memory: those who wait stay in the queue of the kernel meanwhile.
        spdlog::error("accept: {}", std::strerror(errno));
        pause->expires_after(Milliseconds{100});
        pause->async_wait([this](error_code error) {
            if (!error) accept_all();
        });
        return;
    }
}

static void send_away(int socket, bool in_clear, std::string_view status) {
    auto const answer = fmt::format(
        "HTTP/1.1 {}\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", status);
    if (in_clear) ::send(socket, answer.data(), answer.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    ::close(socket);
}

// Gives the visitor to the next worker in turn, or sends it away when the house is full, or when
// it would have too much of the house for itself. A gateway's connections are those of many.
void Server::Parts::seat(int socket, sockaddr_storage const& from) {
    bool const in_clear = !house->settings.tls;
    if (house->connections + house->greetings >= house->settings.limits.connections)
        return send_away(socket, in_clear, "503 Service Unavailable");
    char address[INET6_ADDRSTRLEN] = "";
    bool const is_v6 = from.ss_family == AF_INET6;
    if (is_v6)
        ::inet_ntop(AF_INET6, &reinterpret_cast<sockaddr_in6 const&>(from).sin6_addr, address,
                    sizeof address);
    else
        ::inet_ntop(AF_INET, &reinterpret_cast<sockaddr_in const&>(from).sin_addr, address,
                    sizeof address);
    auto place = house->trusted.contains(address) ? Places::Seat{} : house->seat(address);
    if (!place) return send_away(socket, in_clear, "429 Too Many Requests");
    auto const& worker = engines[next++ % engines.size()]->worker;
    asio::post(*worker->io,
               [worker, guest = Guest{socket, is_v6, address, *std::move(place)}]() mutable {
                   auto const& tls = worker->house->settings.tls;
                   if (tls)
                       serve_tls(worker, *tls, std::move(guest));
                   else
                       serve_connection(worker, std::move(guest));
               });
}

House::House(Settings the_settings, Handler the_handler, Hub& the_hub)
    : settings(std::move(the_settings)),
      handler(std::move(the_handler)),
      hub(the_hub),
      trusted(settings.trusted_proxies),
      own(settings.own),
      turnstile(settings.rate),
      places(settings.limits.connections_of_peer, settings.limits.connections),
      streams(settings.limits.streams_of_peer, settings.limits.streams),
      id_prefix(fmt::format("{:08x}", std::uint32_t(system_random().word()))) {
    CHECK(settings.now && handler.serve && settings.threads > 0);
}

std::optional<Seconds> House::wait(std::string const& peer, Instant now) {
    return own.contains(peer) ? std::nullopt : turnstile.wait(peer, now);
}

std::optional<Places::Seat> House::seat(std::string const& peer) {
    return own.contains(peer) ? Places::Seat{} : places.take(peer);
}

std::optional<Places::Seat> House::stream_seat(std::string const& peer, Opening const& opening) {
    bool const counts = !opening.of_the_house && !own.contains(peer);
    return counts ? streams.take(peer) : Places::Seat{};
}

Reply House::refusal(int status, Request const& request) const {
    return handler.problem ? handler.problem(status, request) : Reply{.status = status};
}

Reply House::too_many(Request const& request, Seconds wait) const {
    auto reply = refusal(429, request);
    reply.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return reply;
}

Server::Server(Settings settings, Handler handler, Hub& hub) : parts_(std::make_unique<Parts>()) {
    parts_->house = std::make_shared<House>(std::move(settings), std::move(handler), hub);
}

Server::~Server() { stop(); }

// A worker that wakes for one request would push aside whoever has just sent it, and go to sleep
// again: half of the time went into that. As a batch thread it lets requests gather meanwhile.
static void serve_in_batches() {
    sched_param const none{};
    if (int const fault = ::pthread_setschedparam(::pthread_self(), SCHED_BATCH, &none))
        spdlog::debug("no batch scheduling: {}", std::strerror(fault));
}

void Server::start() {
    for (std::size_t i = 0; i < parts_->house->settings.threads; ++i) parts_->add_engine();
    parts_->listen();
    parts_->accept();
    for (auto& engine : parts_->engines)
        engine->thread = std::thread([&engine = *engine] {
            serve_in_batches();
            engine.tick();
            engine.worker->io->run();
        });
    parts_->running = true;
}

unsigned short Server::port() const { return parts_->port; }

std::size_t Server::open_connections() const { return parts_->house->connections; }

void Server::stop() {
    if (!std::exchange(parts_->running, false)) return;
    asio::post(*parts_->engines[0]->worker->io, [parts = parts_.get()] {
        error_code ignored;
        parts->acceptor->close(ignored);
        parts->pause->cancel();
        // After the visitors that were seated, for posts keep their order.
        for (auto& engine : parts->engines)
            asio::post(*engine->worker->io, [&engine = *engine] { engine.drain(); });
    });
    for (auto& engine : parts_->engines) engine->thread.join();
}

}  // namespace banshi::server
