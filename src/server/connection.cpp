// One connection: read a request, have it answered, write the answer, again. A coroutine on
// its worker's thread; the sweep of the worker ends it when it is too slow.

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/answer.h"
#include "server/head_check.h"
#include "server/worker.h"

// g++ 12 loses sight of the allocator of Asio's coroutine frames.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace banshi::server {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

// The concrete executor spares every step a virtual call.
using Executor = asio::io_context::executor_type;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Parser = http::request_parser<http::string_body>;

static constexpr asio::use_awaitable_t<Executor> resumed{};
static constexpr int gone = -1;  // the client has left, or need not be told
static constexpr std::size_t read_size = 4096, body_read_size = 32 * 1024;

// Where the answer to a request arrives; touched on the connection's thread only.
struct Pending {
    std::optional<Reply> reply;
    std::function<void()> resume;

    void take(Reply&& answer) {
        if (reply) return;
        reply = std::move(answer);
        if (auto const go = std::exchange(resume, nullptr)) go();
    }
};

class Connection final : public WatchedConnection {
public:
    Connection(std::shared_ptr<Worker> worker, Guest guest);
    ~Connection() override;

    static Awaitable<void> run(std::unique_ptr<Connection>);

    void expire() override;
    void drain() override {
        if (phase_ == Phase::idle) cut();
    }
    void cut() override;

private:
    enum class Phase { idle, head, body, answer, write };

    Awaitable<int> read(Request&);
    Awaitable<int> read_head(Parser&);
    Awaitable<int> read_body(Parser&, std::size_t limit);
    Awaitable<bool> fill(std::size_t size);
    void ask(Request&&, Instant now);
    Awaitable<void> answer();
    std::size_t write_now(std::string const& head, std::string_view body);
    Awaitable<bool> write_rest(std::string const& head, std::string_view body, std::size_t sent);
    Awaitable<bool> serve_one();
    Awaitable<void> linger();

    int take_head(Parser::value_type const&, Request&) const;
    void enter(Phase, Milliseconds limit);
    Limits const& limits() const { return worker_->house->settings.limits; }

    std::shared_ptr<Worker> worker_;
    Socket socket_;
    std::string peer_;
    Places::Seat seat_;
    boost::beast::flat_buffer buffer_;
    std::shared_ptr<Pending> pending_;
    Phase phase_ = Phase::idle;
    bool expired_ = false;
    bool keep_alive_ = false;      // what the last request asked for
    bool is_old_ = false;          // it was HTTP/1.0
    std::size_t unread_most_ = 0;  // of what comes behind an answer, how much is read away
};

Connection::Connection(std::shared_ptr<Worker> worker, Guest guest)
    : worker_(std::move(worker)),
      socket_(*worker_->io, guest.is_v6 ? tcp::v6() : tcp::v4(), guest.socket),
      peer_(std::move(guest.peer)),
      seat_(std::move(guest.seat)) {
    error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(tcp::no_delay(true), ignored);
    worker_->connections.add(*this);
    ++worker_->house->connections;
}

Connection::~Connection() {
    worker_->connections.remove(*this);
    --worker_->house->connections;
}

void Connection::enter(Phase phase, Milliseconds limit) {
    phase_ = phase;
    deadline = worker_->tick + worker_->ticks(limit);
}

void Connection::expire() {
    expired_ = true;
    if (phase_ == Phase::answer && pending_)
        return pending_->take(worker_->house->refusal(503, Request{}));
    error_code ignored;
    socket_.cancel(ignored);
}

void Connection::cut() {
    error_code ignored;
    socket_.close(ignored);
    if (pending_) pending_->take(Reply{});
}

Awaitable<void> Connection::run(std::unique_ptr<Connection> self) {
    for (bool more = true; more;) more = co_await self->serve_one();
}

// Reads more into the buffer; false when there is no more.
Awaitable<bool> Connection::fill(std::size_t size) {
    error_code error;
    auto const n = co_await socket_.async_read_some(buffer_.prepare(size),
                                                    asio::redirect_error(resumed, error));
    buffer_.commit(n);
    co_return !error;
}

static int status_of(error_code error) {
    if (error == http::error::header_limit) return 431;
    if (error == http::error::body_limit) return 413;
    return 400;
}

Awaitable<int> Connection::read_head(Parser& parser) {
    enter(buffer_.size() ? Phase::head : Phase::idle,
          buffer_.size() ? limits().header : limits().idle);
    while (!parser.is_header_done()) {
        // Some clients end a body with an empty line too many (RFC 9112, 2.2).
        while (!parser.got_some() && buffer_.size() >= 2 &&
               std::memcmp(buffer_.cdata().data(), "\r\n", 2) == 0)
            buffer_.consume(2);
        error_code error;
        if (buffer_.size()) buffer_.consume(parser.put(buffer_.cdata(), error));
        if (error && error != http::error::need_more) co_return status_of(error);
        if (parser.is_header_done()) break;

        if (!co_await fill(read_size)) {
            bool const slow = expired_ && phase_ == Phase::head;
            co_return slow ? 408 : gone;
        }
        if (phase_ == Phase::idle) enter(Phase::head, limits().header);
    }
    co_return 0;
}

