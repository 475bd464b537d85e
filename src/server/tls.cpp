#include "server/tls.h"

#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "server/worker.h"

// g++ 12 loses sight of the allocator of Asio's coroutine frames.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace banshi::server {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;

struct Tls::Context {
    ssl::context ssl{ssl::context::tls_server};
};

static Refusal tls_refusal(char const* text, std::string const& fact) {
    return {Why::invalid, text, fact, {}, {{"file", fact}}};
}

static Result<void> check_files(TlsFiles const& files) {
    if (::access(files.certificate.c_str(), R_OK) != 0)
        return tls_refusal("tls.certificate", files.certificate);
    struct stat key {};
    if (::access(files.key.c_str(), R_OK) != 0 || ::stat(files.key.c_str(), &key) != 0)
        return tls_refusal("tls.key", files.key);
    if (key.st_mode & S_IRWXO) return tls_refusal("tls.key_open", files.key);
    return {};
}

static Result<std::shared_ptr<Tls::Context>> read_files(TlsFiles const& files) {
    TRY(check_files(files));
    auto context = std::make_shared<Tls::Context>();
    auto* const raw = context->ssl.native_handle();
    SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
    SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS);
    if (!files.suites.empty() && SSL_CTX_set_ciphersuites(raw, files.suites.c_str()) != 1)
        return tls_refusal("tls.suites", files.suites);
    error_code error;
    context->ssl.use_certificate_chain_file(files.certificate, error);
    if (error) return tls_refusal("tls.certificate", files.certificate);
    // Told apart: a file that is no key, and a key that belongs to another certificate.
    if (SSL_CTX_use_PrivateKey_file(raw, files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        bool const differs = ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH ||
                             ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_TYPE_MISMATCH;
        ERR_clear_error();
        return tls_refusal(differs ? "tls.key_differs" : "tls.key", files.key);
    }
    if (SSL_CTX_check_private_key(raw) != 1) return tls_refusal("tls.key_differs", files.key);
    return context;
}

Result<std::shared_ptr<Tls>> Tls::open(TlsFiles files) {
    auto tls = std::shared_ptr<Tls>(new Tls(std::move(files)));
    TRY(tls->reload());
    return tls;
}

Result<void> Tls::reload() {
    auto fresh = TRY(read_files(files_));
    std::lock_guard lock(mutex_);
    context_ = std::move(fresh);
    return {};
}

std::shared_ptr<Tls::Context> Tls::context() const {
    std::lock_guard lock(mutex_);
    return context_;
}

namespace {

using Executor = asio::io_context::executor_type;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Inner = asio::basic_stream_socket<asio::local::stream_protocol, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;

constexpr asio::use_awaitable_t<Executor> resumed{};
constexpr Milliseconds farewell{1'000};

// Between one client and the HTTP server. It has limits of its own for the greeting and for what
// the client does not take; for all else the HTTP server closes its end.
class Tunnel : public std::enable_shared_from_this<Tunnel> {
public:
    Tunnel(std::shared_ptr<Worker> worker, Tls const& tls, Guest guest)
        : worker_(std::move(worker)),
          context_(tls.context()),
          client_(Socket(*worker_->io, guest.is_v6 ? tcp::v6() : tcp::v4(), guest.socket),
                  context_->ssl),
          inner_(*worker_->io),
          timer_(*worker_->io),
          guest_(std::move(guest)) {
        error_code ignored;
        client_.next_layer().non_blocking(true, ignored);
        client_.next_layer().set_option(tcp::no_delay(true), ignored);
    }

    // All take their own share in the tunnel.
    static Awaitable<void> run(std::shared_ptr<Tunnel>);

private:
    Awaitable<bool> greet();
    bool connect();
    Awaitable<void> carry_in();
    Awaitable<void> carry_out();
    void limit(Milliseconds);
    void cut();

    using Buffer = std::array<char, 16 * 1024>;

    std::shared_ptr<Worker> worker_;
    std::shared_ptr<Tls::Context> context_;
    ssl::stream<Socket> client_;
    Inner inner_;
    Timer timer_;
    Guest guest_;
};

void Tunnel::cut() {
    error_code ignored;
    client_.next_layer().close(ignored);
    inner_.close(ignored);
}

// Of whatever is under way, until the next limit or timer_.cancel().
void Tunnel::limit(Milliseconds time) {
    timer_.expires_after(time);
    timer_.async_wait([self = shared_from_this()](error_code error) {
        if (!error) self->cut();
    });
}

Awaitable<bool> Tunnel::greet() {
    auto& greetings = worker_->house->greetings;
    ++greetings;
    limit(worker_->house->settings.limits.header);
    error_code error;
    co_await client_.async_handshake(ssl::stream_base::server,
                                     asio::redirect_error(resumed, error));
    timer_.cancel();
    --greetings;
    co_return !error && client_.next_layer().is_open();
}

bool Tunnel::connect() {
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair) != 0)
        return false;
    error_code error;
    inner_.assign(asio::local::stream_protocol(), pair[0], error);
    if (error) ::close(pair[0]);
    if (error) ::close(pair[1]);
    if (error) return false;
    guest_.socket = pair[1];
    serve_connection(worker_, std::move(guest_));
    return true;
}

Awaitable<void> Tunnel::carry_in() {
    auto const buffer = std::make_unique<Buffer>();
    error_code error;
    while (!error) {
        auto const n = co_await client_.async_read_some(asio::buffer(*buffer),
                                                        asio::redirect_error(resumed, error));
        if (n > 0)
            co_await asio::async_write(inner_, asio::buffer(*buffer, n),
                                       asio::redirect_error(resumed, error));
    }
    error_code ignored;
    inner_.shutdown(Inner::shutdown_send, ignored);
}

Awaitable<void> Tunnel::carry_out() {
    auto const buffer = std::make_unique<Buffer>();
    error_code error;
    while (!error) {
        auto const n = co_await inner_.async_read_some(asio::buffer(*buffer),
                                                       asio::redirect_error(resumed, error));
        if (n == 0) break;
        limit(worker_->house->settings.limits.write);
        co_await asio::async_write(client_, asio::buffer(*buffer, n),
                                   asio::redirect_error(resumed, error));
        timer_.cancel();
    }
    if (client_.next_layer().is_open()) {
        limit(farewell);
        co_await client_.async_shutdown(asio::redirect_error(resumed, error));
        timer_.cancel();
    }
    cut();
}

Awaitable<void> Tunnel::run(std::shared_ptr<Tunnel> self) {
    bool const greeted = co_await self->greet();
    if (!greeted || !self->connect()) {
        self->cut();
        co_return;
    }
    // Each holds the tunnel until it has ended.
    asio::co_spawn(
        *self->worker_->io, [self]() -> Awaitable<void> { co_await self->carry_out(); },
        asio::detached);
    co_await self->carry_in();
}

}  // namespace

void serve_tls(std::shared_ptr<Worker> worker, Tls const& tls, Guest guest) {
    auto const io = worker->io;
    auto const socket = guest.socket;
    std::shared_ptr<Tunnel> tunnel;
    try {
        tunnel = std::make_shared<Tunnel>(std::move(worker), tls, std::move(guest));
    } catch (boost::system::system_error const& error) {
        spdlog::error("cannot serve a connection: {}", error.what());
        ::close(socket);
        return;
    }
    asio::co_spawn(*io, Tunnel::run(std::move(tunnel)), asio::detached);
}

}  // namespace banshi::server