// A phone on a poor line may take long for a photo or a page, as long as it moves: a second
// more for every 16 kB.
static Milliseconds earned(std::uint64_t bytes) { return Milliseconds{bytes / 16}; }

Awaitable<int> Connection::read_body(Parser& parser, std::size_t limit) {
    if (parser.content_length().value_or(0) > limit) co_return 413;
    parser.body_limit(limit);
    parser.eager(true);
    auto const started = worker_->tick;
    enter(Phase::body, limits().body);
    for (std::uint64_t received = 0; !parser.is_done();) {
        error_code error = http::error::need_more;
        if (buffer_.size()) {
            auto const used = parser.put(buffer_.cdata(), error);
            buffer_.consume(used);
            received += used;
        }
        if (error && error != http::error::need_more) co_return status_of(error);
        if (parser.is_done() || (!error && buffer_.size())) continue;
        if (buffer_.size() > limits().header_bytes) co_return 431;  // a chunk's line without end
        deadline = started + worker_->ticks(limits().body + earned(received));
        if (!co_await fill(body_read_size)) co_return expired_ ? 408 : gone;
    }
    co_return 0;
}

// 0, or the status to refuse with.
int Connection::take_head(Parser::value_type const& head, Request& request) const {
    request.method.assign(head.method_string());
    request.target.assign(head.target());
    for (auto const& field : head) request.headers.emplace_back(field.name_string(), field.value());
    // Each proxy may have added a line of its own: together they are one list.
    std::string forwarded;
    for (auto const& [name, value] : request.headers)
        if (same_word(name, "X-Forwarded-For")) forwarded += (forwarded.empty() ? "" : ",") + value;
    request.peer = client_address(peer_, forwarded, worker_->house->trusted);

    if (int const fault = fault_of_head(request, head.version() < 11)) return fault;
    if (request.target == "*" && request.method == "OPTIONS") return 0;
    return read_target(request.target, request) ? 0 : 400;
}

Awaitable<int> Connection::read(Request& request) {
    auto& house = *worker_->house;
    request.id = house.id_prefix;
    request.id.append("-").append(std::to_string(++house.requests));
    expired_ = false;
    keep_alive_ = false;
    unread_most_ = 1024 * 1024;
    // What a large body needed is not kept for a connection that may be idle for long.
    if (buffer_.capacity() > 2 * read_size) buffer_.shrink_to_fit();
    Parser parser;
    parser.header_limit(std::uint32_t(limits().header_bytes));
    parser.body_limit(boost::none);

    if (int const fault = co_await read_head(parser)) co_return fault;
    if (int const fault = take_head(parser.get(), request)) co_return fault;
    if (!parser.is_done()) {
        auto const limit =
            house.handler.body_limit ? house.handler.body_limit(request) : limits().body_bytes;
        auto const waits = !parser.get()[http::field::expect].empty() && !buffer_.size();
        if (waits && parser.content_length().value_or(0) <= limit) {
            std::string const go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            if (!co_await write_rest(go_on, {}, 0)) co_return gone;
        }
        // Many a client hears nothing before it has sent all that it has.
        unread_most_ = std::max(unread_most_, 4 * limit);
        if (int const fault = co_await read_body(parser, limit)) co_return fault;
    }
    keep_alive_ = parser.keep_alive();
    is_old_ = parser.get().version() < 11;
    request.body = std::move(parser.get().body());
    co_return 0;
}

// Hands the request to the handler, whose answer may have come when this returns.
void Connection::ask(Request&& request, Instant now) {
    auto& house = *worker_->house;
    auto const pending = pending_ = std::make_shared<Pending>();
    if (auto const wait = house.wait(request.peer, now)) {
        pending->reply = house.too_many(request, *wait);
        return;
    }
    enter(Phase::answer, limits().answer);
    auto const respond = [worker = worker_, pending](Reply reply) {
        auto const own_thread = worker->io->get_executor();
        if (own_thread.running_in_this_thread()) return pending->take(std::move(reply));
        asio::post(own_thread, [pending, reply = std::move(reply)]() mutable {
            pending->take(std::move(reply));
        });
    };
    auto const id = request.id;
    try {
        house.handler.serve(std::move(request), respond);
    } catch (std::exception const& broken) {
        spdlog::error("request {}: {}", id, broken.what());
        Request blank;
        blank.id = id;
        pending->take(house.refusal(503, blank));
    }
}

// Until the answer has come.
Awaitable<void> Connection::answer() {
    co_await asio::async_initiate<decltype(resumed), void()>(
        [this](auto handler) {
            auto const kept = std::make_shared<decltype(handler)>(std::move(handler));
            pending_->resume = [kept, io = worker_->io.get()] {
                asio::post(io->get_executor(), std::move(*kept));
            };
        },
        resumed);
}

// Nearly every answer fits the socket at once; then the reactor need not be asked.
std::size_t Connection::write_now(std::string const& head, std::string_view body) {
    enter(Phase::write, limits().write);
    std::array<asio::const_buffer, 2> const parts{asio::buffer(head), asio::buffer(body)};
    error_code error;  // the next attempt will meet it again
    return socket_.write_some(parts, error);
}

// False when the client has gone.
Awaitable<bool> Connection::write_rest(std::string const& head, std::string_view body,
                                       std::size_t sent) {
    enter(Phase::write, limits().write);
    auto const started = worker_->tick;
    error_code error;
    while (!error && sent < head.size() + body.size()) {
        deadline = started + worker_->ticks(limits().write + earned(sent));
        auto const in_head = std::min(sent, head.size());
        std::array<asio::const_buffer, 2> const parts{asio::buffer(head) + in_head,
                                                      asio::buffer(body) + (sent - in_head)};
        sent += co_await socket_.async_write_some(parts, asio::redirect_error(resumed, error));
    }
    co_return !error;
}

// Reads one request and answers it. False when the connection is to end.
Awaitable<bool> Connection::serve_one() {
    auto& house = *worker_->house;
    Request request;
    int const fault = co_await read(request);
    if (fault == gone) co_return false;

    auto const began = house.settings.now();
    Served served{.method = request.method, .request_id = request.id};
    Envelope envelope{.head_only = request.method == "HEAD",
                      .gzip = request.accepts("gzip"),
                      .is_old = is_old_,
                      .hsts = house.settings.hsts,
                      .request_id = served.request_id};
    auto const peer = request.peer;
    std::optional<Places::Seat> seat;  // among the streams
    Reply reply;
    if (fault) {
        reply = house.refusal(fault, request);
    } else {
        ask(std::move(request), began);
        if (!pending_->reply) co_await answer();
        reply = *std::move(pending_->reply);
        pending_.reset();
    }
    if (reply.stream && worker_->draining) reply = house.refusal(503, Request{});
    if (reply.stream && !envelope.head_only) {
        seat = house.stream_seat(peer, *reply.stream);
        if (!seat) reply = house.too_many(Request{}, Seconds{15});
    }
    bool const keep = !fault && keep_alive_ && !worker_->draining && !expired_;
    envelope.keep_alive = keep;
    envelope.date = worker_->date;
    served.route = reply.route;
    served.status = reply.status;
    if (reply.stream && !envelope.head_only) {
        served.took = house.settings.now() - began;
        if (house.handler.served) house.handler.served(served);
        auto head = stream_head(reply, *reply.stream, envelope);
        if (reply.stream->of_the_house) seat_ = {};
        serve_stream(worker_, socket_.release(), {std::move(seat_), *std::move(seat)},
                     *std::move(reply.stream), std::move(head));
        co_return false;
    }
    compress(reply, envelope, limits().compress_from_bytes);
    auto const head = reply_head(reply, envelope);
    auto const body = body_of(reply, envelope);
    served.sent = head.size() + body.size();
    auto const sent = write_now(head, body);
    bool const arrived = sent == served.sent || co_await write_rest(head, body, sent);
    served.took = house.settings.now() - began;
    if (house.handler.served) house.handler.served(served);
    if (arrived && !keep) co_await linger();
    co_return arrived&& keep;
}

// Closing on unread bytes would make the kernel reset the connection, and the client might
// lose the answer. So: say that no more comes, and read away what still arrives, but never long.
Awaitable<void> Connection::linger() {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    constexpr Milliseconds quiet{2'000}, longest{30'000};
    auto const started = worker_->tick;
    enter(Phase::write, quiet);
    for (std::size_t taken = 0; taken < unread_most_; taken += buffer_.size()) {
        buffer_.clear();
        if (!co_await fill(body_read_size)) break;
        deadline = started + worker_->ticks(std::min(quiet + earned(taken), longest));
    }
}

void serve_connection(std::shared_ptr<Worker> worker, Guest guest) {
    auto const [io, socket] = std::pair(worker->io, guest.socket);
    try {
        auto connection = std::make_unique<Connection>(std::move(worker), std::move(guest));
        asio::co_spawn(*io, Connection::run(std::move(connection)), asio::detached);
    } catch (boost::system::system_error const& error) {
        spdlog::error("cannot serve a connection: {}", error.what());
        ::close(socket);
    }
}

}  // namespace banshi::server
